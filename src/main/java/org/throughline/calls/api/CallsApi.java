package org.throughline.calls.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.calls.Questionnaire;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.JsonAnswer;
import org.throughline.platform.web.JsonAnswer.Listing;
import org.throughline.platform.web.PageStore;

/// Public calls with their questionnaires, for programs.
@RestController
class CallsApi {

    private static final Duration STAGE_HOLDS = Duration.ofMinutes(1);

    private final PublishedCalls calls;
    private final PageStore pages;
    private final Settings settings;
    private final Clock clock;

    CallsApi(PublishedCalls calls, PageStore pages, Settings settings, Clock clock) {
        this.calls = calls;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    /// A call in a list; texts by language.
    record Line(
            String slug,
            LocalizedText title,
            LocalizedText purpose,
            String stage,
            String opensAt,
            String closesAt,
            String url) {}

    record Whole(
            String slug,
            LocalizedText title,
            LocalizedText purpose,
            LocalizedText body,
            Call.@Nullable Mandate mandate,
            String stage,
            String opensAt,
            String firstClosesAt,
            String closesAt,
            List<Extended> extensions,
            Questionnaire questionnaire,
            String url) {}

    record Extended(String decidedAt, String oldEnd, String newEnd, LocalizedText reason) {}

    @OpenToAll
    @GetMapping("/api/v1/calls")
    ResponseEntity<byte[]> all() {
        pages.dependsOn("calls");
        pages.freshFor(STAGE_HOLDS);
        Instant now = clock.instant();
        List<Line> lines = calls.all().stream().map(call -> line(call, now)).toList();
        return JsonAnswer.of(new Listing<>(lines, lines.size(), null));
    }

    @OpenToAll
    @GetMapping("/api/v1/calls/{slug}")
    ResponseEntity<byte[]> one(@PathVariable String slug) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        pages.dependsOn("call:" + slug);
        pages.freshFor(STAGE_HOLDS);
        return JsonAnswer.of(new Whole(
                call.slug(),
                call.title(),
                call.purpose(),
                call.body(),
                call.mandate().isEmpty() ? null : call.mandate(),
                stage(call, clock.instant()),
                call.opensAt().toString(),
                call.firstClosesAt().toString(),
                call.endsAt().toString(),
                call.extensions().stream()
                        .map(e -> new Extended(
                                e.decidedAt().toString(),
                                e.oldEnd().toString(),
                                e.newEnd().toString(),
                                e.reason()))
                        .toList(),
                calls.questionnaire(call.id()),
                url(call)));
    }

    private Line line(Call call, Instant now) {
        return new Line(
                call.slug(),
                call.title(),
                call.purpose(),
                stage(call, now),
                call.opensAt().toString(),
                call.endsAt().toString(),
                url(call));
    }

    private static String stage(Call call, Instant now) {
        return call.stageAt(now).name().toLowerCase(Locale.ROOT);
    }

    private String url(Call call) {
        return settings.publicUrl() + "/calls/" + call.slug();
    }
}
