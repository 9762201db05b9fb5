package org.throughline.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// File names as people give them: kept as they are, but for what is no name (a path) or could mislead a reader.
final class FileNames {

    private static final int LONGEST = 200;
    private static final String NAMELESS = "file";
    private static final String HEX = "0123456789ABCDEF";

    private FileNames() {}

    /// Drops the path, control characters, lone surrogates and the characters that turn the writing direction round
    /// (with which `fdp.exe` is shown as `exe.pdf`); shortens what no file system could hold. All else stays.
    static String clean(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder(name.length());
        name.codePoints().filter(FileNames::isKept).forEach(kept::appendCodePoint);
        String cleaned = kept.toString().strip();
        if (cleaned.chars().allMatch(c -> c == '.')) return NAMELESS;
        return shortened(cleaned);
    }

    private static boolean isKept(int c) {
        boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean breaksLines = c == 0x2028 || c == 0x2029;
        return !Character.isISOControl(c)
                && !turnsDirection
                && !breaksLines
                && Character.getType(c) != Character.SURROGATE;
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) return name;
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }

    /// The header value of a download: a plain ASCII name for old clients and the true one after RFC 6266 and RFC
    /// 8187.
    static String attachmentHeader(String name) {
        return "attachment; filename=\"" + asciiOf(name) + "\"; filename*=UTF-8''" + percentEncoded(name);
    }

    private static String asciiOf(String name) {
        var ascii = new StringBuilder();
        // A percent sign is replaced too: some browsers decode it in the plain parameter.
        name.codePoints()
                .forEach(c -> ascii.append(c < 0x20 || c > 0x7E || "\"\\%/;".indexOf(c) >= 0 ? '_' : (char) c));
        return ascii.toString();
    }

    private static String percentEncoded(String name) {
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~".indexOf(c) >= 0;
            if (plain) encoded.append(c);
            else encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
        return encoded.toString();
    }

    /// Lower case in a way that does not depend on the machine's language (Turkish has another small I).
    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
