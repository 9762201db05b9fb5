package org.throughline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.platform.Json;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// The secretariat's pages of a questionnaire, walked through as a browser without script does.
@ThroughlineTest
class QuestionnaireDeskTests extends CallWriting {

    private static final String STRANGE =
            "<script>alert(1)</script> \" & =cmd|' /C calc'!A0 \u202Eabc \uD83D\uDE00 {0} %s";

    @Test
    void codesGoOnAsTheyWereCounted() throws Exception {
        write("A counted call");
        String base = "/calls/" + slug + "/questionnaire";
        assertThat(secretariat.see(base + "/section").page().select("#code").val())
                .isEqualTo("I");
        addSection("I");
        addSection("II");
        assertThat(secretariat.see(base + "/section").page().select("#code").val())
                .isEqualTo("III");
        var question = secretariat.see(base + "/question?kind=number").page();
        assertThat(question.select("#code").val()).isEqualTo("q1");
        assertThat(question.select("#section option[selected]").val()).isEqualTo("II");
        assertThat(question.select("#summarySection").val()).isEqualTo("II");
    }

    @Test
    void aNumberWithoutBoundsIsStoredWithoutBounds() {
        String written = """
                {"sections": [{"code": "I", "questions": [{"code": "q1", "kind": "number"},
                  {"code": "q2", "kind": "number", "min": 1, "max": 9}]}]}""";
        Questionnaire stored = Json.read(Json.write(Json.read(written, Questionnaire.class)), Questionnaire.class);
        assertThat(stored.question("q1").orElseThrow().maximum()).isNull();
        assertThat(stored.question("q2").orElseThrow().maximum()).isEqualTo(9);
    }

    @Test
    void everyKindOfQuestionGoesThroughItsFormUnchanged() throws Exception {
        write("Kinds");
        addSection("I");
        addSection("II");
        addQuestion(
                "q1",
                "long-text",
                "label-en",
                "Long?",
                "label-ar",
                "طويل؟",
                "hint-en",
                "Help",
                "maxWords",
                "500",
                "required",
                "true",
                "summarySection",
                "I");
        addQuestion("q2", "short-text", "label-en", "Short?");
        addQuestion(
                "q3",
                "single-choice",
                "label-en",
                "One?",
                "choices-en",
                "yes = Yes\nno = No = never",
                "choices-fr",
                "no = Non\nyes = Oui");
        addQuestion("q4", "multiple-choice", "label-en", "Many?", "vocabulary", "sdgs", "max", "5");
        addQuestion("q5", "ranking", "label-en", "Rank?", "vocabulary", "action-lines", "max", "3");
        addQuestion(
                "q6",
                "group",
                "label-en",
                "Rows?",
                "vocabulary",
                "action-lines",
                "max",
                "6",
                "fields-en",
                "milestone (120) = Milestone\nchallenge = Challenge");
        addQuestion("q7", "number", "label-en", "How many?", "least", "-5", "most", "1000000");
        addQuestion("q8", "file", "label-en", "Files?", "max", "3");
        addQuestion("q9", "declaration", "label-en", "I confirm", "required", "true");
        Questionnaire before = questionnaire();
        assertThat(before.questions().map(Question::kind)).containsExactly(Kind.values());
        Question choice = before.question("q3").orElseThrow();
        assertThat(choice.choices().get(1).label().texts())
                .containsEntry("en", "No = never")
                .containsEntry("fr", "Non");
        assertThat(before.question("q6").orElseThrow().fields().getFirst().maxWords())
                .isEqualTo(120);

        String action = "/calls/" + slug + "/questionnaire/question";
        for (Question question : before.questions().toList())
            assertThat(secretariat
                            .fill(action + "?code=" + question.code(), action)
                            .status())
                    .isEqualTo(303);
        assertThat(questionnaire()).isEqualTo(before);
        assertThat(secretariat.see("/ar/calls/" + slug + "/preview").words()).contains("طويل؟");

        String order = "/calls/" + slug + "/questionnaire/order";
        secretariat.send(order, "do", "question-up:q2");
        secretariat.send(order, "do", "question-down:q9");
        assertThat(questionnaire().questions().map(Question::code))
                .startsWith("q2", "q1")
                .endsWith("q8", "q9");
        assertThat(questionnaire().section("II").orElseThrow().questions()).hasSize(1);
        secretariat.send(action + "/removal", "code", "q2");
        assertThat(questionnaire().question("q2")).isEmpty();
    }

    @Test
    void twoEditorsOfOneQuestionDoNotOverwriteEachOther() throws Exception {
        write("Two editors");
        addSection("I");
        addQuestion("q1", "long-text", "label-en", "As it was");
        String action = "/calls/" + slug + "/questionnaire/question";
        String seen = secretariat
                .see(action + "?code=q1")
                .page()
                .selectFirst("input[name=seen]")
                .val();
        assertThat(secretariat
                        .fill(action + "?code=q1", action, "label-en", "By one")
                        .status())
                .isEqualTo(303);
        var late = secretariat.fill(action + "?code=q1", action, "label-en", "By another", "seen", seen);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().selectFirst("#label-en").val()).isEqualTo("By another");
        assertThat(questionnaire().question("q1").orElseThrow().label().textFor("en"))
                .isEqualTo("By one");
    }

    @Test
    void aDefinitionIsTakenAsAFileOrRefusedWithItsPlace() throws Exception {
        write("From a file");
        String to = "/calls/" + slug + "/questionnaire/definition";
        byte[] json = SmallCall.QUESTIONNAIRE.getBytes(StandardCharsets.UTF_8);
        assertThat(secretariat
                        .send(to, new MockMultipartFile("file", "q.json", "application/json", json))
                        .status())
                .isEqualTo(303);
        String stored =
                secretariat.see("/calls/" + slug + "/questionnaire.json").html();
        assertThat(secretariat.send(to, "definition", stored).status()).isEqualTo(303);
        assertThat(questionnaire().questions()).hasSize(6);
        for (String wrong : List.of(
                "",
                "{",
                "[]",
                "{\"sections\": 3}",
                "{\"sections\":[{\"title\":{\"en\":\"T\"}}]}",
                "{\"sections\":[{\"code\":\"I\",\"title\":{\"en\":\"T\"},\"questions\":[{\"kind\":\"long-text\"}]}]}",
                "{\"sections\":[{\"code\":\"I\",\"title\":{\"en\":\"T\"},\"questions\":[{\"code\":\"a\",\"kind\":\"strange\"}]}]}",
                "{\"sections\":[{\"code\":\"I\",\"title\":{\"xx\":\"T\"},\"questions\":[]}]}")) {
            var refused = secretariat.send(to, "definition", wrong);
            assertThat(refused.status()).describedAs(wrong).isEqualTo(422);
            assertThat(refused.page().select(".error-summary a")).hasSize(1);
        }
        assertThat(questionnaire().questions()).hasSize(6);
    }

    @Test
    void strangeTextComesBackUnchangedAndHarmless() throws Exception {
        assertThat(write(STRANGE).status()).isEqualTo(303);
        assertThat(call().title().textFor("en")).isEqualTo(STRANGE);
        addSection("I");
        addQuestion(
                "q1",
                "single-choice",
                "label-en",
                STRANGE,
                "hint-en",
                STRANGE,
                "choices-en",
                "a = " + STRANGE + "\nb = B");
        Question question = questionnaire().question("q1").orElseThrow();
        assertThat(question.choices().getFirst().label().textFor("en")).isEqualTo(STRANGE);
        for (String path : List.of(
                "/edit",
                "/questionnaire",
                "/questionnaire/question?code=q1",
                "/questionnaire/section?code=I",
                "/window",
                "/preview",
                "")) {
            var answer = secretariat.see("/calls/" + slug + path);
            assertThat(answer.status()).describedAs(path).isEqualTo(200);
            assertThat(answer.html()).describedAs(path).doesNotContain("<script>alert");
        }
        String edit = "/calls/" + slug + "/edit";
        assertThat(secretariat.see(edit).page().selectFirst("#title-en").val()).isEqualTo(STRANGE);
        assertThat(secretariat.see("/calls/" + slug + "/form.docx").status()).isEqualTo(200);
        assertThat(secretariat.fill(edit, edit, "title-en", "a\0b").status()).isEqualTo(422);
    }
}
