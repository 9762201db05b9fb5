package org.throughline.reports.web;

import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.reports.Chapter;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.Recipe;
import org.throughline.reports.Stage;

/// What recipes and editions are called in words.
final class ReportWords {

    private ReportWords() {}

    static String scope(Recipe recipe, Labels labels, Messages.Texts texts) {
        if (recipe.regions().isEmpty()) return texts.of("reports.scope.world");
        return texts.of(
                "reports.scope.regions",
                Languages.list(
                        texts.language(),
                        recipe.regions().stream().map(labels::region).toList()));
    }

    /// Years as they are written, without marks between the thousands.
    static String period(Recipe recipe, Messages.Texts texts) {
        Recipe.Period period = recipe.period();
        if (period.isOpen()) return texts.of("reports.period.all");
        String from = String.valueOf(period.from());
        String to = String.valueOf(period.to());
        if (period.to() == 0)
            return switch (period.basis()) {
                case RECEIVED -> texts.of("reports.period.received.from", from);
                case CHANGED -> texts.of("reports.period.changed.from", from);
                case STARTED -> texts.of("reports.period.started.from", from);
            };
        if (period.from() == 0)
            return switch (period.basis()) {
                case RECEIVED -> texts.of("reports.period.received.to", to);
                case CHANGED -> texts.of("reports.period.changed.to", to);
                case STARTED -> texts.of("reports.period.started.to", to);
            };
        return switch (period.basis()) {
            case RECEIVED -> texts.of("reports.period.received", from, to);
            case CHANGED -> texts.of("reports.period.changed", from, to);
            case STARTED -> texts.of("reports.period.started", from, to);
        };
    }

    static String stage(Stage stage, int number, Messages.Texts texts) {
        return switch (stage) {
            case DRAFT -> texts.of("reports.stage.draft", number);
            case FINAL -> texts.of("reports.stage.final", number);
        };
    }

    static String edition(PublishedReport report, Messages.Texts texts) {
        return stage(report.stage(), report.number(), texts);
    }

    static String chapter(Chapter chapter, Messages.Texts texts) {
        return switch (chapter) {
            case INTRODUCTION -> texts.of("reports.chapter.introduction");
            case OVERVIEW -> texts.of("reports.chapter.overview");
            case ACTION_LINES -> texts.of("reports.chapter.action-lines");
            case CLAIMS -> texts.of("reports.chapter.claims");
            case METHOD -> texts.of("reports.chapter.method");
            case ACKNOWLEDGEMENTS -> texts.of("reports.chapter.acknowledgements");
            case DISCLAIMER -> texts.of("reports.chapter.disclaimer");
            case ANNEX -> texts.of("reports.chapter.annex");
        };
    }
}
