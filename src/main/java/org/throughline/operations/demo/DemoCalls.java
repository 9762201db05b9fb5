package org.throughline.operations.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.NewCall;
import org.throughline.calls.Questionnaire;
import org.throughline.platform.LocalizedText;
import org.throughline.reviews.Review;
import org.throughline.reviews.Reviews;

/// The review of the example world, its past call with an extension, and a call that is open whenever the world is
/// made.
@Component
class DemoCalls {

    private final Reviews reviews;
    private final Calls calls;
    private final Clock clock;

    DemoCalls(Reviews reviews, Calls calls, Clock clock) {
        this.reviews = reviews;
        this.calls = calls;
        this.clock = clock;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ReviewFile(
            String slug, LocalizedText title, LocalizedText description, List<MilestoneLine> milestones) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record MilestoneLine(
            LocalDate date,
            String kind,
            LocalizedText title,
            @Nullable String source) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CallFile(
            String slug,
            String review,
            LocalizedText title,
            LocalizedText purpose,
            LocalizedText body,
            Call.Mandate mandate,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Integer opensInDays,
            @Nullable Integer closesInDays,
            List<ExtensionLine> extensions,
            Questionnaire questionnaire) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ExtensionLine(Instant decidedAt, Instant closesAt, LocalizedText reason) {}

    @Nullable
    CallId find(String slug) {
        return calls.find(slug).map(Call::id).orElse(null);
    }

    void loadReview(Actor actor) {
        ReviewFile file = ExampleFiles.read("review.json", ReviewFile.class);
        if (reviews.find(file.slug()).isPresent()) return;
        List<Review.Milestone> milestones = file.milestones().stream()
                .map(line -> new Review.Milestone(
                        line.date(), line.kind(), line.title(), Objects.requireNonNullElse(line.source(), "")))
                .toList();
        reviews.save(file.slug(), file.title(), file.description(), milestones, actor);
    }

    /// Makes and publishes the call of a file unless there is one at its address.
    CallId load(String name, Actor actor) {
        CallFile file = ExampleFiles.read(name, CallFile.class);
        Optional<Call> before = calls.find(file.slug());
        CallId id = before.map(Call::id).orElseGet(() -> calls.create(words(file), actor));
        if (before.map(Call::publishedAt).isPresent()) return id;
        calls.saveQuestionnaire(id, file.questionnaire(), actor);
        Call made = calls.get(id);
        calls.publish(id, made.opensAt(), actor);
        for (ExtensionLine extension : file.extensions())
            calls.extend(id, extension.closesAt(), extension.reason(), extension.decidedAt(), actor);
        return id;
    }

    private NewCall words(CallFile file) {
        UUID review = reviews.find(file.review()).map(Review::id).orElse(null);
        return new NewCall(
                file.slug(),
                review,
                file.title(),
                file.purpose(),
                file.body(),
                file.mandate(),
                file.opensAt() != null ? file.opensAt() : inDays(file.opensInDays()),
                file.closesAt() != null ? file.closesAt() : inDays(file.closesInDays()));
    }

    // The end of a day in Geneva's winter time, near enough for an example.
    private Instant inDays(@Nullable Integer days) {
        LocalDate day =
                clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(Objects.requireNonNullElse(days, 0));
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(61, ChronoUnit.MINUTES);
    }
}
