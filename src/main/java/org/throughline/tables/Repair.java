package org.throughline.tables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Mends text whose UTF-8 was once read as Windows-1252 or Mac Roman and saved again, also when that happened
/// twice. Only runs of characters that turn back into UTF-8 without loss are touched; everything else stays as it
/// is.
public final class Repair {

    private static final List<Map<Character, Byte>> WRONGLY_READ_AS =
            List.of(bytesOf("windows-1252"), bytesOf("x-MacRoman"), mixed());
    // Where the first byte of a letter stands before a sign that a program writes for one it does not have.
    private static final Pattern LOST = Pattern.compile("(?:[ÂÃàÄÅ]|â€)_|\\uFFFD");
    private static final String LOST_BEGINS = "ÂÃàÄÅâ\uFFFD";
    private static final int ROUNDS = 3;

    private Repair() {}

    public static String of(String text) {
        String now = text;
        for (int round = 0; round < ROUNDS; round++) {
            String better = once(now);
            if (better.equals(now)) return now;
            now = better;
        }
        return now;
    }

    /// Whether letters were lost when the text was saved in a wrong encoding, so that nothing can bring them back.
    public static boolean hasLostLetters(String text) {
        // Looked at by hand first: most texts have none of these letters, and a search takes long.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && LOST_BEGINS.indexOf(c) >= 0)
                return LOST.matcher(text).find();
        }
        return false;
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
        for (Map<Character, Byte> bytes : WRONGLY_READ_AS) {
            String better = reread(run, bytes);
            if (better != null && isLikely(better)) return better;
        }
        return run;
    }

    // A capital before a closing quotation mark can look like two bytes of UTF-8 too. So letters of Western
    // languages and punctuation are believed at once, letters of other scripts when there are at least two of
    // them.
    private static boolean isLikely(String mended) {
        int first = mended.codePointAt(0);
        boolean common = (first >= 0xA0 && first < 0x180) || (first >= 0x2000 && first < 0x2300);
        boolean whole = mended.codePoints().allMatch(c -> Character.isDefined(c) && !Character.isISOControl(c));
        if (common) return whole;
        return mended.codePointCount(0, mended.length()) > 1
                && mended.codePoints()
                        .allMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static @Nullable String reread(String run, Map<Character, Byte> bytes) {
        byte[] first = new byte[run.length()];
        for (int i = 0; i < first.length; i++) {
            char c = run.charAt(i);
            // Programs that read Windows-1252 leave its five empty places as control characters.
            Byte was = c >= 0x80 && c < 0xA0 ? Byte.valueOf((byte) c) : bytes.get(c);
            if (was == null) return null;
            first[i] = was;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(first))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    // Windows-1252 saved as Mac Roman: what Windows has no letter for came through as the byte it was.
    private static Map<Character, Byte> mixed() {
        Map<Character, Byte> bytes = bytesOf("windows-1252");
        for (int empty : new int[] {0x81, 0x8D, 0x8F, 0x90, 0x9D})
            bytes.put(new String(new byte[] {(byte) empty}, Charset.forName("x-MacRoman")).charAt(0), (byte) empty);
        return bytes;
    }

    private static Map<Character, Byte> bytesOf(String charset) {
        Map<Character, Byte> bytes = new HashMap<>();
        for (int b = 0x80; b < 0x100; b++) {
            char c = new String(new byte[] {(byte) b}, Charset.forName(charset)).charAt(0);
            if (c != '\uFFFD') bytes.put(c, (byte) b);
        }
        return bytes;
    }
}
