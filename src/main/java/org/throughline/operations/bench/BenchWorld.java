package org.throughline.operations.bench;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.NewCall;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.calls.Questionnaire.Section;
import org.throughline.inputs.Consent;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Publication;
import org.throughline.inputs.Reception;
import org.throughline.inputs.Respondent;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.Command;
import tools.jackson.databind.JsonNode;

/// `bench-world --inputs N`: makes an open call with that many published inputs of 1,500 words, through the
/// services that an import uses.
@Component
class BenchWorld implements Command {

    static final String SLUG = "bench";
    static final int QUESTIONS = 6;
    private static final int WORDS = 1_500;
    private static final int AT_ONCE = 16;

    private final Calls calls;
    private final Inputs inputs;
    private final Publication publication;
    private final Clock clock;

    BenchWorld(Calls calls, Inputs inputs, Publication publication, Clock clock) {
        this.calls = calls;
        this.inputs = inputs;
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bench-world";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        int count = arguments.number("inputs", 0, 1_000_000).orElse(10_000);
        Actor actor = Actor.system("measurement");
        CallId call = open(actor);
        long began = System.nanoTime();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var turn = new Semaphore(AT_ONCE);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                int number = i;
                turn.acquire();
                running.add(executor.submit(() -> {
                    try {
                        takeIn(call, number, actor);
                    } finally {
                        turn.release();
                    }
                }));
            }
            for (Future<?> each : running) each.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The world of the measurement could not be made", e);
        }
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        out.println(count + " inputs of " + WORDS + " words in " + time.toMillis() + " ms");
        return 0;
    }

    private void takeIn(CallId call, int number, Actor actor) {
        var reception = new Reception(Reception.Origin.IMPORT, null, "bench-" + number, null, clock.instant(), "en");
        publication.publish(
                inputs.submit(call, input(number, WORDS), reception, actor).id(), actor);
    }

    private CallId open(Actor actor) {
        var before = calls.find(SLUG);
        if (before.isPresent()) return before.get().id();
        Instant now = clock.instant();
        CallId id = calls.create(
                new NewCall(
                        SLUG,
                        null,
                        LocalizedText.of("en", "A call for measurements"),
                        LocalizedText.of("en", "Made-up inputs that show how fast the program is."),
                        LocalizedText.EMPTY,
                        Call.Mandate.NONE,
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofDays(30))),
                actor);
        calls.saveQuestionnaire(id, questionnaire(), actor);
        calls.publish(id, actor);
        return id;
    }

    private static Questionnaire questionnaire() {
        List<Question> questions = new ArrayList<>();
        for (int i = 1; i <= QUESTIONS; i++)
            questions.add(Question.of(
                    "q" + i,
                    Kind.LONG_TEXT,
                    LocalizedText.of("en", "What about subject " + i + "?"),
                    null,
                    false,
                    1_000,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "I"));
        return new Questionnaire(
                List.of(new Section("I", LocalizedText.of("en", "Subjects"), LocalizedText.EMPTY, questions)));
    }

    /// One made-up input; the same number gives the same input.
    static NewInput input(int number, int words) {
        var sample = new SampleText(number);
        String language = sample.language();
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (int i = 1; i <= QUESTIONS; i++)
            answers.put("q" + i, Json.mapper().valueToTree(sample.words(language, words / QUESTIONS)));
        var respondent = new Respondent(
                Respondent.Behalf.ORGANISATION,
                "Organisation " + number,
                "Person " + number,
                "person" + number + "@example.org",
                sample.type(),
                sample.country(),
                "",
                Respondent.Scope.NATIONAL);
        return new NewInput(language, respondent, answers, Consent.ALL, List.of(), List.of());
    }
}
