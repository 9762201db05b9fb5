package org.throughline.mandates.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.audit.AuditTrail.Act;
import org.throughline.citations.CitationReviews;
import org.throughline.citations.CitationReviews.Outcome;
import org.throughline.citations.CitationReviews.Review;
import org.throughline.citations.CitationReviews.Seen;
import org.throughline.mandates.Instrument;
import org.throughline.mandates.Mandates;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;

/// Where the secretariat looks at what cites something that was revised since, and says what came of it.
@Controller
class RevisionReviewPages {

    private static final Pattern SEEN = Pattern.compile("([0-9a-f-]{36}):(\\d{1,9})");
    private static final int LAST_PAGE = 100_000;
    private static final int ACTS = 20;

    private final CitationReviews reviews;
    private final Mandates mandates;
    private final AuditTrail audit;

    RevisionReviewPages(CitationReviews reviews, Mandates mandates, AuditTrail audit) {
        this.reviews = reviews;
        this.mandates = mandates;
        this.audit = audit;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mandates/reviews")
    ModelAndView all(Frame frame, @RequestParam(defaultValue = "1") int page) {
        int at = Math.clamp(page, 1, LAST_PAGE);
        List<CitationReviews.Group> groups = reviews.groups(at);
        Map<String, Instrument> instruments =
                mandates
                        .findAll(groups.stream()
                                .map(CitationReviews.Group::instrument)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Instrument::slug, Function.identity()));
        return Pages.show(
                frame,
                "mandates/web/reviews",
                new RevisionReviewsPage(
                        groups.stream()
                                .limit(CitationReviews.PAGE)
                                .map(one -> new RevisionReviewsPage.Line(
                                        one.instrument(),
                                        name(frame, one.instrument(), instruments.get(one.instrument())),
                                        one.waiting(),
                                        one.all()))
                                .toList(),
                        reviews.waiting(),
                        at,
                        groups.size() > CitationReviews.PAGE));
    }

    private static String name(Frame frame, String slug, @Nullable Instrument instrument) {
        return instrument == null
                ? slug
                : frame.t(
                        "mandates.reviews.of",
                        InstrumentWords.name(frame, instrument),
                        frame.text(instrument.body().name()));
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/mandates/reviews/{slug}")
    ModelAndView one(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "1") int page) {
        return show(frame, slug, page, Typed.NOTHING, FormErrors.NONE, HttpStatus.OK.value());
    }

    private ModelAndView show(Frame frame, String slug, int page, Typed typed, FormErrors errors, int status) {
        Instrument instrument = mandates.find(slug).orElseThrow(Refusal::notFound);
        int at = Math.clamp(page, 1, LAST_PAGE);
        List<Review> found = reviews.of(slug, at);
        List<Act> acts = audit.of(CitationReviews.subject(slug), ACTS);
        return Pages.show(
                frame,
                "mandates/web/review",
                new RevisionReviewPage(
                        slug,
                        name(frame, slug, instrument),
                        found.stream().limit(CitationReviews.PAGE).toList(),
                        typed,
                        errors,
                        acts,
                        titles(frame, acts),
                        at,
                        found.size() > CitationReviews.PAGE),
                status);
    }

    private Map<String, String> titles(Frame frame, List<Act> acts) {
        Set<String> things = acts.stream()
                .map(RevisionReviewPage::thing)
                .filter(one -> one.contains("/"))
                .collect(Collectors.toSet());
        return reviews.titles(things).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> frame.text(one.getValue())));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/mandates/reviews/{slug}")
    ModelAndView look(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam MultiValueMap<String, String> parameters) {
        Typed typed = Typed.of(parameters);
        List<Seen> seen = seen(typed.all("chosen"));
        Outcome outcome = Outcome.of(typed.of("outcome"));
        String reason = typed.of("reason");
        var errors = FormErrors.collector();
        if (seen.isEmpty()) errors.add("chosen", frame.t("citations.problem.nothing-chosen"));
        if (outcome == null) errors.add("outcome", frame.t("mandates.reviews.outcome.missing"));
        else if (outcome != Outcome.CHANGED && reason.isBlank())
            errors.add("reason", frame.t("citations.problem.reason-missing"));
        if (reason.length() > CitationReviews.LONGEST_REASON)
            errors.add("reason", frame.t("citations.problem.reason-too-long", CitationReviews.LONGEST_REASON));
        if (!Storable.is(reason)) errors.add("reason", frame.t("mandates.form.unstorable"));
        FormErrors wrong = errors.done();
        if (!wrong.isEmpty() || outcome == null) return show(frame, slug, page, typed, wrong, 422);
        reviews.look(seen, outcome, reason, actor);
        FrameResolver.notice(request, frame.t("mandates.reviews.kept", seen.size()));
        return Pages.goTo(frame, "/mandates/reviews/" + slug);
    }

    // As the page sent them; what it did not send is nothing of ours.
    private static List<Seen> seen(List<String> chosen) {
        var seen = new ArrayList<Seen>();
        for (String one : chosen) {
            var match = SEEN.matcher(one);
            if (match.matches()) {
                try {
                    seen.add(new Seen(UUID.fromString(match.group(1)), Integer.parseInt(match.group(2))));
                } catch (IllegalArgumentException notOurs) {
                    throw Refusal.badRequest();
                }
            }
        }
        return seen.stream().distinct().limit(CitationReviews.PAGE).toList();
    }
}
