package org.throughline.operations.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.KeeperRole;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectId;
import org.throughline.stocktaking.ProjectModeration;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import tools.jackson.databind.JsonNode;

/// The example projects of the register in six languages: published, waiting, merged, over, some confirmed lately
/// and some not for years.
@Component
class DemoProjects {

    private static final String FILE = "projects.json";
    private static final Duration CHECKING = Duration.ofDays(9);

    private final Register register;
    private final ProjectModeration moderation;
    private final ProjectCollections collections;

    DemoProjects(Register register, ProjectModeration moderation, ProjectCollections collections) {
        this.register = register;
        this.moderation = moderation;
        this.collections = collections;
    }

    private enum State {
        PUBLISHED,
        WAITING,
        ASKED_BACK,
        MERGED;

        @com.fasterxml.jackson.annotation.JsonCreator
        static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Line(
            String language,
            Instant receivedAt,
            Instant confirmedAt,
            State state,
            @Nullable String keeper,
            @Nullable Instant closedAt,
            @Nullable String mergedInto,
            @Nullable String note,
            Map<String, JsonNode> answers) {

        String title() {
            return answers.get("title").stringValue();
        }
    }

    /// Takes in those that are not there yet.
    ///
    /// @param contributor who keeps those that the file gives to that person
    void load(UUID contributor, Actor actor) {
        ProjectCollection wsis = collections.find(ProjectCollection.WSIS).orElseThrow();
        List<Line> lines = List.of(ExampleFiles.read(FILE, Line[].class));
        for (int i = 0; i < lines.size(); i++) {
            String key = "example-" + (i + 1);
            if (register.find(wsis, key).isEmpty()) load(wsis, key, lines, lines.get(i), contributor, actor);
        }
    }

    private void load(ProjectCollection wsis, String key, List<Line> lines, Line line, UUID contributor, Actor actor) {
        boolean kept = line.keeper() != null;
        var reception = new Reception(
                kept ? Reception.Origin.FORM : Reception.Origin.IMPORT,
                kept ? contributor : null,
                kept ? KeeperRole.OWNER : null,
                key,
                null,
                line.receivedAt(),
                line.confirmedAt());
        ProjectId id = register.receive(
                        wsis, NewProject.of(line.language(), line.answers(), Consent.ALL), reception, actor)
                .id();
        if (line.state() == State.WAITING) return;
        if (line.state() == State.ASKED_BACK) {
            int seen = register.find(id).orElseThrow().version();
            moderation.askBack(id, seen, Objects.requireNonNull(line.note()), actor);
            return;
        }
        register.publishAll(List.of(id), line.receivedAt().plus(CHECKING), actor);
        if (line.mergedInto() != null) register.merge(id, named(wsis, lines, line.mergedInto()), actor);
        if (line.closedAt() != null) register.close(id, actor);
    }

    private ProjectId named(ProjectCollection wsis, List<Line> lines, String title) {
        for (int i = 0; i < lines.size(); i++)
            if (lines.get(i).title().equals(title))
                return register.find(wsis, "example-" + (i + 1)).orElseThrow();
        throw new IllegalStateException("No example project is called " + title);
    }
}
