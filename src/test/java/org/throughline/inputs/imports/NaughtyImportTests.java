package org.throughline.inputs.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.calls.CallId;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.PublishedInput;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.Editions;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.Workbench;
import org.throughline.tables.Repair;
import org.throughline.world.AllInputs;
import org.throughline.world.Naughty;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// Strings that break programs, through every column of an import and out again by every surface.
@ThroughlineTest
class NaughtyImportTests extends Importing {

    private static final List<String> COLUMNS = List.of(
            "key",
            "organisation",
            "name",
            "email",
            "stakeholderType",
            "country",
            "consent.text",
            "consent.name",
            "consent.quotation",
            "q1",
            "q2");

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    @Autowired
    Workbench workbench;

    @Autowired
    Drafts drafts;

    @Autowired
    Editions editions;

    CallId call;
    String slug;

    @BeforeEach
    void anOpenCall() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void answersComeBackUnchangedAndHarmless(String kind) throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String naughty : Naughty.storable()) {
            rows.add(row(rows.size(), "q1", naughty));
            expected.add(Repair.of(naughty));
        }
        ImportResult result = bringIn(kind, rows);
        assertThat(result.refusedInputs()).isZero();
        List<InputRecord> all = AllInputs.of(call, jdbc, publication);
        assertThat(all).hasSize(expected.size());
        all.forEach(input -> publication.publish(input.id(), actor));
        Visitor reader = Visitor.as(web, people, "contributor");
        String csv = reader.see("/calls/" + slug + "/inputs.csv").html();
        String lines = reader.see("/calls/" + slug + "/inputs.jsonl").html();
        for (int i = 0; i < expected.size(); i++) {
            PublishedInput input = published.find(call, i + 1).orElseThrow();
            assertThat(input.answers().getFirst().text()).isEqualTo(expected.get(i));
            Document page = reader.see("/calls/" + slug + "/inputs/" + (i + 1)).page();
            assertThat(plain(page.wholeText())).contains(plain(expected.get(i)));
            assertThat(page.select("img, svg[onload], textarea, style, script:not([src])"))
                    .isEmpty();
            assertThat(page.select("a[href^=javascript]")).isEmpty();
            assertThat(lines).contains(Json.write(expected.get(i)));
        }
        for (String naughty : expected) {
            var cell = new StringBuilder();
            Csv.row(cell, List.of(naughty));
            assertThat(csv).contains(cell.substring(0, cell.length() - 2));
        }
        String feed = reader.see("/calls/" + slug + "/inputs.atom").html();
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        assertThat(builder.parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("entry")
                        .getLength())
                .isPositive();
    }

    @Test
    void quotedInASummaryTheyAreHarmlessInEveryDocument() throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String naughty : Naughty.storable())
            if (naughty.length() < 1000) rows.add(row(rows.size(), "q1", "We say: " + naughty + " Indeed."));
        bringIn("jsonl", rows);
        AllInputs.of(call, jdbc, publication).forEach(input -> publication.publish(input.id(), actor));
        SummaryId summary = workbench.begin(call, "What was said", "en", actor);
        SentenceId sentence =
                workbench.write(drafts.get(summary).sections().getFirst().id(), null, "They say things.", actor);
        for (InputRecord input : AllInputs.of(call, jdbc, publication)) {
            var answer =
                    published.find(call, input.number()).orElseThrow().answers().getFirst();
            workbench.tie(sentence, workbench.mark(answer.id(), 0, answer.text().length(), actor));
        }
        editions.publish(summary, drafts.get(summary).fingerprint(), actor);
        Visitor reader = Visitor.as(web, people, "contributor");
        String base = "/calls/" + slug + "/summary";
        assertThat(reader.see(base).page().select("img, svg[onload], textarea, style, script:not([src])"))
                .isEmpty();
        try (var docx = new XWPFDocument(
                new ByteArrayInputStream(reader.see(base + ".docx").response().getContentAsByteArray()))) {
            var words = new StringBuilder();
            docx.getBodyElements()
                    .forEach(element -> words.append(
                            element instanceof org.apache.poi.xwpf.usermodel.XWPFParagraph p ? p.getText() : ""));
            docx.getTables().forEach(table -> words.append(table.getText()));
            assertThat(words).contains("=1+1", "<script>", "Robert'); DROP TABLE", "العربية");
        }
        byte[] pdf = reader.see(base + ".pdf").response().getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }

    @Test
    void everyOtherColumnTakesThemWholeOrRefusesThem() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String naughty : Naughty.storable())
            for (String column : COLUMNS) rows.add(row(rows.size(), column, naughty));
        ImportResult result = bringIn("jsonl", rows);
        assertThat(result.inputs() + result.refusedInputs()).isEqualTo(rows.size());
        Map<String, InputRecord> byName = new LinkedHashMap<>();
        AllInputs.of(call, jdbc, publication)
                .forEach(input -> byName.put(input.respondent().organisation(), input));
        assertThat(byName.keySet())
                .contains(
                        "=1+1",
                        "Robert'); DROP TABLE inputs.input; --",
                        "null",
                        "<script>document.title='naughty'</script>");
    }

    @Test
    void whatNobodyCanStoreIsRefusedWithTheReason() throws IOException {
        var text = new StringBuilder();
        int count = 0;
        // Escaped, as JSON can say what no encoding can.
        for (String naughty : Naughty.unstorable()) {
            var escaped = new StringBuilder();
            naughty.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
            for (String column : List.of("q1", "organisation", "name", "email", "country", "q2"))
                text.append(Json.write(row(count++, column, "HERE")).replace("HERE", escaped))
                        .append('\n');
        }
        ImportResult result = bringIn(Files.writeString(folder.resolve("in.jsonl"), text));
        assertThat(result.inputs()).isZero();
        assertThat(result.refusedInputs()).isEqualTo(count);
        assertThat(Files.readString(folder.resolve("refused.csv"))).contains("reason");
    }

    private static Map<String, String> row(int number, String column, String value) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("key", "k" + number);
        row.put("organisation", "Society " + number);
        row.put("name", "Amina");
        row.put("email", "amina@example.org");
        row.put("stakeholderType", "CSO");
        row.put("country", "KE");
        row.put("consent.text", "yes");
        row.put("consent.name", "yes");
        row.put("consent.quotation", "yes");
        row.put("q1", "Words.");
        row.put("q2", "");
        row.put(column, value);
        return row;
    }

    private ImportResult bringIn(String kind, List<Map<String, String>> rows) throws IOException {
        var text = new StringBuilder();
        if (kind.equals("csv")) {
            var format = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();
            try (var printer = format.print(text)) {
                printer.printRecord(COLUMNS);
                for (Map<String, String> row : rows) printer.printRecord(row.values());
            }
        } else rows.forEach(row -> text.append(Json.write(row)).append('\n'));
        return bringIn(Files.writeString(folder.resolve("in." + kind), text));
    }

    private ImportResult bringIn(Path file) {
        return run(slug, file, null);
    }

    // Browsers take every kind of line end for one, and leave out what HTML cannot say.
    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
