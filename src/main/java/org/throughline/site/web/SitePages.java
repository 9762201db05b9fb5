package org.throughline.site.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.inputs.InputTags;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.Tally;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.reviews.Reviews;
import org.throughline.synthesis.PublishedSummaries;

/// The pages that belong to the site as a whole.
@Controller
class SitePages {

    private final PublishedCalls calls;
    private final PublishedInputs inputs;
    private final PublishedSummaries summaries;
    private final Reviews reviews;
    private final ThingsToTry things;
    private final PageStore pages;
    private final Clock clock;

    SitePages(
            PublishedCalls calls,
            PublishedInputs inputs,
            PublishedSummaries summaries,
            Reviews reviews,
            ThingsToTry things,
            PageStore pages,
            Clock clock) {
        this.calls = calls;
        this.inputs = inputs;
        this.summaries = summaries;
        this.reviews = reviews;
        this.things = things;
        this.pages = pages;
        this.clock = clock;
    }

    /// What is open now, what has an outcome, and where each review stands.
    @OpenToAll
    @GetMapping("/")
    ModelAndView home(Frame frame) {
        pages.sameForAll("calls", "reviews");
        pages.freshFor(Duration.ofMinutes(1));
        Instant now = clock.instant();
        List<Call> all = calls.all();
        List<HomePage.OpenCall> open = all.stream()
                .filter(call -> call.isOpenAt(now))
                .map(call -> new HomePage.OpenCall(
                        call, Math.max(0, Duration.between(now, call.endsAt()).toDays())))
                .toList();
        List<HomePage.Outcome> outcomes = all.stream()
                .filter(call -> summaries.exists(call.id()))
                .map(call -> {
                    pages.dependsOn(
                            InputTags.statistics(call.slug()), "summary:" + call.slug(), InputTags.list(call.slug()));
                    Tally tally = inputs.tally(call.id());
                    return new HomePage.Outcome(
                            call,
                            tally.received(),
                            tally.published(),
                            summaries
                                    .newest(call.id())
                                    .orElseThrow()
                                    .sentences()
                                    .size());
                })
                .toList();
        return Pages.show(
                frame,
                "site/web/home",
                new HomePage(open, outcomes, reviews.all(), things.of(frame, all, open, outcomes)));
    }

    @OpenToAll
    @GetMapping("/about")
    ModelAndView about(Frame frame) {
        pages.sameForAll("about");
        return Pages.show(frame, "site/web/about", "");
    }

    /// What can be taken away: files, API, log, verifier.
    @OpenToAll
    @GetMapping("/data")
    ModelAndView data(Frame frame) {
        pages.dependsOn("calls");
        return Pages.show(frame, "site/web/data", new DataPage(calls.all()));
    }
}
