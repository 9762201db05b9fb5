package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.world.Line;
import org.throughline.world.Naughty;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import org.throughline.world.Visitor.Answer;
import tools.jackson.databind.JsonNode;

/// Strings and bodies that break programs, sent by the form: what can be kept comes back unchanged and harmless,
/// what cannot is answered in words and costs nothing that was typed before.
@ThroughlineTest
class NaughtyProjectTests {

    private static final int MEGABYTE = 1 << 20;

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @LocalServerPort
    int port;

    private final Actor secretariat = Actor.system("test");

    private static String begin(Visitor visitor) throws Exception {
        return visitor.send("/stocktaking/new", "another", "yes").location().replaceFirst("/sections/.*", "");
    }

    // Parsing HTML turns every line end into one kind, and forgets a first one in a text box.
    private static String asHtml(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceFirst("^\n", "");
    }

    @Test
    void aDraftGivesBackWhatWasTyped() throws Exception {
        Visitor visitor = Visitor.as(web, people, "contributor");
        String draft = begin(visitor);
        String section = draft + "/sections/results";
        for (String naughty : some(Naughty.storable())) {
            Answer saved = visitor.fill(section, section, "a-results", naughty, "action", "later");
            assertThat(saved.status()).as(Json.write(naughty)).isEqualTo(303);
            Document page = visitor.see(section).page();
            assertThat(asHtml(page.selectFirst("#a-results").wholeText())).isEqualTo(asHtml(naughty));
            assertThat(page.select("main script, main img, style, svg[onload], a[href^=javascript]"))
                    .isEmpty();
            assertThat(visitor.see(draft + "/check").status()).isEqualTo(200);
        }
        visitor.fill(section, section, "a-results", "Typed before.", "action", "later");
        for (String naughty : Naughty.unstorable()) {
            Answer refused = visitor.fill(section, section, "a-results", naughty, "action", "continue");
            assertThat(refused.status()).as(Json.write(naughty)).isEqualTo(422);
            assertThat(refused.page().selectFirst("#a-results-error")).isNotNull();
            assertThat(visitor.see(section).page().selectFirst("#a-results").wholeText())
                    .isEqualTo("Typed before.");
        }
    }

    @Test
    void anEntryShowsThemUnchangedAndHarmless() throws Exception {
        ProjectCollection collection = SmallRegister.fresh(collections);
        List<String> titles = new ArrayList<>();
        for (String naughty : some(Naughty.storable())) {
            String title = naughty.strip();
            if (title.isEmpty() || title.length() > 200) continue;
            Map<String, JsonNode> answers = SmallRegister.answers("x");
            for (String field : List.of("title", "summary", "goals", "entityName"))
                answers.put(field, Json.mapper().getNodeFactory().stringNode(title));
            NewProject project = NewProject.of("en", answers, Consent.ALL);
            if (!register.check(collection, project).isEmpty()) continue;
            long number = SmallRegister.publish(register, collection, project).number();
            titles.add(title);
            Document page = Jsoup.parse(see("/stocktaking/" + number));
            assertThat(asHtml(page.selectFirst("h1").wholeText())).isEqualTo(asHtml(title));
            assertThat(page.select("main script, main img, style, svg[onload], a[href^=javascript]"))
                    .isEmpty();
            for (String form : List.of(".iati.xml", ".datacite.xml", ".dc.xml")) xml("/stocktaking/" + number + form);
            assertThat(Json.tree(see("/api/v1/projects/" + number))
                            .path("title")
                            .asString())
                    .isEqualTo(title);
        }
        assertThat(titles).hasSizeGreaterThan(10);
        String here = "/collections/" + collection.slug();
        xml(here + ".atom");
        assertThat(see(here + ".jsonl")
                        .lines()
                        .map(line -> Json.tree(line).path("title").asString()))
                .containsExactlyInAnyOrderElementsOf(titles);
        for (String view : List.of("", "?view=table"))
            assertThat(Jsoup.parse(see(here + view)).select("main script, main img, style"))
                    .isEmpty();
    }

    // Each is published and read in six forms; inputs are tried with every one of them.
    private static List<String> some(List<String> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % 4 == 0)
                .mapToObj(all::get)
                .toList();
    }

    private String see(String address) throws Exception {
        var answer = web.perform(get(URI.create(address))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private void xml(String address) throws Exception {
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(see(address).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aBodyThatIsTooLargeIsAnsweredInWordsAndTheDraftIsKept() throws Exception {
        Line line = Line.signedIn(port, people, "contributor");
        String start = "/ar/stocktaking/new";
        String section = line.form(start, start, "_csrf", line.token(start), "another", "yes")
                .location()
                .replaceFirst("^https?://[^/]+", "");
        String draft = section.replaceFirst("/sections/.*", "");
        String results = draft + "/sections/results";
        line.form(results, results, "_csrf", line.token(results), "a-results", "Typed before.", "action", "later");
        Line.Answer file = line.upload(
                draft + "/files",
                "boat.png",
                megabytes(200),
                "_csrf",
                line.token(draft + "/files"),
                "kind",
                "picture",
                "action",
                "attach");
        inWords(file, draft + "/files");
        Line.Answer text = line.form(
                results,
                results,
                "_csrf",
                line.token(results),
                "a-results",
                "x".repeat(16 * MEGABYTE),
                "action",
                "later");
        inWords(text, results);
        assertThat(line.see(results).page().select("#a-results").text()).isEqualTo("Typed before.");
        String token = people.ensure().stream()
                .filter(person -> person.persona().equals("contributor"))
                .findFirst()
                .orElseThrow()
                .token();
        Line.Answer program = line.json("/api/v1/projects", token, megabytes(200));
        assertThat(program.status()).isEqualTo(413);
        assertThat(program.type()).startsWith("application/problem+json");
    }

    private static void inWords(Line.Answer answer, String back) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.page().select("html").attr("lang")).isEqualTo("ar");
        assertThat(answer.page().select("main a[href='" + back + "']")).hasSize(1);
        assertThat(answer.text()).doesNotContain("Exception");
    }

    private static BodyPublisher megabytes(int many) {
        byte[] some = new byte[MEGABYTE];
        return BodyPublishers.concat(
                Collections.nCopies(many, BodyPublishers.ofByteArray(some)).toArray(BodyPublisher[]::new));
    }
}
