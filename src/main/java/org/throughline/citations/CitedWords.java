package org.throughline.citations;

import java.util.List;
import org.throughline.citations.CitationReviews.Outcome;
import org.throughline.citations.Cited.Mark;
import org.throughline.platform.web.Frame;

/// What cites, and what became of it, in the reader's words.
public final class CitedWords {

    private CitedWords() {}

    public static String kind(Frame frame, Citing.Kind kind) {
        return switch (kind) {
            case TASK -> frame.t("citations.kind.task");
            case MILESTONE -> frame.t("citations.kind.milestone");
            case CALL -> frame.t("citations.kind.call");
            case REVIEW -> frame.t("citations.kind.review");
            case SUMMARY -> frame.t("citations.kind.summary");
            case DOCUMENT -> frame.t("citations.kind.document");
            case REPORT -> frame.t("citations.kind.report");
            case PAGE -> frame.t("citations.kind.page");
        };
    }

    public static String outcome(Frame frame, Outcome outcome) {
        return switch (outcome) {
            case STILL_RIGHT -> frame.t("citations.outcome.still-right");
            case CHANGED -> frame.t("citations.outcome.changed");
            case WILL_CHANGE -> frame.t("citations.outcome.will-change");
        };
    }

    /// What took the place of what is cited.
    static String replaced(Frame frame, Mark mark) {
        if (mark.byAnother()) return frame.t("citations.mark.another");
        return mark.named()
                ? frame.t("citations.mark.replaced", mark.because().revision())
                : frame.t("citations.mark.revised", mark.because().revision());
    }

    /// Whether somebody looked since, and what came of it.
    static String looked(Frame frame, Mark mark) {
        var at = mark.lookedAt();
        var outcome = mark.outcome();
        if (at == null || outcome == null) return frame.t("citations.mark.waiting");
        String day = frame.date(at);
        return switch (outcome) {
            case STILL_RIGHT -> frame.t("citations.mark.still-right", day);
            case CHANGED -> frame.t("citations.mark.changed", day);
            case WILL_CHANGE -> frame.t("citations.mark.will-change", day);
        };
    }

    /// One act on citations, for the record that the secretariat reads.
    public static String act(Frame frame, String action) {
        return switch (action) {
            case "citation-reviewed" -> frame.t("citations.act.looked-at");
            default -> frame.t("audit.act.other");
        };
    }

    /// Labels of paragraphs in one row.
    public static String paragraphs(Frame frame, List<String> labels) {
        return labels.isEmpty() ? "" : frame.t("citations.use.paragraphs", String.join(", ", labels), labels.size());
    }
}
