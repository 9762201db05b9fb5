package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.calls.Questionnaire;
import org.throughline.platform.Json;
import org.throughline.platform.Messages;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class AnswerCheckTests {

    private static final String TWICE = """
            [{"key": "C1", "milestone": "One"}, {"key": "C2", "milestone": "Two"}, {"key": "C1", "challenge": "Three"}]""";

    @Autowired
    AnswerCheck check;

    @Autowired
    Messages messages;

    private final Questionnaire questionnaire = Json.read(SmallCall.QUESTIONNAIRE, Questionnaire.class);
    private final List<Violation> violations = new ArrayList<>();

    private List<Answer> answer(Questionnaire asked, String question, String json, String language, boolean complete) {
        return check.check(asked, Map.of(question, Json.tree(json)), language, complete, violations);
    }

    @Test
    void aNumberIsKeptAsANumberInWhateverDigitsItCame() {
        for (String typed : List.of("\"١٢\"", "\"۱۲\"", "\"１２\"", "\"12\"", "12")) {
            Answer answer = answer(questionnaire, "q5", typed, "ar", true).getFirst();
            assertThat(answer.text()).isEqualTo("12");
            assertThat(answer.value().isNumber()).isTrue();
        }
        assertThat(violations).isEmpty();
        answer(questionnaire, "q5", "\"٤٢\"", "ar", true);
        assertThat(violations).extracting(Violation::messageKey).containsExactly("inputs.violation.too-great");
    }

    @Test
    void aSubjectStandsInOneRowOnly() {
        answer(questionnaire, "q4", TWICE, "fr", true);
        assertThat(violations).hasSize(1);
        Violation violation = violations.getFirst();
        assertThat(violation.field()).isEqualTo("answers.q4.2.key");
        assertThat(violation.words(messages.in("en")))
                .startsWith("Row 3 is about")
                .contains("row 1");
    }

    @Test
    void whatCameOnPaperOrFromElsewhereMayRepeatASubject() {
        assertThat(answer(questionnaire, "q4", TWICE, "fr", false)).hasSize(1);
        assertThat(violations).isEmpty();
    }

    @Test
    void aQuestionWithMoreRowsThanSubjectsMeansThemToRepeat() {
        var asked = Json.read("""
                {"sections": [{"code": "I", "title": {"en": "One"}, "questions": [
                  {"code": "q4", "kind": "group", "label": {"en": "Events"}, "max": 5,
                   "choices": [{"code": "C1", "label": {"en": "Held"}}, {"code": "C2", "label": {"en": "Planned"}}],
                   "fields": [{"code": "milestone", "label": {"en": "Which"}}, {"code": "challenge", "label": {"en": "Where"}}]}]}]}""", Questionnaire.class);
        answer(asked, "q4", TWICE, "en", true);
        assertThat(violations).isEmpty();
    }

    @Test
    void aChoiceIsNamedInTheLanguageOfWhoReadsTheWords() {
        answer(questionnaire, "q2", "[\"C2\", \"C2\"]", "fr", true);
        String english =
                check.offered(questionnaire.question("q2").orElseThrow(), "en").get("C2");
        String french =
                check.offered(questionnaire.question("q2").orElseThrow(), "fr").get("C2");
        assertThat(english).isNotEqualTo(french);
        assertThat(violations.getFirst().words(messages.in("en"))).contains(english);
        assertThat(violations.getFirst().words(messages.in("fr"))).contains(french);
    }
}
