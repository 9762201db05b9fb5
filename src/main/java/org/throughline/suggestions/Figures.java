package org.throughline.suggestions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.throughline.suggestions.School.Judged;

/// How well suggestions did on texts whose right codes are known.
///
/// @param data what was measured on, and its licence where it has one
/// @param how whether the program as shipped was asked, or models that learnt from the other folds of the same data
/// @param first the share of texts whose first suggestion is right
/// @param three the share of texts with a right code among the first three
/// @param anyLabel as `first`, where a text that stands in the data several times may have any of its codes
/// @param confusion how many texts of a code (row) got which code first (column); the last column is “none”
public record Figures(
        String vocabulary,
        String data,
        How how,
        int folds,
        LocalDate measuredOn,
        int texts,
        double first,
        double three,
        double anyLabel,
        List<CodeFigures> codes,
        List<List<Integer>> confusion) {

    /// Where the model that was asked had learnt.
    public enum How {
        AS_SHIPPED,
        CROSS_VALIDATED,
        /// From other texts than those it was asked about.
        LEARNT_ELSEWHERE
    }

    /// @param texts how many texts have this code
    /// @param precision of the texts that got this code first, the share that has it; 0 where none got it
    /// @param recall of the texts that have it, the share that got it first
    public record CodeFigures(String code, int texts, double precision, double recall, double f1, double inThree) {}

    static Figures of(
            String vocabulary,
            List<String> codes,
            String data,
            How how,
            int folds,
            LocalDate day,
            List<Judged> judged) {
        int size = codes.size();
        var confusion = new int[size][size + 1];
        var inThree = new int[size];
        int first = 0;
        int three = 0;
        int any = 0;
        var same = School.codesOfSameTexts(judged.stream().map(Judged::text).toList());
        for (var one : judged) {
            String got = one.ranked().isEmpty() ? "" : one.ranked().getFirst();
            boolean right = one.text().codes().contains(got);
            boolean amongThree =
                    one.ranked().stream().limit(3).anyMatch(one.text().codes()::contains);
            if (right) first++;
            if (amongThree) three++;
            if (same.get(one.text().sameness()).contains(got)) any++;
            int row = codes.indexOf(right ? got : one.text().codes().getFirst());
            int column = codes.indexOf(got);
            confusion[row][column < 0 ? size : column]++;
            if (amongThree) inThree[row]++;
        }
        double all = Math.max(1, judged.size());
        return new Figures(
                vocabulary,
                data,
                how,
                folds,
                day,
                judged.size(),
                rounded(first / all),
                rounded(three / all),
                rounded(any / all),
                codeFigures(codes, confusion, inThree),
                rows(confusion));
    }

    private static List<CodeFigures> codeFigures(List<String> codes, int[][] confusion, int[] inThree) {
        var figures = new ArrayList<CodeFigures>();
        for (int code = 0; code < codes.size(); code++) {
            int texts = 0;
            for (int count : confusion[code]) texts += count;
            int got = 0;
            for (int[] row : confusion) got += row[code];
            double right = confusion[code][code];
            double precision = got == 0 ? 0 : right / got;
            double recall = texts == 0 ? 0 : right / texts;
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            double among = texts == 0 ? 0 : (double) inThree[code] / texts;
            figures.add(new CodeFigures(
                    codes.get(code), texts, rounded(precision), rounded(recall), rounded(f1), rounded(among)));
        }
        return figures;
    }

    private static List<List<Integer>> rows(int[][] table) {
        var rows = new ArrayList<List<Integer>>();
        for (int[] row : table) rows.add(Arrays.stream(row).boxed().toList());
        return rows;
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
