package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Publication;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.Received;
import org.throughline.inputs.Reception;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// The workbench as an analyst uses it without script: from an empty page to a published summary.
@ThroughlineTest
class WorkbenchPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    PublishedInputs published;

    private record Somebody(UUID id, String name, Set<Permission> permissions) implements Viewer {}

    final Actor secretariat = Actor.system("test");
    String slug;
    CallId call;
    Set<Permission> may = EnumSet.of(Permission.ANALYSE, Permission.SIGN_OFF);

    @BeforeEach
    void fourPublishedInputs() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        for (String text : List.of(
                "Broadband reached our village.",
                "At last 📶 schools are online.",
                "Prices are too high.",
                "Skills are missing.")) {
            Received received =
                    inputs.submit(call, SmallCall.input(text), Reception.form(UUID.randomUUID(), "en"), secretariat);
            publication.publish(received.id(), secretariat);
        }
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        var person = new Somebody(UUID.randomUUID(), "Noor Example", may);
        return mvc.perform(request.with(
                        authentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()))))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String path, String... fields) throws Exception {
        var request = post(URI.create(path)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return perform(request);
    }

    private String sent(String path, String... fields) throws Exception {
        MockHttpServletResponse response = send(path, fields);
        assertThat(response.getStatus())
                .as(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(303);
        return String.valueOf(response.getHeader("Location"));
    }

    private Document see(String path) throws Exception {
        MockHttpServletResponse response = perform(get(URI.create(path)));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return page(response);
    }

    private static Document page(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private String begun() throws Exception {
        return sent("/calls/" + slug + "/summaries", "title", "What was said", "language", "en");
    }

    private String firstSection(String summary) throws Exception {
        return see(summary).select("section[id^=section-]").attr("id").substring("section-".length());
    }

    @Test
    void fromAnEmptyPageToAPublishedSummary() throws Exception {
        String summary = begun();
        String section = firstSection(summary);
        sent(summary + "/themes", "section", section, "title", "Access");
        String theme =
                see(summary + "/inputs/1").select("#theme option[value]").last().val();
        sent(
                summary + "/inputs/1",
                "answer",
                "",
                "start",
                "",
                "end",
                "",
                "words",
                "reached our village",
                "theme",
                theme,
                "sentence",
                "");
        assertThat(see(summary + "/inputs/1").select(".answer-text mark").text())
                .isEqualTo("reached our village");
        // Wherever the passage is shown, its source leads to these words.
        assertThat(see(summary + "/inputs/1").select("mark span[id]").attr("id"))
                .matches("passage-q1-\\d+-\\d+");

        String sentence = sent(
                summary + "/sentences", "section", section, "theme", theme, "text", "Most inputs tell of progress.");
        String passage = see(sentence).select("input[name=passage]").val();
        MockHttpServletResponse refused = send(summary + "/publication");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(page(refused).select(".gate-reason")).hasSize(2);
        assertThat(page(refused).select(".gate-reason a[href=" + sentence + "#tie]"))
                .hasSize(2);

        sent(sentence + "/passages", "passage", passage);
        refused = send(summary + "/publication");
        assertThat(page(refused).select(".gate-findings").text())
                .contains("Most")
                .contains("1 of 4");

        var second = published.find(call, 2).orElseThrow().answers().getFirst();
        int start = second.text().indexOf("schools");
        sent(
                summary + "/inputs/2",
                "answer",
                second.id().toString(),
                "start",
                String.valueOf(start),
                "end",
                String.valueOf(start + 7),
                "words",
                "schools",
                "theme",
                "",
                "sentence",
                sentence.substring(sentence.lastIndexOf('/') + 1));
        // Half of the inputs are no majority.
        assertThat(see(summary + "/publication").select(".gate-findings").text())
                .contains("2 of 4")
                .contains("more than 50");
        assertThat(see(summary + "/publication").select("form[action$=/publication]"))
                .isEmpty();
        assertThat(see(summary + "/publication").select("#publish-hint").text()).contains("1 reason");
        sent(summary + "/inputs/3", "words", "Prices", "sentence", sentence.substring(sentence.lastIndexOf('/') + 1));
        assertThat(see(summary + "/publication").select(".gate-findings")).isEmpty();
        assertThat(see(summary + "/publication").select("form[action$=/publication] button"))
                .hasSize(1);
        assertThat(see(summary + "/preview").select("blockquote p").eachText())
                .containsExactly("reached our village", "schools", "Prices");
        String seen = see(summary + "/publication").select("input[name=seen]").val();
        sent(summary + "/themes", "section", section, "title", "Added meanwhile");
        assertThat(send(summary + "/publication", "seen", seen).getStatus()).isEqualTo(409);
        seen = see(summary + "/publication").select("input[name=seen]").val();
        assertThat(sent(summary + "/publication", "seen", seen)).isEqualTo("/calls/" + slug + "/summary");
        Document read =
                page(mvc.perform(get("/calls/" + slug + "/summary")).andReturn().getResponse());
        assertThat(read.text()).contains("Most inputs tell of progress.");
        assertThat(read.select("blockquote p").eachText()).containsExactly("reached our village", "schools", "Prices");
    }

    @Test
    void aStaleEditIsRefusedAndBothTextsAreKept() throws Exception {
        String summary = begun();
        String sentence = sent(summary + "/sentences", "section", firstSection(summary), "text", "First words.");
        String version = see(sentence).select("input[name=version]").val();
        sent(sentence, "text", "Words of a colleague.", "version", version);
        MockHttpServletResponse refused = send(sentence, "text", "My own words.", "version", version);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(page(refused).select("#text").text()).isEqualTo("My own words.");
        assertThat(page(refused).select("blockquote").text()).contains("Words of a colleague.");
        version = page(refused).select("input[name=version]").val();
        sent(sentence, "text", "All stakeholders agree.", "version", version, "plain", "all");
        assertThat(see(sentence).select("input[name=plain][checked]").val()).isEqualTo("all");
        assertThat(send(summary + "/sentences", "section", firstSection(summary), "text", " ")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void theHeaderBlockAndTheBandsAreSetOnOnePage() throws Exception {
        String summary = begun();
        var form = see(summary + "/header").select("main form").first();
        assertThat(form).isNotNull();
        var fields = new java.util.ArrayList<String>();
        form.select("input[name], textarea[name]").forEach(field -> {
            String name = field.attr("name");
            String value = switch (name) {
                case "purpose" -> "To inform the review.";
                case "most-min" -> "60";
                default -> field.val();
            };
            if (!name.equals("_csrf")) fields.addAll(List.of(name, value));
        });
        sent(summary + "/header", fields.toArray(String[]::new));
        Document saved = see(summary + "/header");
        assertThat(saved.select("#purpose").text()).isEqualTo("To inform the review.");
        assertThat(saved.select("#most-min").val()).isEqualTo("60");
        assertThat(send(summary + "/header", fields.toArray(String[]::new)).getStatus())
                .isEqualTo(409);
        fields.set(fields.indexOf("most-min") + 1, "sixty");
        assertThat(send(summary + "/header", fields.toArray(String[]::new)).getStatus())
                .isEqualTo(422);
    }

    @Test
    void wordsThatAreNotInTheInputAreRefusedAndKept() throws Exception {
        MockHttpServletResponse refused = send(begun() + "/inputs/1", "words", "never written");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(page(refused).select("#words").text()).isEqualTo("never written");
    }

    @Test
    void everyPageExistsInSixLanguages() throws Exception {
        String summary = begun();
        String sentence = sent(summary + "/sentences", "section", firstSection(summary), "text", "Many inputs say so.");
        for (String prefix : List.of("", "/ar", "/zh", "/fr", "/ru", "/es"))
            for (String page : List.of(
                    "/calls/" + slug + "/summaries",
                    summary,
                    sentence,
                    summary + "/header",
                    summary + "/inputs",
                    summary + "/inputs/1"))
                assertThat(see(prefix + page).select("h1")).hasSize(1);
    }

    @Test
    void eachRefusalNamesTheWordTheShareAndTheBandInSixLanguages() throws Exception {
        String summary = begun();
        String sentence = sent(summary + "/sentences", "section", firstSection(summary), "text", "All inputs say so.");
        sent(
                summary + "/inputs/1",
                "words",
                "our village",
                "sentence",
                sentence.substring(sentence.lastIndexOf('/') + 1));
        for (String prefix : List.of("", "/ar", "/zh", "/fr", "/ru", "/es")) {
            Document gate = see(prefix + summary + "/publication");
            assertThat(gate.select(".gate-findings mark").text()).isEqualTo("All");
            assertThat(gate.select(".gate-reason strong").text())
                    .contains("All", "1", "4")
                    .containsPattern("25\\D{0,3}[%٪]")
                    .containsPattern("100\\D{0,3}[%٪]");
            assertThat(gate.select(".gate-reason .meta").text()).contains("few");
            for (String end : List.of("#text", "#tie", "#plain", "#bands"))
                assertThat(gate.select(".remedies a[href$=" + end + "]")).hasSize(1);
        }
    }

    @Test
    void sectionsAndThemesAreKeptInOrderOnTheirPages() throws Exception {
        String summary = begun();
        String section = firstSection(summary);
        assertThat(send(summary + "/sections", "code", "I", "title", "Again").getStatus())
                .isEqualTo(422);
        sent(summary + "/themes", "section", section, "title", "Access");
        sent(summary + "/themes", "section", section, "title", "Prices");
        String theme = see(summary).select(".work-theme a").attr("href");
        sent(summary + "/inputs/3", "words", "Prices", "theme", theme.substring(theme.lastIndexOf('/') + 1));
        assertThat(send(theme + "/removal").getStatus()).isEqualTo(409);
        String passage = see(theme).select("input[name=passage]").val();
        assertThat(send(theme + "/passages", "act", "write", "passage", passage).getStatus())
                .isEqualTo(422);
        assertThat(send(theme + "/passages", "act", "out").getStatus()).isEqualTo(422);
        sent(theme + "/position", "up", "false");
        assertThat(see(summary).select(".work-theme a").eachText()).containsExactly("Prices", "Access");
        sent(theme, "title", "Reach", "section", section);
        sent(theme + "/passages", "act", "out", "passage", passage);
        sent(theme + "/removal");
        assertThat(see(summary).select(".work-theme a").eachText()).containsExactly("Prices");
        assertThat(send(summary + "/sections/" + section + "/removal").getStatus())
                .isEqualTo(409);
        sent(summary + "/sections/" + section, "code", "A", "title", "First");
        assertThat(see(summary).select("#section-" + section + " h2").text()).isEqualTo("A First");
    }

    @Test
    void onlyAnalystsSeeItAndOnlyThoseWhoSignOffPublish() throws Exception {
        String summary = begun();
        may = EnumSet.of(Permission.ANALYSE);
        assertThat(send(summary + "/publication").getStatus()).isEqualTo(403);
        may = EnumSet.of(Permission.CONTRIBUTE);
        for (String page :
                List.of("/calls/" + slug + "/summaries", summary, summary + "/header", summary + "/inputs/1"))
            assertThat(perform(get(URI.create(page))).getStatus()).isEqualTo(403);
        assertThat(send("/calls/" + slug + "/summaries", "title", "Mine", "language", "en")
                        .getStatus())
                .isEqualTo(403);
    }
}
