package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.citations.Cited;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.platform.Moments;
import org.throughline.platform.Published;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import org.throughline.world.Visitor.Answer;
import tools.jackson.databind.JsonNode;

/// The secretariat writes tasks from paragraphs, corrects them and takes them back.
@ThroughlineTest
class TaskDeskTests {

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private Tasks tasks;

    @Autowired
    private EntryDesk desk;

    @Autowired
    private Published published;

    @Autowired
    private Cited cited;

    @Autowired
    private JdbcClient jdbc;

    private final String slug = "task-" + ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private final String write = "/mandates/desk/tasks/new?of=" + slug;
    private Visitor secretariat;

    @BeforeEach
    void anInstrumentWithAParagraph() throws Exception {
        secretariat = Visitor.as(web, people, "secretariat");
        send(
                "/mandates/desk/instruments/new",
                "slug",
                slug,
                "body",
                "wtsa",
                "kind",
                "resolution",
                "topic-en",
                "A topic");
        send(
                "/mandates/desk/revisions/new?of=" + slug,
                "label",
                "Rev. Here, 2026",
                "adopted",
                "2026",
                "certainty",
                "confirmed",
                "source",
                "The document");
        send(
                "/mandates/desk/paragraphs/new?of=" + slug,
                "revision",
                "Rev. Here, 2026",
                "label",
                "28(e)",
                "words-en",
                "Asks for a report on gaps",
                "words-ar",
                "يطلب تقريرًا عن الفجوات",
                "certainty",
                "unverified",
                "source",
                "A letter of the chair");
    }

    private void send(String address, String... fields) throws Exception {
        assertThat(secretariat.send(address, fields).status()).as(address).isEqualTo(303);
    }

    /// A task with what it must have; of these fields, those that it has so are typed over.
    private static String[] task(String... fields) {
        var all = new ArrayList<>(List.of(
                "revision",
                "Rev. Here, 2026",
                "certainty",
                "confirmed",
                "source",
                "The document",
                "words-en",
                "A report"));
        for (int i = 0; i < fields.length; i += 2) {
            int there = all.indexOf(fields[i]);
            if (there >= 0 && there < 8) all.set(there + 1, fields[i + 1]);
            else all.addAll(List.of(fields[i], fields[i + 1]));
        }
        return all.toArray(String[]::new);
    }

    private Task only() {
        assertThat(tasks.of(slug)).hasSize(1);
        return tasks.of(slug).getFirst();
    }

    private String desk(Task task) {
        return "/mandates/desk/tasks/" + task.id();
    }

    @Test
    void aTaskIsWrittenFromAParagraphAndPublicAtOnce() throws Exception {
        String link = secretariat
                .see("/mandates/" + slug)
                .page()
                .select("a[href*=&paragraph=]")
                .attr("href");
        Answer form = secretariat.see(link);
        assertThat(form.page().select("#paragraph").attr("value")).isEqualTo("28(e)");
        assertThat(form.page().select("#words-ar").text()).isEqualTo("يطلب تقريرًا عن الفجوات");
        assertThat(Visitor.as(web, people, "contributor")
                        .see("/mandates/" + slug)
                        .html())
                .doesNotContain("/mandates/desk");

        Answer sent = secretariat.fill(
                link,
                write,
                "words-fr",
                "Un rapport sur les écarts",
                "verb",
                "request",
                "responsible",
                "itu",
                "responsible",
                "ungis",
                "invited",
                "governments",
                "actionLines",
                "C7-EHEA",
                "actionLines",
                "C2",
                "sdgs",
                "9",
                "due",
                "2027-Q2",
                "dueWords-en",
                "Thirtieth session");

        assertThat(sent.location()).isEqualTo("/mandates/" + slug + "/tasks/1");
        Task task = only();
        assertThat(task.paragraph()).isEqualTo("28(e)");
        assertThat(task.verb()).isEqualTo(Task.Verb.REQUEST);
        assertThat(task.asked())
                .extracting(one -> one.body().code() + (one.invited() ? " invited" : ""))
                .containsExactlyInAnyOrder("itu", "ungis", "governments invited");
        assertThat(task.actionLines()).containsExactly("C2", "C7-EHEA");
        assertThat(task.source().title()).isEqualTo("A letter of the chair");
        assertThat(secretariat.see(task.path()).words())
                .contains("Asks for a report on gaps")
                .contains("Thirtieth session (2nd quarter 2027)")
                .contains("not verified");
        assertThat(secretariat.see("/fr" + task.path()).words()).contains("Un rapport sur les écarts");
        assertThat(jdbc.sql("SELECT words ->> 'en' FROM search.entry WHERE kind = 'task' AND key = ?")
                        .param(slug + "/1")
                        .query(String.class)
                        .single())
                .contains("ITU", "Thirtieth session");
        assertThat(cited.counts(slug)).containsEntry("Rev. Here, 2026", 1L);
    }

    @Test
    void oneLanguageIsEnoughAndIsShownAsWhatItIs() throws Exception {
        send(write, task("words-en", "", "words-ar", "تقديم تقرير عن الفجوات"));

        assertThat(secretariat.see("/ar/mandates/" + slug + "/tasks").words()).contains("تقديم تقرير عن الفجوات");
        assertThat(secretariat.see(only().path()).page().select("h1[lang=ar]").text())
                .isEqualTo("تقديم تقرير عن الفجوات");
    }

    @Test
    void aCorrectionIsOnRecordFieldByFieldAndTheSecondOfTwoIsTold() throws Exception {
        send(write, task("due", "2027", "responsible", "itu", "responsible", "ungis"));
        Task task = only();

        assertThat(secretariat.fill(desk(task), desk(task), "due", "2027-04").location())
                .isEqualTo(task.path());
        Answer second =
                secretariat.send(desk(task), task("version", "1", "due", "2028", "note-en", "Typed in another tab"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.words()).contains("Somebody else changed this meanwhile.");
        assertThat(second.page().select("#note-en").text()).isEqualTo("Typed in another tab");
        assertThat(only().due()).isEqualTo(Due.once("2027-04"));
        assertThat(only().asked()).hasSize(2);

        assertThat(secretariat
                        .fill(desk(task), desk(task), "responsible", "unctad")
                        .status())
                .isEqualTo(303);
        assertThat(secretariat.see(desk(task)).words())
                .contains("Due: 2027 → 2027-04")
                .contains("itu ungis → unctad")
                .contains("Added");
    }

    @Test
    void whatWasWrongIsTakenBackForAReasonAndItsNumberIsNotUsedAgain() throws Exception {
        send(write, task());
        Task task = only();
        assertThat(secretariat.send(write, task()).status()).isEqualTo(409);

        assertThat(secretariat.send(desk(task) + "/retirement", "version", "1").status())
                .isEqualTo(422);
        send(desk(task) + "/retirement", "version", "1", "reason", "It is asked by another paragraph");

        Visitor reader = Visitor.as(web, people, "contributor");
        send(write, task());
        assertThat(reader.see(task.path()).status()).isEqualTo(410);
        assertThat(reader.see(task.path()).words()).contains("It is asked by another paragraph");
        assertThat(only().number()).isEqualTo(2);
        assertThat(reader.see(task.path() + "/remarks/new").status()).isEqualTo(410);
        assertThat(jdbc.sql("SELECT count(*) FROM search.entry WHERE kind = 'task' AND key = ?")
                        .param(slug + "/1")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(cited.counts(slug)).containsEntry("Rev. Here, 2026", 1L);
        assertThat(secretariat.send(desk(task), task("version", "2")).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    words-en| |words-en|Fill this in.
                    revision|Rev. Nowhere|revision|Choose from the list.
                    paragraph|01234567890123456789012345678901234567890|paragraph|Use at most 40 characters.
                    verb|order|verb|Choose from the list.
                    responsible|nobody|responsible|Choose from the list.
                    invited|itu|invited|Somebody is responsible and invited at once.
                    actionLines|C7|actionLines|Choose from the list.
                    sdgs|18|sdgs|Choose from the list.
                    gdc|x|gdc|Choose from the list.
                    due|soon|due|Write a year, a quarter, a month or a day
                    due|2027-13|due|Write a year, a quarter, a month or a day
                    every|0|every|Write a number from 1 to 100.
                    every|2|unit|Choose years or months.
                    unit|years|every|Write how many years or months.
                    unit|weeks|unit|Choose from the list.
                    until|2029|until|Only what comes again has an end.
                    until|never|until|Write a year, a quarter, a month or a day
                    certainty|sure|certainty|Choose from the list.
                    source| |source|Fill this in.
                    sourceUrl|javascript:alert(1)|sourceUrl|This is not the address of a page.
                    """)
    void whatIsWrongStandsBesideItsField(String field, String value, String at, String words) throws Exception {
        Answer answer = secretariat.send(write, task("responsible", "itu", field, value == null ? "" : value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#" + at + "-error").text()).contains(words);
        assertThat(tasks.of(slug)).isEmpty();
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedAndSoIsWhoMayNot() throws Exception {
        assertThat(secretariat
                        .send(write, task("due", "2027", "every", "6", "unit", "months"))
                        .words())
                .contains("The date is not exact enough for that");
        assertThat(secretariat
                        .send(write, task("due", "2027", "every", "1", "unit", "years", "until", "2026"))
                        .words())
                .contains("This is before the first time it is due.");
        assertThat(secretariat.send(write, task("note-ar", "a\u0000b")).words())
                .contains("This holds a character that cannot be stored.");
        assertThat(secretariat
                        .see("/mandates/desk/tasks/new?of=" + slug + "&paragraph=" + slug)
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.as(web, people, "contributor").send(write, task()).status())
                .isEqualTo(403);
    }

    @Test
    void whatComesAgainIsComputedDayByDayAndGivenAway() throws Exception {
        send(write, task("due", "2026", "every", "2", "unit", "years", "until", "2030", "responsible", "unctad"));
        Task task = only();
        send(
                task.path() + "/evidence",
                "kind",
                "report",
                "thing",
                "document",
                "title",
                "The first report",
                "language",
                "en",
                "url",
                "https://example.org/first",
                "happened",
                "2027-02",
                "round",
                "2026",
                "source",
                "The document");

        assertThat(on("2026-12-31")).isEqualTo(TaskStatus.REPORTED);
        assertThat(on("2028-12-31")).isEqualTo(TaskStatus.REPORTED);
        assertThat(on("2029-01-01")).isEqualTo(TaskStatus.NO_REPORT);

        assertThat(secretariat.see("/mandates/" + slug + "/tasks").words())
                .contains("Every 2 years from 2026 until 2030; next: 2026");
        assertThat(secretariat.see(task.path()).words()).contains("February 2027 (for 2026)");
        JsonNode json = Json.tree(
                        secretariat.see("/api/v1/tasks?instrument=" + slug).html())
                .path("items")
                .get(0);
        assertThat(json.path("every").stringValue()).isEqualTo("P2Y");
        assertThat(json.path("until").stringValue()).isEqualTo("2030");
        assertThat(json.path("rounds").get(0).path("status").stringValue()).isEqualTo("reported");
        assertThat(secretariat.see("/mandates/" + slug + "/tasks.csv").html())
                .contains("\"2026\",\"P2Y\",\"2030\",\"2026\"");
        String calendar = secretariat.see("/mandates/" + slug + "/tasks.ics").html();
        assertThat(calendar).contains("RRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20301231");
        assertThat(new CalendarBuilder().build(new StringReader(calendar)).getComponents("VEVENT"))
                .hasSize(1);
    }

    private TaskStatus on(String day) {
        var then = new Tasks(
                published,
                Clock.fixed(
                        LocalDate.parse(day)
                                .atTime(12, 0)
                                .atZone(Moments.GENEVA)
                                .toInstant(),
                        Moments.GENEVA));
        return then.of(slug).getFirst().status(then.today());
    }

    @Test
    void somebodyCanBeAddedWhoIsAsked() throws Exception {
        String code = "a" + slug.substring(5, 15);
        send("/mandates/desk/actors/new", "code", code, "name-en", "A new commission");
        assertThat(secretariat
                        .send("/mandates/desk/actors/new", "code", "Not one", "name-en", "x")
                        .status())
                .isEqualTo(422);

        send(write, task("invited", code));

        assertThat(only().asked()).singleElement().satisfies(one -> {
            assertThat(one.body().code()).isEqualTo(code);
            assertThat(one.invited()).isTrue();
        });
        assertThat(desk.actors()).extracting(Entry::id).contains(code);
        assertThat(secretariat.see("/mandates/desk").words()).contains("A new commission");
    }
}
