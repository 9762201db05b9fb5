package org.throughline.reports.web;

import org.throughline.platform.Languages;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import org.throughline.reports.Edition;

/// How far an edition is, and what can be done with it.
public record EditionPage(Edition edition, String title, Typed typed, FormErrors errors) {

    public String name(Frame frame) {
        return ReportWords.stage(edition.stage(), edition.number(), frame.texts());
    }

    public String base() {
        return "/reports/" + edition.slug() + "/editions/" + edition.number();
    }

    public boolean canBeSeen() {
        return edition.frozenAt() != null;
    }

    /// What is being done just now.
    public String step(Frame frame) {
        if (edition.step().isEmpty())
            return edition.frozenAt() == null
                    ? frame.t("reports.edition.freezing", edition.done())
                    : frame.t("reports.edition.finishing");
        String[] parts = edition.step().split("\\.");
        return frame.t(
                "reports.edition.writing",
                parts[parts.length - 1].toUpperCase(java.util.Locale.ROOT),
                language(parts[0]));
    }

    private static String language(String code) {
        return Languages.endonym(code);
    }

    static String state(Frame frame, Edition edition) {
        if (edition.publishedAt() != null)
            return frame.t("reports.edition.published", frame.dateTime(edition.publishedAt()));
        return switch (edition.state()) {
            case RUNNING -> frame.t("reports.edition.running");
            case DONE -> frame.t("reports.edition.done");
            case STOPPED -> frame.t("reports.edition.stopped");
            case FAILED -> frame.t("reports.edition.failed");
            case INTERRUPTED -> frame.t("reports.edition.interrupted");
        };
    }

    public String state(Frame frame) {
        return state(frame, edition);
    }
}
