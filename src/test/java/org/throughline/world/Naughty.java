package org.throughline.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.throughline.platform.Storable;

/// The strings of `naughty.txt`: what breaks programs that take text for something else than text. Whatever takes
/// text from people has to give each [#storable] one back unchanged and harmless, and to refuse each [#unstorable]
/// one.
public final class Naughty {

    private static final int LONG = 20_000;

    private Naughty() {}

    /// Those that can be kept, and a long one without a place to break the line.
    public static List<String> storable() {
        return Stream.concat(read(), Stream.of("x".repeat(LONG)))
                .filter(Storable::is)
                .toList();
    }

    /// Those that no database and no encoding can keep.
    public static List<String> unstorable() {
        return read().filter(string -> !Storable.is(string)).toList();
    }

    private static Stream<String> read() {
        try (InputStream in = Naughty.class.getResourceAsStream("/naughty.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                            .map(Naughty::unescaped)
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        var text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char kind = line.charAt(++i);
            switch (kind) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(kind);
            }
        }
        return text.toString();
    }
}
