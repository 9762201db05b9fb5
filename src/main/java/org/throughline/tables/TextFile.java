package org.throughline.tables;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text file in an encoding that is named, or found: by its byte order mark, else UTF-8 when all of it is, else the
/// one its letters speak for ([EncodingGuess]). Refuses a file with bytes that mean nothing in that encoding: they
/// would be lost.
///
/// @param guessed whether the encoding was guessed and the letters do not clearly speak for it
public record TextFile(Path path, Charset charset, int mark, boolean guessed) {

    private static final int SAMPLE = 1 << 18;

    /// @param encoding as whoever brings the file names it; empty to find it
    public static TextFile open(Path path, String encoding) throws IOException {
        TextFile text = encoding.isEmpty() ? found(path) : new TextFile(path, named(encoding), markOf(path), false);
        text.requireThatAllMeansSomething();
        return text;
    }

    public BufferedReader reader() throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    }

    private static TextFile found(Path path) throws IOException {
        byte[] start = start(path);
        if (starts(start, 0xEF, 0xBB, 0xBF)) return new TextFile(path, StandardCharsets.UTF_8, 3, false);
        if (starts(start, 0xFF, 0xFE)) return new TextFile(path, StandardCharsets.UTF_16LE, 2, false);
        if (starts(start, 0xFE, 0xFF)) return new TextFile(path, StandardCharsets.UTF_16BE, 2, false);
        if (isAll(path, StandardCharsets.UTF_8)) return new TextFile(path, StandardCharsets.UTF_8, 0, false);
        EncodingGuess guess = EncodingGuess.of(hasZeros(start) ? start : beyondAscii(path));
        if (guess == null) throw new ImportFailed("imports.file.encoding-unknown");
        return new TextFile(path, guess.charset(), 0, !guess.certain());
    }

    private static Charset named(String encoding) {
        try {
            return Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ImportFailed("imports.mapping.encoding", encoding);
        }
    }

    private static byte[] start(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(1 << 16);
        }
    }

    private static int markOf(Path path) throws IOException {
        byte[] start = start(path);
        if (starts(start, 0xEF, 0xBB, 0xBF)) return 3;
        return starts(start, 0xFF, 0xFE) || starts(start, 0xFE, 0xFF) ? 2 : 0;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static boolean hasZeros(byte[] bytes) {
        for (byte b : bytes) if (b == 0) return true;
        return false;
    }

    private static boolean isAll(Path path, Charset charset) throws IOException {
        char[] nowhere = new char[1 << 15];
        try (var reader = new InputStreamReader(Files.newInputStream(path), charset.newDecoder())) {
            while (reader.read(nowhere) >= 0) {
                // Only whether it can be read counts.
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    // The lines that tell something: in a long file they may come late.
    private static byte[] beyondAscii(Path path) throws IOException {
        var sample = new ByteArrayOutputStream();
        var line = new ByteArrayOutputStream();
        boolean tells = false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            for (int b = in.read(); b >= 0 && sample.size() < SAMPLE; b = in.read()) {
                if (line.size() < SAMPLE) line.write(b);
                tells |= b >= 0x80;
                if (b != '\n') continue;
                if (tells) line.writeTo(sample);
                line.reset();
                tells = false;
            }
            if (tells) line.writeTo(sample);
        }
        return sample.toByteArray();
    }

    private void requireThatAllMeansSomething() throws IOException {
        boolean unicode = charset.name().startsWith("UTF");
        if (unicode && isAll(path, charset)) return;
        long line = 1;
        try (BufferedReader reader = reader()) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '\n') line++;
                // UTF-8 that was broken before has controls, which are mended.
                if (unicode ? c == 0xFFFD : c != 0x85 && Likelihood.isNothing((char) c))
                    throw new ImportFailed("imports.file.encoding-undefined", charset.name(), line);
            }
        }
    }
}
