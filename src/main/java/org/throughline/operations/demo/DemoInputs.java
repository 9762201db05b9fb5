package org.throughline.operations.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.directory.Person;
import org.throughline.inputs.Consent;
import org.throughline.inputs.Endorsements;
import org.throughline.inputs.Families;
import org.throughline.inputs.InputId;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.NewInput.Endorsement;
import org.throughline.inputs.Publication;
import org.throughline.inputs.Received;
import org.throughline.inputs.Reception;
import org.throughline.inputs.Respondent;
import org.throughline.inputs.Respondent.Behalf;
import org.throughline.inputs.Respondent.Scope;
import org.throughline.platform.Languages;
import org.throughline.platform.StartSteps;
import tools.jackson.databind.JsonNode;

/// The example inputs in six languages, taken in like an import and then published, kept unpublished, withdrawn or
/// set aside, each by the service that people use.
@Component
class DemoInputs {

    private static final Duration CHECKING = Duration.ofDays(12);

    private final Inputs inputs;
    private final Publication publication;
    private final Endorsements endorsements;
    private final Families families;

    DemoInputs(Inputs inputs, Publication publication, Endorsements endorsements, Families families) {
        this.inputs = inputs;
        this.publication = publication;
        this.endorsements = endorsements;
        this.families = families;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Line(
            int n,
            String language,
            Behalf behalf,
            @Nullable String organisation,
            String stakeholderType,
            @Nullable String country,
            @Nullable String region,
            Scope scope,
            Contact contact,
            Consent consent,
            @Nullable List<EndorserLine> endorsers,
            Instant submittedAt,
            State state,
            @Nullable String reason,
            @Nullable Integer duplicateOf,
            @Nullable String campaign,
            Map<String, JsonNode> answers) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Contact(String name, @Nullable String email) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record EndorserLine(
            String organisation,
            String name,
            @Nullable String email,
            @Nullable String country,
            @Nullable String stakeholderType,
            boolean confirmed) {}

    @SuppressWarnings("unused")
    private enum State {
        published,
        unpublished,
        withdrawn,
        duplicate,
        received
    }

    /// Takes in what is not there yet, in the order of the numbers.
    void load(CallId call, Actor actor) {
        List<Line> lines = new ArrayList<>();
        for (String language : Languages.ALL) {
            String name = "inputs-" + language + ".json";
            if (ExampleFiles.has(name)) lines.addAll(List.of(ExampleFiles.read(name, Line[].class)));
        }
        StartSteps.begin("Loading the example world: " + lines.size() + " inputs");
        lines.sort(Comparator.comparingInt(Line::n));
        for (Line line : lines) settle(line, call, inputOf(line, call, actor), actor);
        Map<String, List<Integer>> campaigns = lines.stream()
                .filter(line -> line.campaign() != null)
                .collect(Collectors.groupingBy(Line::campaign, Collectors.mapping(Line::n, Collectors.toList())));
        if (families.accepted(call).isEmpty())
            campaigns.values().forEach(numbers -> families.accept(call, numbers, actor));
    }

    /// An input of somebody's own, sent by the form today, so that this person finds something under "My work".
    void own(CallId call, Person owner) {
        if (publication.find(call, 1).isPresent()) return;
        NewInput input = ExampleFiles.read("input-own.json", NewInput.class);
        UUID id = owner.id().value();
        inputs.submit(call, input, Reception.form(id, input.language()), new Actor(id, owner.name(), Set.of()));
    }

    private InputId inputOf(Line line, CallId call, Actor actor) {
        var before = publication.find(call, line.n());
        if (before.isPresent()) return before.get().id();
        boolean paper = line.reason() != null && line.reason().contains("paper form");
        var reception = new Reception(
                paper ? Reception.Origin.PAPER : Reception.Origin.IMPORT,
                (UUID) null,
                "example-" + line.n(),
                null,
                line.submittedAt(),
                Languages.isKnown(line.language()) ? line.language() : Languages.DEFAULT);
        Received received = inputs.submit(call, newInput(line), reception, actor);
        if (received.number() != line.n())
            throw new IllegalStateException("Example input " + line.n() + " got the number " + received.number());
        return received.id();
    }

    private static NewInput newInput(Line line) {
        var respondent = new Respondent(
                line.behalf(),
                Objects.requireNonNullElse(line.organisation(), ""),
                line.contact().name(),
                Objects.requireNonNullElse(line.contact().email(), ""),
                line.stakeholderType(),
                line.country(),
                Objects.requireNonNullElse(line.region(), ""),
                line.scope());
        List<Endorsement> endorsers = Objects.requireNonNullElse(line.endorsers(), List.<EndorserLine>of()).stream()
                .map(endorser -> Endorsement.of(
                        endorser.organisation(),
                        endorser.name(),
                        endorser.email(),
                        endorser.country(),
                        endorser.stakeholderType()))
                .toList();
        return new NewInput(line.language(), respondent, line.answers(), line.consent(), endorsers, List.of());
    }

    private void settle(Line line, CallId call, InputId id, Actor actor) {
        List<String> confirmed = Objects.requireNonNullElse(line.endorsers(), List.<EndorserLine>of()).stream()
                .filter(EndorserLine::confirmed)
                .map(EndorserLine::organisation)
                .toList();
        if (!confirmed.isEmpty()) endorsements.confirmedElsewhere(id, confirmed, actor);
        switch (line.state()) {
            case published -> publication.publish(id, line.submittedAt().plus(CHECKING), actor);
            case unpublished -> publication.withhold(id, Objects.requireNonNullElse(line.reason(), "–"), actor);
            case withdrawn -> inputs.withdraw(id, actor);
            case duplicate -> {
                int number = Objects.requireNonNull(line.duplicateOf());
                InputRecord original = publication.find(call, number).orElseThrow();
                publication.markDuplicate(id, original.id(), actor);
            }
            case received -> {
                // Waits for the secretariat, like one that came in today.
            }
        }
    }
}
