package org.throughline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.reviews.Review;
import org.throughline.reviews.Reviews;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// The secretariat's pages of a call, walked through as a browser without script does.
@ThroughlineTest
class CallDeskTests {

    private static final String STRANGE =
            "<script>alert(1)</script> \" & =cmd|' /C calc'!A0 \u202Eabc \uD83D\uDE00 {0} %s";

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    DemoPeople people;

    @Autowired
    Reviews reviews;

    String slug;
    Visitor secretariat;

    @BeforeEach
    void theSecretariat() throws Exception {
        slug = SmallCall.freshSlug();
        secretariat = Visitor.as(web, people, "secretariat");
    }

    private Visitor.Answer write(String title) throws Exception {
        return secretariat.send(
                "/calls/new",
                "title-en",
                title,
                "purpose-en",
                "To learn",
                "title-ar",
                "نداء",
                "slug",
                slug,
                "review",
                "",
                "instrument",
                "Resolution 70/125",
                "paragraph",
                "71",
                "link",
                "https://undocs.org/A/RES/70/125",
                "opens-date",
                "2026-01-10",
                "opens-time",
                "09:00",
                "closes-date",
                "2027-07-01",
                "closes-time",
                "23:59");
    }

    private Call call() {
        return calls.find(slug).orElseThrow();
    }

    private Questionnaire questionnaire() {
        return calls.newestQuestionnaire(call().id());
    }

    private void addQuestion(String code, String kind, String... fields) throws Exception {
        var all = new ArrayList<>(List.of("before", "", "seen", "", "kind", kind, "section", "I", "code", code));
        all.addAll(List.of(fields));
        var answer = secretariat.send("/calls/" + slug + "/questionnaire/question", all.toArray(String[]::new));
        assertThat(answer.status()).describedAs(answer.html()).isEqualTo(303);
    }

    private void addSection(String code) throws Exception {
        var answer = secretariat.send(
                "/calls/" + slug + "/questionnaire/section",
                "before",
                "",
                "seen",
                "",
                "code",
                code,
                "title-en",
                "Section " + code);
        assertThat(answer.status()).describedAs(answer.html()).isEqualTo(303);
    }

    @Test
    void aCallIsWrittenPublishedExtendedAndClosed() throws Exception {
        assertThat(write("A new call").location()).isEqualTo("/calls/" + slug + "/questionnaire");
        assertThat(call().opensAt()).isEqualTo(Instant.parse("2026-01-10T08:00:00Z"));
        assertThat(call().closesAt()).isEqualTo(Instant.parse("2027-07-01T21:59:00Z"));
        String window = "/calls/" + slug + "/window";
        assertThat(secretariat.see(window).words()).contains("at least one question");
        assertThat(secretariat.send(window + "/publication").status()).isEqualTo(422);
        addSection("I");
        addQuestion("q1", "long-text", "label-en", "What?", "maxWords", "200");
        assertThat(secretariat.send(window + "/publication").status()).isEqualTo(303);
        assertThat(call().publishedAt()).isNotNull();

        var early = secretariat.send(
                window + "/extension", "end-date", "2027-06-01", "end-time", "12:00", "reason-en", "More time");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.page().selectFirst("#reason-en").val()).isEqualTo("More time");
        assertThat(secretariat
                        .send(window + "/extension", "end-date", "2027-08-01", "end-time", "12:00")
                        .status())
                .isEqualTo(422);
        var extended = secretariat.send(
                window + "/extension", "end-date", "2027-08-01", "end-time", "12:00", "reason-fr", "Sur demande");
        assertThat(extended.status()).isEqualTo(303);
        assertThat(call().closesAt()).isEqualTo(Instant.parse("2027-08-01T10:00:00Z"));

        assertThat(secretariat.send(window + "/end").status()).isEqualTo(422);
        assertThat(secretariat.send(window + "/end", "confirm", "true").status())
                .isEqualTo(303);
        assertThat(call().closedAt()).isNotNull();
        assertThat(secretariat.see(window).words())
                .contains("Created", "Published", "Deadline extended", "Closed", "Claire Fontaine");
    }

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
    void missingLanguagesAreNamed() throws Exception {
        write("A call in two languages");
        assertThat(secretariat.see("/calls/" + slug).page().select(".warning").text())
                .contains("Français", "Русский", "中文", "Español")
                .doesNotContain("fr,");
    }

    @Test
    void meetingsOfTheReviewSinceTheOpeningAreShown() throws Exception {
        String review = SmallCall.freshSlug();
        var id = reviews.save(
                review,
                LocalizedText.of("en", "A review"),
                LocalizedText.of("en", "To test"),
                List.of(
                        milestone("2025-12-01", "meeting", "Before the call"),
                        milestone("2026-02-03", "meeting", "First meeting on the inputs"),
                        milestone("2026-02-04", "document", "A document")),
                Actor.system("test"));
        var call = calls.create(
                new NewCall(
                        slug,
                        id,
                        LocalizedText.of("en", "A call with meetings"),
                        LocalizedText.of("en", "To learn"),
                        LocalizedText.EMPTY,
                        Call.Mandate.NONE,
                        Instant.parse("2026-01-10T08:00:00Z"),
                        Instant.parse("2036-01-10T08:00:00Z")),
                Actor.system("test"));
        calls.saveQuestionnaire(call, Json.read(SmallCall.QUESTIONNAIRE, Questionnaire.class), Actor.system("test"));
        calls.publish(call, Actor.system("test"));
        assertThat(secretariat
                        .see("/calls/" + slug)
                        .page()
                        .select(".meetings li")
                        .eachText())
                .containsExactly("3 February 2026 – First meeting on the inputs");
    }

    private static Review.Milestone milestone(String date, String kind, String title) {
        return new Review.Milestone(LocalDate.parse(date), kind, LocalizedText.of("en", title), "");
    }

    @Test
    void anHourThatTheClockSkipsIsRefused() throws Exception {
        var answer = secretariat.send(
                "/calls/new",
                "title-en",
                "T",
                "slug",
                slug,
                "opens-date",
                "2027-03-28",
                "opens-time",
                "02:30",
                "closes-date",
                "2027-07-01",
                "closes-time",
                "12:00");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.words()).contains("does not exist");
        assertThat(answer.page().selectFirst("#opens-time").val()).isEqualTo("02:30");
    }

    @Test
    void aStaleEditKeepsBothVersions() throws Exception {
        write("First words");
        String edit = "/calls/" + slug + "/edit";
        String seen =
                secretariat.see(edit).page().selectFirst("input[name=version]").val();
        assertThat(secretariat.fill(edit, edit, "title-en", "Words of one").status())
                .isEqualTo(303);
        var stale = secretariat.fill(edit, edit, "version", seen, "title-en", "Words of another");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().selectFirst("#title-en").val()).isEqualTo("Words of another");
        assertThat(stale.words()).contains("Words of one");
        assertThat(call().title().textFor("en")).isEqualTo("Words of one");
        String now = stale.page().selectFirst("input[name=version]").val();
        assertThat(secretariat
                        .fill(edit, edit, "version", now, "title-en", "Words of another")
                        .status())
                .isEqualTo(303);
        assertThat(call().title().textFor("en")).isEqualTo("Words of another");
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

    @Test
    void theCallComesAsADocumentInSixLanguages() throws Exception {
        SmallCall.open(calls, slug);
        for (String prefix : List.of("", "/ar", "/zh", "/fr", "/ru", "/es")) {
            var answer = secretariat.see(prefix + "/calls/" + slug + "/form.docx");
            assertThat(answer.status()).isEqualTo(200);
            var words = new StringBuilder();
            try (var zip = new ZipInputStream(
                    new ByteArrayInputStream(answer.response().getContentAsByteArray()))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                    if (entry.getName().equals("word/document.xml"))
                        words.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
            assertThat(words).contains("Which lines mattered most?").contains("Artificial intelligence");
        }
    }

    @Test
    void othersAreKeptOut() throws Exception {
        SmallCall.open(calls, slug);
        var contributor = Visitor.as(web, people, "contributor");
        String call = "/calls/" + slug;
        for (String path : List.of(
                "/calls/new",
                call + "/edit",
                call + "/questionnaire",
                call + "/questionnaire/section",
                call + "/questionnaire/question",
                call + "/questionnaire.json",
                call + "/preview",
                call + "/window"))
            assertThat(contributor.see(path).status()).describedAs(path).isEqualTo(403);
        for (String path : List.of(
                "/edit",
                "/window/publication",
                "/window/extension",
                "/window/end",
                "/questionnaire/order",
                "/questionnaire/publication",
                "/questionnaire/definition",
                "/questionnaire/section",
                "/questionnaire/question",
                "/questionnaire/question/removal",
                "/questionnaire/section/removal"))
            assertThat(contributor.send(call + path).status()).describedAs(path).isEqualTo(403);
    }
}
