package org.throughline.inputs.imports;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text file in an encoding that is found, not asked for: by its byte order mark, else UTF-8 when all of it is,
/// else the one its letters speak for; Western files without a mark are taken for Windows-1252.
record TextFile(Path path, Charset charset, int mark) {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int SAMPLE = 1 << 20;

    static TextFile open(Path path) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(path)) {
            sample = in.readNBytes(SAMPLE);
        }
        if (starts(sample, 0xEF, 0xBB, 0xBF)) return new TextFile(path, StandardCharsets.UTF_8, 3);
        if (starts(sample, 0xFF, 0xFE)) return new TextFile(path, StandardCharsets.UTF_16LE, 2);
        if (starts(sample, 0xFE, 0xFF)) return new TextFile(path, StandardCharsets.UTF_16BE, 2);
        return new TextFile(path, isUtf8(path) ? StandardCharsets.UTF_8 : guess(sample), 0);
    }

    BufferedReader reader() throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static boolean isUtf8(Path path) throws IOException {
        char[] nowhere = new char[1 << 15];
        try (var reader = new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder())) {
            while (reader.read(nowhere) >= 0) {
                // Only whether it can be read counts.
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Charset guess(byte[] sample) {
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        if (match == null || match.getConfidence() < 40 || match.getName().startsWith("ISO-8859-1")) return WESTERN;
        String name = match.getName().replaceFirst("_(rtl|ltr)$", "");
        return !name.startsWith("UTF-8") && Charset.isSupported(name) ? Charset.forName(name) : WESTERN;
    }
}
