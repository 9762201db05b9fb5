package org.throughline.synthesis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.calls.PublishedCalls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Publication;
import org.throughline.inputs.PublishedInputs;
import org.throughline.platform.Languages;
import org.throughline.platform.document.PdfUa;
import org.throughline.synthesis.Bands;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.Outline;
import org.throughline.synthesis.PublishedSummaries;
import org.throughline.synthesis.SectionId;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.SummaryHeader;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.ThemeId;
import org.throughline.synthesis.Workbench;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// A published summary as it is taken away: accessible PDF in either direction, DOCX, made once, and without the
/// words of an input that was withdrawn.
@ThroughlineTest
class SummaryFilesTests {

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    PublishedCalls publishedCalls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    PublishedInputs published;

    @Autowired
    Workbench workbench;

    @Autowired
    SmallSummary made;

    @Autowired
    DemoPeople people;

    @Autowired
    Outline outline;

    @Autowired
    Drafts drafts;

    @Autowired
    PublishedSummaries summaries;

    @Autowired
    SummaryDocument documents;

    @Autowired
    SummaryFiles files;

    final Actor contributor = new Actor(UUID.randomUUID(), "Amina", Set.of());
    final Actor chair = Actor.system("test");
    String slug;
    CallId call;

    @BeforeEach
    void threePublishedInputsInThreeScripts() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        for (String[] text : new String[][] {
            {"en", "Broadband (2,5 Mbit/s) reached our village, at last."},
            {"ar", "وصلت الشبكات إلى القرى في عام 2019، وهذا مهم."},
            {"zh", "宽带已通达乡村学校。"}
        }) {
            NewInput input = SmallCall.input(text[1]);
            var said = NewInput.of(text[0], input.respondent(), input.answers(), input.consent(), null, null);
            made.input(call, said, contributor);
        }
    }

    private void publish(String language, String theme, String... sentences) {
        SummaryId summary = workbench.begin(call, sentences[0], language, chair);
        SectionId section = made.section(summary);
        ThemeId under = outline.addTheme(section, theme, chair);
        for (int i = 0; i < sentences.length; i++) {
            var sentence = workbench.write(section, i == 0 ? null : under, sentences[i], chair);
            for (int n = 1; n <= 3; n++) {
                var answer = published.find(call, n).orElseThrow().answers().getFirst();
                workbench.tie(
                        sentence, workbench.mark(answer.id(), 0, answer.text().length(), chair));
            }
        }
        var header = new SummaryHeader(
                sentences[0],
                sentences[0],
                List.of("1.1", "1.2"),
                theme,
                List.of("A/RES/70/125", theme),
                theme + "\n\n" + sentences[0],
                theme);
        workbench.edit(
                summary,
                sentences[0],
                header,
                Bands.DEFAULT,
                drafts.get(summary).version(),
                chair);
        made.publish(summary);
    }

    private void publish(String language) {
        if (language.equals("ar"))
            publish("ar", "النفاذ", "تتحدث المساهمات عن الشبكات.", "تذكر جميع المساهمات (3 من 3) القرى والمدارس.");
        else publish("en", "Access", "The inputs tell of networks.", "All inputs (3 of 3) name villages or schools.");
    }

    private byte[] taken(String file) throws Exception {
        var response = web.perform(get("/calls/" + slug + "/summary." + file))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theSummaryAsPdfMeetsPdfUa(String language) throws Exception {
        publish(language);
        byte[] pdf = taken("pdf");
        assertThat(PdfUa.failures(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains("Broadband (2,5 Mbit/s)")
                .contains("A/RES/70/125")
                .contains("宽带已通达乡村学校");
        try (var file = Loader.loadPDF(pdf)) {
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo(language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theSummaryAsDocxCarriesItsSourcesAndItsDirection(String language) throws Exception {
        publish(language);
        String body = body(taken("docx"));
        assertThat(body).contains("Broadband (2,5 Mbit/s)").contains("宽带已通达乡村学校");
        assertThat(body.contains("<w:bidi/>")).isTrue();
    }

    private static String body(byte[] docx) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().equals("word/document.xml"))
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
        return "";
    }

    @Test
    void whatWasDeclaredStandsBesideTheSentenceInEveryForm() throws Exception {
        SummaryId summary = made.begin(call);
        SentenceId sentence = made.sentence(call, summary, "Most roads are long.", "Broadband", 1);
        workbench.rewrite(sentence, made.section(summary), null, "Most roads are long.", Set.of("most"), "", 0, chair);
        made.publish(summary);
        String declared = "Declared not to count inputs: most";
        String page = web.perform(get("/calls/" + slug + "/summary"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(page).select(".sentence-body > .meta").text()).isEqualTo(declared);
        assertThat(text(taken("pdf")).replaceAll("\\s+", " "))
                .containsSubsequence("Most roads are long. [1 input", declared, "Method and limits");
        assertThat(body(taken("docx"))).contains(declared);
    }

    @Test
    void howTheQuotedInputsAreSpreadIsDrawnOnThePageAndInTheFiles() throws Exception {
        publish("en");
        String page = web.perform(get("/calls/" + slug + "/summary"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(page).select("figure.chart .chart-title").eachText())
                .containsExactly("Quoted inputs by stakeholder type", "Quoted inputs by region");
        assertThat(Jsoup.parse(page)
                        .select("figure.chart")
                        .first()
                        .select("tbody td")
                        .eachText())
                .contains("3");
        assertThat(text(taken("pdf"))).contains("Quoted inputs by region");
        assertThat(body(taken("docx"))).contains("Quoted inputs by region").contains("<w:drawing>");
    }

    @Test
    void tenReadersAtOnceHaveItMadeOnce() throws Exception {
        publish("en");
        var document = documents.of(
                publishedCalls.find(slug).orElseThrow(),
                summaries.newest(call).orElseThrow(),
                "",
                published.tally(call));
        List<Callable<byte[]>> readers = new ArrayList<>();
        for (int i = 0; i < 10; i++) readers.add(() -> files.pdf(document));
        try (var threads = Executors.newFixedThreadPool(10)) {
            byte[] first = files.pdf(document);
            for (Future<byte[]> file : threads.invokeAll(readers))
                assertThat(file.get()).isSameAs(first);
        }
    }

    @Test
    void whatIsWithdrawnIsGoneFromTheFilesAtOnce() throws Exception {
        publish("en");
        assertThat(text(taken("pdf"))).contains("Broadband");
        inputs.withdraw(publication.find(call, 1).orElseThrow().id(), contributor);
        for (String file : List.of("pdf", "json"))
            assertThat(file.equals("pdf") ? text(taken(file)) : new String(taken(file), StandardCharsets.UTF_8))
                    .doesNotContain("Broadband");
    }

    @Test
    void theMethodSaysWhatIsKnownAsOfPublicationAndWhatChangedSince() throws Exception {
        publish("en");
        inputs.withdraw(publication.find(call, 1).orElseThrow().id(), contributor);
        String page = web.perform(get("/calls/" + slug + "/summary"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        for (String words : List.of(page, text(taken("pdf")).replaceAll("\\s+", " ")))
            assertThat(words)
                    .doesNotContain("was read")
                    .contains("3 inputs published, of which 3 quoted")
                    .contains("3 of 3 published inputs")
                    .contains("Not part of the edition")
                    .contains("2 published, 0 unpublished, 1 withdrawn");
    }

    @Test
    void aSentenceSaysWhatWasAtPublicationAndWhatIsNow() throws Exception {
        publish("en");
        inputs.withdraw(publication.find(call, 1).orElseThrow().id(), contributor);
        var page = Jsoup.parse(web.perform(get("/calls/" + slug + "/summary"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select(".sentence summary").first().text()).isEqualTo("Today: 2 inputs, 1 type, 1 region");
        String then = "At publication: 3 of 3 published inputs (100%). Today: 2; 1 was withdrawn or replaced since";
        assertThat(page.select(".sentence .warning").first().text()).startsWith(then);
        assertThat(text(taken("pdf")).replaceAll("\\s+", " ")).contains(then);
    }

    @Test
    void aHeaderBlockWithoutWordsStaysAndSaysSo() throws Exception {
        SummaryId summary = made.begin(call);
        made.sentence(call, summary, "One input speaks of a village.", "village", 1);
        var chair = Visitor.as(web, people, "chair");
        String base = "/calls/" + slug + "/summaries/" + summary.value();
        var before = chair.see(base + "/publication").page();
        assertThat(before.select("#empty-rows p").text()).startsWith("5 rows of the header block are empty");
        assertThat(before.select("#empty-rows a").eachAttr("href"))
                .contains(base + "/header#purpose", base + "/header#references")
                .hasSize(5);
        made.publish(summary);
        for (String[] said : new String[][] {
            {"", "None stated"}, {"/fr", "Non précisé"}, {"/es", "No se indica"},
            {"/ru", "Не указано"}, {"/zh", "未说明"}, {"/ar", "لم يُذكر شيء"}
        })
            assertThat(chair.see(said[0] + "/calls/" + slug + "/summary")
                            .page()
                            .select(".header-block dd")
                            .eachText())
                    .containsExactly(said[1], said[1], said[1], said[1], said[1]);
        assertThat(body(taken("docx"))).containsSubsequence("Financial implications", "None stated", "References");
        assertThat(text(taken("pdf"))).containsSubsequence("Financial implications", "None stated", "References");
    }

    @Test
    void sentencesHaveOneNumberEverywhere() throws Exception {
        publish("en");
        assertThat(body(taken("docx"))).contains("LineNumber").doesNotContain("lnNumType");
    }

    @Test
    void countsAndListsOfWordsAreWrittenAsTheirLanguageWritesThem() throws Exception {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        made.input(call, "One village speaks.");
        made.publish(call, "One input speaks of a village.", "village", 1);
        assertThat(words("")).contains("1 input published, of which 1 quoted").doesNotContain("1 inputs");
        assertThat(words("/ar"))
                .contains("مساهمة منشورة واحدة؛ اقتُبس من واحدة منها، ولا توجد مساهمة لا تستند إليها أي جملة")
                .contains("1 من أصل مساهمة منشورة واحدة");
        assertThat(Languages.list("ar", List.of("كثير", "معظم"))).isEqualTo("كثير، معظم");
        assertThat(Languages.list("fr", List.of("beaucoup", "certains"))).isEqualTo("beaucoup, certains");
    }

    private String words(String prefix) throws Exception {
        return Jsoup.parse(web.perform(get(prefix + "/calls/" + slug + "/summary"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .text();
    }

    /// The page and the files say the same around the sentences, under the same headings.
    @Test
    void thePageAndTheFilesHaveTheSameParts() throws Exception {
        publish("en");
        String page = web.perform(get("/calls/" + slug + "/summary"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        for (String words :
                List.of(Jsoup.parse(page).body().text(), text(taken("pdf")).replaceAll("\\s+", " ")))
            assertThat(words)
                    .containsSubsequence(
                            "Purpose",
                            "Relevant link with the Strategic Plan",
                            "References",
                            "Background",
                            "Method and limits",
                            "When this edition was published",
                            "What quantity words mean in this summary",
                            "at least 1 input",
                            "Not part of the edition");
        assertThat(text(taken("pdf"))).contains("/calls/" + slug + "/summary?edition=1");
    }

    @Test
    void onlyTheHeadersAreSentWhereOnlyTheyAreAskedFor() throws Exception {
        publish("en");
        var response =
                web.perform(head("/calls/" + slug + "/summary.pdf")).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getHeader("Content-Disposition")).contains(slug + "-summary.pdf");
    }
}
