package org.throughline.inputs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Inputs.Checked;

/// Holds an input to the questionnaire it answers, whichever way it comes: who speaks, what is answered, which files
/// are there.
@Component
class InputCheck {

    private final Calls calls;
    private final AnswerCheck answers;
    private final RespondentCheck respondents;
    private final Cache<String, Questionnaire> questionnaires =
            Caffeine.newBuilder().maximumSize(200).build();

    InputCheck(Calls calls, AnswerCheck answers, RespondentCheck respondents) {
        this.calls = calls;
        this.answers = answers;
        this.respondents = respondents;
    }

    /// Refuses with everything that is wrong at once.
    ///
    /// @param lenient whether an incomplete input is taken, as what comes on paper is
    /// @param wordLimits false where the words were counted, or not limited, by whoever took the input in first
    Checked hold(Calls.Window window, NewInput input, boolean lenient, boolean wordLimits) {
        Questionnaire questionnaire = questionnaire(window);
        List<Violation> violations = new ArrayList<>();
        NewInput known = respondents.check(input, lenient, violations);
        List<Answer> given = answers.check(questionnaire, known.answers(), known.language(), !lenient, violations);
        checkFiles(questionnaire, known, !lenient, violations);
        boolean says = !known.files().isEmpty()
                || given.stream().anyMatch(answer -> answer.kind() != Questionnaire.Kind.DECLARATION);
        if (!wordLimits)
            violations.removeIf(violation -> violation.messageKey().equals("inputs.violation.too-many-words"));
        if (!says && violations.isEmpty()) violations.add(nothingSaid(questionnaire));
        if (!violations.isEmpty()) throw new InputRefused(violations);
        return new Checked(known, given, null);
    }

    static Violation nothingSaid(Questionnaire questionnaire) {
        boolean files = questionnaire.questions().anyMatch(question -> question.kind() == Questionnaire.Kind.FILE);
        return Violation.of(
                "answers", files ? "inputs.violation.nothing-said" : "inputs.violation.nothing-said.no-files");
    }

    /// The same for what the secretariat brings in, read for its checks on the way.
    Checked withReading(Calls.Window window, NewInput input, boolean wordLimits) {
        Checked checked = hold(window, input, true, wordLimits);
        return new Checked(
                checked.input(),
                checked.answers(),
                Reading.of(questionnaire(window), checked.input(), checked.answers()));
    }

    private Questionnaire questionnaire(Calls.Window window) {
        return questionnaires.get(
                window.call().value() + "/" + window.questionnaire(),
                key -> calls.questionnaire(window.call(), window.questionnaire()));
    }

    static void checkFiles(Questionnaire questionnaire, NewInput input, boolean complete, List<Violation> violations) {
        questionnaire
                .questions()
                .filter(question -> question.kind() == Questionnaire.Kind.FILE)
                .forEach(question -> {
                    long attached = input.files().stream()
                            .filter(file -> file.question().equals(question.code()))
                            .count();
                    String field = "answers." + question.code();
                    if (complete && question.required() && attached == 0)
                        violations.add(Violation.of(field, "inputs.violation.required"));
                    if (question.max() > 0 && attached > question.max())
                        violations.add(
                                Violation.of(field, "inputs.violation.too-many-files", attached, question.max()));
                });
    }
}
