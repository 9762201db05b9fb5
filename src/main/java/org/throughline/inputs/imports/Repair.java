package org.throughline.inputs.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mends text whose UTF-8 was once read as Windows-1252 or Mac Roman and saved again, also when that happened twice. Only
/// runs of characters that turn back into UTF-8 without loss are touched; everything else stays as it is.
final class Repair {

    private static final List<Charset> WRONGLY_READ_AS = List.of(Charset.forName("windows-1252"), Charset.forName("x-MacRoman"));
    private static final int ROUNDS = 3;

    private Repair() {}

    static String of(String text) {
        String now = text;
        for (int round = 0; round < ROUNDS; round++) {
            String better = once(now);
            if (better.equals(now)) return now;
            now = better;
        }
        return now;
    }

    private static String once(String text) {
        StringBuilder mended = null;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) >= 0x80) end++;
            if (end == at) {
                if (mended != null) mended.append(text.charAt(at));
                at++;
                continue;
            }
            String run = text.substring(at, end);
            String better = run(run);
            if (!better.equals(run) && mended == null) mended = new StringBuilder(text.length()).append(text, 0, at);
            if (mended != null) mended.append(better);
            at = end;
        }
        return mended == null ? text : mended.toString();
    }

    // One character alone never was UTF-8 of two bytes or more.
    private static String run(String run) {
        if (run.length() < 2) return run;
        for (Charset charset : WRONGLY_READ_AS) {
            String better = reread(run, charset);
            if (better != null && isLikely(better)) return better;
        }
        return run;
    }

    // A capital before a closing quotation mark can look like two bytes of UTF-8 too. So letters of Western languages and
    // punctuation are believed at once, letters of other scripts when there are at least two of them.
    private static boolean isLikely(String mended) {
        int first = mended.codePointAt(0);
        boolean common = (first >= 0xA0 && first < 0x180) || (first >= 0x2000 && first < 0x2300);
        boolean whole = mended.codePoints().allMatch(c -> Character.isDefined(c) && !Character.isISOControl(c));
        if (common) return whole;
        return mended.codePointCount(0, mended.length()) > 1
                && mended.codePoints().allMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static @Nullable String reread(String run, Charset charset) {
        ByteBuffer bytes = ByteBuffer.allocate(run.length());
        var encoder = charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT);
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            try {
                // Programs that read Windows-1252 leave its five empty places as control characters.
                if (c >= 0x80 && c < 0xA0) bytes.put((byte) c);
                else bytes.put(encoder.encode(CharBuffer.wrap(new char[] {c})));
            } catch (CharacterCodingException | java.nio.BufferOverflowException notFromThere) {
                return null;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
