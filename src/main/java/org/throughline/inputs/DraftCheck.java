package org.throughline.inputs;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;

/// Finds everything that keeps a draft from being sent: what [Inputs] would refuse, and the questions that the form
/// asks and other ways do not.
@Component
class DraftCheck {

    private final Calls calls;
    private final RespondentCheck respondents;
    private final AnswerCheck answers;

    DraftCheck(Calls calls, RespondentCheck respondents, AnswerCheck answers) {
        this.calls = calls;
        this.respondents = respondents;
        this.answers = answers;
    }

    List<Violation> problems(Draft draft) {
        Questionnaire questionnaire = calls.questionnaire(draft.call(), draft.questionnaireVersion());
        DraftContent content = draft.content();
        List<Violation> violations = new ArrayList<>();
        if (content.who("behalf").isBlank())
            violations.add(Violation.of("respondent.behalf", "inputs.form.violation.behalf"));
        if (content.who("scope").isBlank())
            violations.add(Violation.of("respondent.scope", "inputs.form.violation.scope"));
        NewInput known = respondents.check(draft.toInput(), false, violations);
        List<Answer> given = answers.check(questionnaire, known.answers(), known.language(), true, violations);
        InputCheck.checkFiles(questionnaire, known, true, violations);
        boolean says = !known.files().isEmpty()
                || given.stream().anyMatch(answer -> answer.kind() != Questionnaire.Kind.DECLARATION);
        // Where single answers are missing, that says it already.
        if (!says
                && violations.stream().noneMatch(violation -> violation.field().startsWith("answers.")))
            violations.add(InputCheck.nothingSaid(questionnaire));
        for (Use use : Use.asked(questionnaire))
            if (!content.consent().containsKey(use.word()))
                violations.add(Violation.of("consent." + use.word(), "inputs.form.violation.consent"));
        return violations;
    }
}
