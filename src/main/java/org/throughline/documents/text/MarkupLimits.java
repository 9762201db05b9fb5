package org.throughline.documents.text;

import java.util.List;

/// Looks at a text before it is parsed, so that none takes much longer than others of its length.
final class MarkupLimits {

    /// More than a text of the longest length can have when its cells have words in them.
    static final int MOST_CELLS = 500_000;

    private static final int MOST_LINES = 1_000;
    private static final int MOST_ROWS = 10_000;
    private static final String LINE_BELOW_A_HEAD = " \t:->|";

    private MarkupLimits() {}

    /// Whether its tables can be read as tables. Every row of a table is filled up to the width of its head, so a wide
    /// head over many short lines would be more cells than any memory holds.
    static boolean tablesFit(List<String> lines) {
        long cells = 0;
        int rows = 0;
        for (String line : lines.reversed()) {
            rows = line.isBlank() ? 0 : rows + 1;
            cells += (long) columns(line) * rows;
            if (cells > MOST_CELLS) return false;
        }
        return true;
    }

    /// The same text with an empty line wherever so many stand together as nobody writes. The parser goes through all
    /// lines of a paragraph again for each of them.
    static String parted(List<String> lines) {
        var text = new StringBuilder();
        int together = 0;
        boolean table = false;
        for (String line : lines) {
            together = line.isBlank() ? 0 : together + 1;
            table = together > 0 && (table || columns(line) > 0);
            if (together > (table ? MOST_ROWS : MOST_LINES)) {
                text.append('\n');
                together = 1;
                table = columns(line) > 0;
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    // Of a line such as `| --- | :-: |`; nought for every other.
    private static int columns(String line) {
        int signs = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (LINE_BELOW_A_HEAD.indexOf(c) < 0) return 0;
            if (c == '|') signs++;
        }
        return signs == 0 ? 0 : signs + 1;
    }
}
