package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.NewCall;
import org.throughline.calls.Questionnaire;
import org.throughline.mail.DemoMail;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.markup.Xml;
import org.throughline.world.Naughty;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Strings that break programs, sent as names and answers: each comes back unchanged and harmless wherever a
/// published input shows.
@ThroughlineTest
class NaughtyInputTests {

    private static final int LONGEST_NAME = 300;

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    DemoMail mail;

    private final Actor secretariat = Actor.system("test");

    private record Sent(int number, String name, String text, String endorser) {}

    private String see(String address) throws Exception {
        return web.perform(get(URI.create(address)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private List<Sent> publishAll(CallId call) {
        List<Sent> all = new ArrayList<>();
        for (String naughty : Naughty.storable()) {
            if (naughty.isBlank()) continue;
            String name = naughty.strip();
            if (name.length() > LONGEST_NAME) name = "A long text";
            if (name.contains("://") || name.codePoints().anyMatch(NaughtyInputTests::breaksLines)) name = "No name";
            Map<String, JsonNode> answers = new LinkedHashMap<>();
            answers.put("q1", JsonNodeFactory.instance.stringNode(naughty));
            String address = "n" + UUID.randomUUID() + "@example.net";
            var respondent = Respondent.of(
                    Respondent.Behalf.ORGANISATION, name, name, "amina@example.org", "CSO", "KE", null, null);
            var endorser = NewInput.Endorsement.of(name, name, address, null, null);
            var input = NewInput.of("en", respondent, answers, Consent.ALL, List.of(endorser), null);
            var sender = new Actor(UUID.randomUUID(), "Amina", Set.of());
            Received received = inputs.submit(call, input, Reception.form(UUID.randomUUID(), "en"), sender);
            publication.publish(received.id(), secretariat);
            all.add(new Sent(received.number(), name, naughty, address));
        }
        return all;
    }

    private static boolean breaksLines(int sign) {
        return Character.isISOControl(sign) || sign == 0x2028 || sign == 0x2029;
    }

    @Test
    void everySurfaceGivesThemBackUnchangedAndHarmless() throws Exception {
        String slug = SmallCall.freshSlug();
        List<Sent> all = publishAll(SmallCall.open(calls, slug));
        assertThat(all).hasSizeGreaterThan(60);
        for (Sent sent : all) {
            lookAtThePage(slug, sent);
            readTheLetter(sent);
        }
        readCsv(slug, all);
        readJsonLines(slug, all);
        readFeed(slug, all);
    }

    // Parsing HTML turns every line end into one kind.
    private static String asHtml(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private void lookAtThePage(String slug, Sent sent) throws Exception {
        var page = Jsoup.parse(see("/calls/" + slug + "/inputs/" + sent.number()));
        assertThat(asHtml(page.selectFirst("#q1 .answer-text").wholeText())).isEqualTo(asHtml(sent.text()));
        assertThat(asHtml(page.selectFirst("h1").wholeText())).isEqualTo(asHtml(sent.name()));
        assertThat(page.select("script:not([src]), img, style, main svg[onload], a[href^=javascript]"))
                .isEmpty();
    }

    private void readTheLetter(Sent sent) {
        var letters = mail.newest(sent.endorser());
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().text()).contains(sent.name());
        assertThat(letters.getFirst().subject()).doesNotContain("\n", "\r");
    }

    private void readCsv(String slug, List<Sent> all) throws Exception {
        String csv = see("/calls/" + slug + "/inputs.csv").replaceFirst("^\uFEFF", "");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
        assertThat(rows).hasSize(all.size());
        for (int i = 0; i < rows.size(); i++) {
            String cell = rows.get(i).get("q1");
            assertThat(cell).isIn(all.get(i).text(), "'" + all.get(i).text());
            assertThat("=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0))).as(cell).isNegative();
        }
    }

    private void readJsonLines(String slug, List<Sent> all) throws Exception {
        List<String> lines = see("/calls/" + slug + "/inputs.jsonl").lines().toList();
        assertThat(lines).hasSize(all.size());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = Json.tree(lines.get(i));
            assertThat(line.path("answers").path("q1").asString())
                    .isEqualTo(all.get(i).text());
            assertThat(line.path("name").asString()).isEqualTo(all.get(i).name());
        }
    }

    private void readFeed(String slug, List<Sent> all) throws Exception {
        String feed = see("/calls/" + slug + "/inputs.atom");
        var entries = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("entry");
        assertThat(entries.getLength()).isEqualTo(all.size());
        for (int i = 0; i < entries.getLength(); i++) {
            var entry = (org.w3c.dom.Element) entries.item(i);
            String address = entry.getElementsByTagName("id").item(0).getTextContent();
            Sent sent = all.get(Integer.parseInt(address.replaceAll(".*/", "")) - 1);
            String opening = sent.text().length() > 280 ? sent.text().substring(0, 280) : sent.text();
            assertThat(entry.getElementsByTagName("summary").item(0).getTextContent())
                    .isEqualTo(Xml.clean(opening));
            assertThat(entry.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(Xml.clean(sent.name()));
        }
    }

    @Test
    void aCallThatAsksThemIsAWholeDocument() throws Exception {
        for (String naughty : Naughty.storable()) {
            if (naughty.isBlank() || naughty.length() > LONGEST_NAME) continue;
            String slug = SmallCall.freshSlug();
            Instant now = Instant.now();
            CallId call = calls.create(
                    new NewCall(
                            slug,
                            null,
                            LocalizedText.of("en", naughty.strip()),
                            LocalizedText.of("en", naughty),
                            LocalizedText.of("en", naughty),
                            new org.throughline.calls.Call.Mandate(naughty, "", ""),
                            now,
                            now.plusSeconds(86_400)),
                    secretariat);
            String questionnaire = SmallCall.QUESTIONNAIRE.replace("\"What was achieved?\"", Json.write(naughty));
            calls.saveQuestionnaire(call, Json.read(questionnaire, Questionnaire.class), secretariat);
            calls.publish(call, secretariat);
            var page = Jsoup.parse(see("/calls/" + slug));
            assertThat(asHtml(page.selectFirst("h1").wholeText())).isEqualTo(asHtml(naughty.strip()));
            assertThat(page.select("script:not([src]), img, style, a[href^=javascript]"))
                    .isEmpty();
            byte[] document = web.perform(get("/calls/" + slug + "/form.docx"))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            String words = wordsOf(document).replaceAll("[\\s\u2028\u2029]+", "");
            assertThat(words).contains(Xml.clean(naughty).replaceAll("[\\s\u2028\u2029]+", ""));
        }
    }

    private static String wordsOf(byte[] document) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().equals("word/document.xml"))
                    return DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(zip.readAllBytes()))
                            .getDocumentElement()
                            .getTextContent();
        }
        throw new AssertionError("no document");
    }
}
