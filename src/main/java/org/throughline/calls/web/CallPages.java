package org.throughline.calls.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.calls.Call;
import org.throughline.calls.Call.Stage;
import org.throughline.calls.CallPanel;
import org.throughline.calls.Calls;
import org.throughline.calls.PublishedCalls;
import org.throughline.citations.CitationTags;
import org.throughline.citations.Cited;
import org.throughline.citations.Citing;
import org.throughline.citations.MarkLine;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Surroundings;
import org.throughline.reviews.Review;
import org.throughline.reviews.Review.Milestone;
import org.throughline.reviews.Reviews;

/// The pages of calls that everybody reads; the secretariat sees on them what it may do.
@Controller
class CallPages {

    private final PublishedCalls published;
    private final Calls calls;
    private final Reviews reviews;
    private final List<CallPanel> panels;
    private final List<Surroundings> surroundings;
    private final Cited cited;
    private final PageStore pages;
    private final Clock clock;

    CallPages(
            PublishedCalls published,
            Calls calls,
            Reviews reviews,
            List<CallPanel> panels,
            List<Surroundings> surroundings,
            Cited cited,
            PageStore pages,
            Clock clock) {
        this.published = published;
        this.calls = calls;
        this.reviews = reviews;
        this.panels = panels;
        this.surroundings = surroundings;
        this.cited = cited;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/calls")
    ModelAndView index(Frame frame) {
        pages.dependsOn("calls");
        pages.freshFor(Duration.ofMinutes(1));
        Instant now = clock.instant();
        List<CallLine> lines =
                published.all().stream().map(call -> CallLine.of(call, now)).toList();
        List<CallLine> drafts = frame.may(Permission.MANAGE_CALLS)
                ? calls.all().stream()
                        .filter(call -> call.publishedAt() == null)
                        .map(call -> CallLine.of(call, now))
                        .toList()
                : List.of();
        return Pages.show(
                frame,
                "calls/web/index",
                new CallIndexPage(
                        with(lines, Stage.OPEN), with(lines, Stage.UPCOMING), with(lines, Stage.CLOSED), drafts));
    }

    private static List<CallLine> with(List<CallLine> lines, Stage stage) {
        return lines.stream().filter(line -> line.stage() == stage).toList();
    }

    @OpenToAll
    @GetMapping("/calls/{slug}")
    ModelAndView show(Frame frame, @PathVariable String slug) {
        Call call = published
                .find(slug)
                .or(() -> frame.may(Permission.MANAGE_CALLS) ? calls.find(slug) : java.util.Optional.empty())
                .orElseThrow(Refusal::notFound);
        pages.dependsOn("call:" + slug, CitationTags.of(Citing.Kind.CALL, slug));
        panels.forEach(panel -> pages.dependsOn(panel.tags(call).toArray(String[]::new)));
        Instant now = clock.instant();
        pages.freshFor(Duration.ofMinutes(1));
        List<CallPanel.Item> items = call.publishedAt() == null
                ? List.of()
                : panels.stream()
                        .flatMap(panel -> panel.of(call, frame.language()).stream())
                        .sorted(Comparator.comparingInt(CallPanel.Item::order))
                        .toList();
        var questionnaire =
                call.publishedAt() == null ? calls.newestQuestionnaire(call.id()) : published.questionnaire(call.id());
        var review =
                call.reviewId() == null ? null : reviews.find(call.reviewId()).orElse(null);
        if (review != null) pages.dependsOn("review:" + review.slug());
        return Pages.show(
                frame,
                "calls/web/show",
                new CallPage(
                        call,
                        CallLine.of(call, now),
                        review == null ? null : review.title(),
                        review == null ? "" : review.slug(),
                        review == null ? List.of() : meetings(review, call),
                        items,
                        MarkLine.of(frame, cited.marks(Citing.Kind.CALL, slug)),
                        Surroundings.all(surroundings, frame, "/calls/" + slug),
                        questionnaire));
    }

    // What met before the call opened did not speak of what came in.
    private static List<Milestone> meetings(Review review, Call call) {
        LocalDate opened = call.opensAt().atZone(ZoneOffset.UTC).toLocalDate();
        return review.milestones().stream()
                .filter(milestone -> milestone.kind().equals("meeting"))
                .filter(milestone -> !milestone.heldOn().isBefore(opened))
                .toList();
    }
}
