package org.throughline.mandates.web;

import java.util.List;
import java.util.Map;
import org.throughline.audit.ActorWords;
import org.throughline.audit.AuditTrail.Act;
import org.throughline.citations.CitationReviews.Outcome;
import org.throughline.citations.CitationReviews.Review;
import org.throughline.citations.CitedWords;
import org.throughline.platform.Json;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// What cites one instrument and has to be looked at.
///
/// @param acts what was done last, newest first
/// @param titles of the things that these acts name, as far as they are there
/// @param page from 1
public record RevisionReviewPage(
        String slug,
        String name,
        List<Review> reviews,
        Typed typed,
        FormErrors errors,
        List<Act> acts,
        Map<String, String> titles,
        int page,
        boolean more) {

    public String kind(Frame frame, Review review) {
        return CitedWords.kind(frame, review.kind());
    }

    /// Whether it is to be looked at, or what came of that.
    public String state(Frame frame, Review review) {
        var at = review.lookedAt();
        var outcome = review.outcome();
        if (at == null || outcome == null) return frame.t("mandates.reviews.waits", frame.date(review.since()));
        if (!review.cited()) return frame.t("mandates.reviews.gone", frame.date(at));
        return frame.t("mandates.reviews.looked", frame.date(at), CitedWords.outcome(frame, outcome));
    }

    public String chosen(Review review) {
        return review.id() + ":" + review.version();
    }

    public boolean isChosen(Review review) {
        return typed.has("chosen", chosen(review));
    }

    public List<Option> outcomes(Frame frame) {
        return List.of(Outcome.values()).stream()
                .map(one -> new Option(one.word(), CitedWords.outcome(frame, one), typed.has("outcome", one.word())))
                .toList();
    }

    /// What an act says was looked at, by its kind and key; empty where it says none.
    static String thing(Act act) {
        return Json.tree(act.details()).path("thing").asString("");
    }

    /// Who looked at what and what came of it.
    public String act(Frame frame, Act act) {
        var details = Json.tree(act.details());
        Outcome outcome = Outcome.of(details.path("outcome").asString(""));
        return outcome == null
                ? CitedWords.act(frame, act.action())
                : frame.t(
                        "mandates.reviews.act",
                        frame.dateTime(act.at()),
                        ActorWords.of(frame, act),
                        "\u2068" + titles.getOrDefault(thing(act), thing(act)) + "\u2069",
                        CitedWords.outcome(frame, outcome));
    }
}
