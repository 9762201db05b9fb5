package org.throughline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.reviews.Review;
import org.throughline.reviews.Reviews;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// The secretariat's pages of a call, walked through as a browser without script does.
@ThroughlineTest
class CallDeskTests extends CallWriting {

    @Autowired
    Reviews reviews;

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
