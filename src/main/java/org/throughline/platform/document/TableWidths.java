package org.throughline.platform.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// How wide the columns of a table are where the program that shows it does not measure them: those of numbers as
/// wide as they need, what is left for those of words, equally. A table of words only has equal columns.
final class TableWidths {

    /// In twentieths of a point, as everything here: a sign of the table's text, and the room around it.
    private static final int SIGN = 150;

    private static final int AROUND = 260;
    private static final int WIDEST = 2000;
    private static final double MOST_NUMBERS = 0.65;

    private TableWidths() {}

    static List<Integer> of(Block.Table table, int width) {
        int columns = table.columns().size();
        boolean[] words = new boolean[columns];
        int[] widths = new int[columns];
        int numbers = 0;
        int ofWords = 0;
        for (int i = 0; i < columns; i++) {
            words[i] = table.columns().get(i).alignment() == Block.Alignment.START;
            if (words[i]) ofWords++;
            else numbers += widths[i] = needed(table, i);
        }
        if (ofWords == 0) return equal(columns, width);
        double share = Math.min(1, width * MOST_NUMBERS / Math.max(1, numbers));
        int left = width;
        for (int i = 0; i < columns; i++) left -= widths[i] = (int) (widths[i] * share);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < columns; i++) all.add(words[i] ? left / ofWords : widths[i]);
        return all;
    }

    private static List<Integer> equal(int columns, int width) {
        return java.util.Collections.nCopies(columns, width / columns);
    }

    // A head may take several lines, a number may not; no word is broken.
    private static int needed(Block.Table table, int column) {
        String header = table.columns().get(column).header();
        int head = Math.min(WIDEST, signs(header) * SIGN);
        int word = longest(Arrays.asList(header.split("\\s+")), TableWidths::signs) * SIGN;
        int cell = longest(table.rows(), row -> signs(Inline.plain(row.get(column)))) * SIGN;
        return Math.max(head, Math.max(word, Math.min(WIDEST, cell))) + AROUND;
    }

    private static <T> int longest(List<T> all, ToIntFunction<T> length) {
        return all.stream().mapToInt(length).max().orElse(0);
    }

    // A Chinese character is as wide as two others.
    private static int signs(String text) {
        return text.codePoints()
                .map(code -> Character.isIdeographic(code) ? 2 : 1)
                .sum();
    }
}
