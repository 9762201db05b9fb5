package org.throughline.citations;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// A text cut into words, numbers and marks. Words are compared without capitals and accents; all dashes are alike, and
/// so are all apostrophes. What is asked for behind the end is empty.
final class Tokens {

    private static final int FIRST_ROOM = 64;

    final String text;
    private int size;
    private int[] starts = new int[FIRST_ROOM];
    private int[] ends = new int[FIRST_ROOM];
    private String[] words = new String[FIRST_ROOM];
    private int[] sentences = new int[FIRST_ROOM];

    Tokens(String text) {
        this.text = text;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isGap(c)) {
                at++;
                continue;
            }
            int end = at + 1;
            // A Chinese character is a word of its own.
            if (Character.isLetter(c) && !isHan(c)) while (end < text.length() && isLetter(text.charAt(end))) end++;
            else if (Character.isDigit(c)) while (end < text.length() && Character.isDigit(text.charAt(end))) end++;
            add(at, end);
            at = end;
        }
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) && !isHan(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isHan(char c) {
        return Character.isIdeographic(c);
    }

    /// Whether it is a Chinese character: words of other letters stand beside it without a space.
    boolean isHan(int token) {
        return token >= 0 && token < size && isHan(text.charAt(starts[token]));
    }

    /// Whether it may begin a name: with a capital, or in a script that has none.
    boolean isNameLike(int token) {
        return token < size && !Character.isLowerCase(text.charAt(starts[token]));
    }

    /// Whether it is of a script other than Latin.
    boolean isForeign(int token) {
        return isWord(token) && text.charAt(starts[token]) > '\u036F';
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            words = Arrays.copyOf(words, 2 * size);
            sentences = Arrays.copyOf(sentences, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        words[size] = folded(text, start, end);
        sentences[size] = size == 0 ? 0 : sentences[size - 1] + (beginsSentence(start) ? 1 : 0);
        size++;
    }

    /// An abbreviation's point is followed by a small letter or a digit, or stands before the place of a revision; a
    /// sentence taken for two costs less than two taken for one.
    private boolean beginsSentence(int start) {
        int previous = size - 1;
        int gap = start - ends[previous];
        if (gap > 1
                && text.substring(ends[previous], Math.min(start, ends[previous] + 9))
                        .contains("\n\n")) return true;
        if (gap == 0) return false;
        return switch (words[previous]) {
            case ".", "!", "?" -> Character.isUpperCase(text.charAt(start)) && !isAbbreviated(previous - 1);
            case ";", ":" -> text.charAt(ends[previous]) == '\n';
            default -> false;
        };
    }

    private boolean isAbbreviated(int token) {
        return switch (word(token)) {
            case "rev", "mod", "res", "no", "para", "paras", "par", "art" -> true;
            default -> false;
        };
    }

    static String folded(String text) {
        return folded(text, 0, text.length());
    }

    private static String folded(String text, int start, int end) {
        if (end - start == 1) return mark(text.charAt(start));
        boolean plain = true;
        for (int i = start; i < end && plain; i++) plain = text.charAt(i) < 0x80;
        String lower = text.substring(start, end).toLowerCase(Locale.ROOT);
        if (plain) return lower;
        var kept = new StringBuilder(lower.length());
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.isDigit(c)) kept.append((char) ('0' + Character.digit(c, 10)));
            else if (Character.getType(c) != Character.NON_SPACING_MARK) kept.append(c);
        }
        return kept.toString();
    }

    private static String mark(char c) {
        if (c < 0x80) return String.valueOf(Character.toLowerCase(c));
        if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212') return "-";
        if (c == '\u2019' || c == '\u2018' || c == '\u02BC') return "'";
        if (c == '\uFF08') return "(";
        if (c == '\uFF09') return ")";
        if (c == '\uFF0C' || c == '\u060C' || c == '\u3001') return ",";
        if (c == '\u3002' || c == '\uFF0E') return ".";
        if (c == '\uFF1B' || c == '\u061B') return ";";
        if (c == '\uFF0F') return "/";
        if (Character.isDigit(c)) return String.valueOf(Character.digit(c, 10));
        String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return apart.substring(0, 1).toLowerCase(Locale.ROOT);
    }

    int size() {
        return size;
    }

    /// Without capitals and accents; empty outside of the text.
    String word(int token) {
        return token < 0 || token >= size ? "" : words[token];
    }

    boolean is(int token, String word) {
        return word(token).equals(word);
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    int sentence(int token) {
        return sentences[Math.min(token, size - 1)];
    }

    boolean isNumber(int token) {
        String word = word(token);
        return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    boolean isWord(int token) {
        String word = word(token);
        return !word.isEmpty() && Character.isLetter(word.charAt(0));
    }

    /// Whether nothing stands between this token and the one before.
    boolean isJoined(int token) {
        return token > 0 && token < size && starts[token] == ends[token - 1];
    }

    boolean isCapitalized(int token) {
        return token < size && Character.isUpperCase(text.charAt(starts[token]));
    }

    /// Whether every letter of these tokens is a capital.
    boolean areCapitals(int first, int behind) {
        for (int i = starts[first]; i < ends[behind - 1]; i++) if (Character.isLowerCase(text.charAt(i))) return false;
        return true;
    }

    String quote(int first, int behind) {
        return text.substring(starts[first], ends[behind - 1]);
    }
}
