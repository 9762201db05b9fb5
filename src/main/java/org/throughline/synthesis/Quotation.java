package org.throughline.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Words as somebody copied or typed them, found in a text.
///
/// @param start and `end` in UTF-16 code units
/// @param once whether they occur there only once
/// @param whole whether they begin and end where words do; what cuts a word in two says something else
record Quotation(int start, int end, boolean once, boolean whole) {

    private static final Set<Integer> MARKS =
            Set.of((int) Character.NON_SPACING_MARK, (int) Character.COMBINING_SPACING_MARK);

    // The soft hyphen, and what keeps letters apart or together within a word.
    private static final String JOINERS = "\u00AD\u200C\u200D";

    private static final Pattern GAP = Pattern.compile("\\s*(?:…|\\.\\.\\.)\\s*");

    /// Finds the words as they stand, as whole words if they are somewhere; else, where they hold a gap, what lies
    /// between their first and last part.
    static Optional<Quotation> of(String words, String text) {
        String wanted = words.strip().replace("\r\n", "\n");
        if (wanted.isEmpty()) return Optional.empty();
        List<Integer> starts = places(wanted, text, 0);
        if (!starts.isEmpty()) {
            int start = starts.getFirst();
            int end = start + wanted.length();
            return Optional.of(new Quotation(start, end, starts.size() == 1, isWhole(text, start, end)));
        }
        String[] ends = GAP.split(wanted, 2);
        if (ends.length < 2 || ends[0].isBlank() || ends[1].isBlank()) return Optional.empty();
        List<Integer> firsts = places(ends[0], text, 0);
        if (firsts.isEmpty()) return Optional.empty();
        int first = firsts.getFirst();
        List<Integer> lasts = places(ends[1], text, first + ends[0].length());
        if (lasts.isEmpty()) return Optional.empty();
        int last = lasts.getFirst();
        int end = last + ends[1].length();
        boolean whole = isWhole(text, first, first + ends[0].length()) && isWhole(text, last, end);
        return Optional.of(new Quotation(first, end, firsts.size() == 1, whole));
    }

    // Where the words stand as whole words; where they stand at all, if they do so nowhere.
    private static List<Integer> places(String words, String text, int from) {
        List<Integer> whole = new ArrayList<>();
        List<Integer> every = new ArrayList<>();
        for (int at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
            every.add(at);
            if (isWhole(text, at, at + words.length())) whole.add(at);
        }
        return whole.isEmpty() ? every : whole;
    }

    private static boolean isWhole(String text, int start, int end) {
        return !withinWord(text, start) && !withinWord(text, end);
    }

    private static boolean withinWord(String text, int at) {
        return at > 0 && at < text.length() && isOfWord(text.codePointBefore(at)) && isOfWord(text.codePointAt(at));
    }

    // Chinese puts nothing between its words, so no place in it lies within one.
    private static boolean isOfWord(int character) {
        if (Character.isIdeographic(character)) return false;
        return Character.isLetterOrDigit(character)
                || MARKS.contains(Character.getType(character))
                || JOINERS.indexOf(character) >= 0;
    }
}
