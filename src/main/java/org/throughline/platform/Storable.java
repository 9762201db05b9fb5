package org.throughline.platform;

/// Text that can be kept unchanged: no NUL, which PostgreSQL cannot store, and no half of a surrogate pair, which
/// no encoding can write. Everything else, however strange, is kept as it came.
public final class Storable {

    private Storable() {}

    /// What of a text can be kept, for showing what is left of one that was refused.
    public static String part(String text) {
        return text.codePoints()
                .filter(sign -> sign != 0 && Character.getType(sign) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) return false;
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) return false;
                i++;
            } else if (Character.isLowSurrogate(c)) return false;
        }
        return true;
    }
}
