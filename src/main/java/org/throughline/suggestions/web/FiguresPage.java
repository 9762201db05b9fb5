package org.throughline.suggestions.web;

import java.util.ArrayList;
import java.util.List;
import org.throughline.platform.web.Frame;
import org.throughline.suggestions.Figures;
import org.throughline.vocabulary.Vocabulary;

/// How often suggestions were right, as the page shows it.
public record FiguresPage(List<Measured> measured) {

    /// @param how on what and how it was measured, in words
    /// @param columns the heads of the confusion table
    public record Measured(String title, String how, Figures figures, List<Row> rows, List<String> columns) {}

    /// @param cells the row of the confusion table; @param right the column that is right
    public record Row(Figures.CodeFigures figures, String name, List<Integer> cells, int right) {}

    static FiguresPage of(List<Figures> all, Vocabulary vocabulary, Frame frame) {
        return new FiguresPage(
                all.stream().map(one -> measured(one, vocabulary, frame)).toList());
    }

    private static Measured measured(Figures figures, Vocabulary vocabulary, Frame frame) {
        String title = vocabulary
                .scheme(figures.vocabulary())
                .map(scheme -> frame.text(scheme.title()))
                .orElse(figures.vocabulary());
        String how = switch (figures.how()) {
            case AS_SHIPPED -> frame.t("suggestions.figures.as-shipped", figures.texts());
            case CROSS_VALIDATED -> frame.t("suggestions.figures.cross-validated", figures.texts(), figures.folds());
            case LEARNT_ELSEWHERE -> frame.t("suggestions.figures.learnt-elsewhere", figures.texts());
        };
        var columns = figures.codes().stream().map(Figures.CodeFigures::code).toList();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < figures.codes().size(); i++) {
            var code = figures.codes().get(i);
            String name = vocabulary.name(figures.vocabulary(), code.code(), frame.language());
            rows.add(new Row(code, name, figures.confusion().get(i), i));
        }
        return new Measured(title, how, figures, rows, columns);
    }
}
