package org.throughline.suggestions.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.audit.AuditTrail.Act;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.web.Frame;
import org.throughline.suggestions.LearntHere;
import org.throughline.suggestions.Reason;
import org.throughline.suggestions.web.TermsPage.Change;
import org.throughline.suggestions.web.TermsPage.Weighed;
import tools.jackson.core.type.TypeReference;

/// Says in a reader's language what was changed about terms and what speaks for a code.
@Component
class TermWords {

    private static final int MOST_REASONS = 20;
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    List<Weighed> weighed(Frame frame, List<Reason> reasons) {
        return reasons.stream()
                .limit(MOST_REASONS)
                .map(reason -> new Weighed(reason.words(), kind(frame, reason), signed(reason.part())))
                .toList();
    }

    private static String kind(Frame frame, Reason reason) {
        return switch (reason.kind()) {
            case TERM -> frame.t("suggestions.terms.kind.term");
            case OWN_TERM -> frame.t("suggestions.terms.kind.own");
            case WORD -> frame.t("suggestions.terms.kind.word");
            case BEGINNING -> frame.t("suggestions.terms.kind.beginning");
        };
    }

    static String signed(double part) {
        return (part > 0 ? "+" : "−") + String.format(Locale.ROOT, "%.2f", Math.abs(part));
    }

    List<Change> changes(Frame frame, List<Act> acts) {
        return acts.stream()
                .map(act -> new Change(frame.dateTime(act.at()), act.name(), words(frame, act)))
                .toList();
    }

    private static String words(Frame frame, Act act) {
        Map<String, Object> details = Json.read(act.details(), DETAILS);
        if (act.action().equals(LearntHere.BEGUN_ANEW))
            return frame.t("suggestions.learnt.change", details.getOrDefault("texts", 0));
        return frame.t(
                "suggestions.terms.change",
                text(details, "term"),
                text(details, "code"),
                Languages.endonym(text(details, "language")),
                text(details, "before"),
                text(details, "after"));
    }

    private static String text(Map<String, Object> details, String key) {
        return String.valueOf(details.getOrDefault(key, ""));
    }
}
