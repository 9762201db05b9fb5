package org.throughline.platform;

/// Counts words the way the form's script does: a run of letters and digits is one word, with the apostrophes and
/// hyphens inside it; a Chinese character is one word.
///
/// Read by hand and not by a regular expression, which took a seventh of the time of taking an input in.
public final class WordCount {

    private static final int LETTERS_DIGITS_MARKS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK;

    private WordCount() {}

    public static int of(String text) {
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isChinese(c)) {
                count++;
                at++;
            } else if (isOfWord(c)) {
                count++;
                at = endOfWord(text, at);
            } else {
                at += Character.charCount(c);
            }
        }
        return count;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean joined = joins(c) && at + 1 < text.length() && isOfWord(text.codePointAt(at + 1));
            if (!joined && !isOfWord(c)) return at;
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean joins(int c) {
        return c == '’' || c == '\'' || c == '-';
    }

    private static boolean isOfWord(int c) {
        return isWordPart(c) && !isChinese(c);
    }

    /// Whether words are made of it: letters, digits and marks of any script, Chinese ones included.
    public static boolean isWordPart(int c) {
        return (LETTERS_DIGITS_MARKS >> Character.getType(c) & 1) != 0;
    }

    private static boolean isChinese(int c) {
        return c >= 0x3400 && c <= 0x9fff || c >= 0xf900 && c <= 0xfaff;
    }
}
