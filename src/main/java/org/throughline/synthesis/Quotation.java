package org.throughline.synthesis;

import java.util.Optional;
import java.util.regex.Pattern;

/// Words as somebody copied or typed them, found in a text.
///
/// @param start and `end` in UTF-16 code units
/// @param once whether they occur there only once
record Quotation(int start, int end, boolean once) {

    private static final Pattern GAP = Pattern.compile("\\s*(?:…|\\.\\.\\.)\\s*");

    /// Finds the words as they stand; else, where they hold a gap, what lies between their first and last part.
    static Optional<Quotation> of(String words, String text) {
        String wanted = words.strip().replace("\r\n", "\n");
        if (wanted.isEmpty()) return Optional.empty();
        int start = text.indexOf(wanted);
        if (start >= 0)
            return Optional.of(new Quotation(start, start + wanted.length(), text.indexOf(wanted, start + 1) < 0));
        String[] ends = GAP.split(wanted, 2);
        if (ends.length < 2 || ends[0].isBlank() || ends[1].isBlank()) return Optional.empty();
        int first = text.indexOf(ends[0]);
        int last = first < 0 ? -1 : text.indexOf(ends[1], first + ends[0].length());
        if (last < 0) return Optional.empty();
        return Optional.of(new Quotation(first, last + ends[1].length(), text.indexOf(ends[0], first + 1) < 0));
    }
}
