package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.InputArchive;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Publication;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.synthesis.GateFinding.Reason;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Verified;
import tools.jackson.databind.JsonNode;

/// What a sentence is measured against: all published inputs, or those that answered one question. Ten inputs, four
/// of which answered q3.
@ThroughlineTest
class BaseTests {

    private static final String TEXT = "Most of those who named technologies tell of growth.";

    @TempDir
    Path folder;

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    Workbench workbench;

    @Autowired
    SmallSummary made;

    @Autowired
    Drafts drafts;

    @Autowired
    Editions editions;

    @Autowired
    PublishedSummaries summaries;

    @Autowired
    EditionChanges changes;

    @Autowired
    InputArchive archive;

    @Autowired
    JdbcClient jdbc;

    final Actor analyst = Actor.system("analyst");
    String slug;
    CallId call;
    SummaryId summary;

    @BeforeEach
    void tenInputsOfWhichFourAnsweredTheThirdQuestion() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        for (int i = 1; i <= 10; i++) made.input(call, input(i <= 4), analyst);
        summary = made.begin(call);
    }

    private static NewInput input(boolean technologies) {
        NewInput plain = SmallCall.input("We say that connectivity grew.");
        if (!technologies) return plain;
        Map<String, JsonNode> answers = new LinkedHashMap<>(plain.answers());
        answers.put("q3", Json.tree("[\"ai\"]"));
        return NewInput.of("en", plain.respondent(), answers, plain.consent(), null, null);
    }

    private SentenceId sentence(String base, int... numbers) {
        SentenceId sentence = made.sentence(call, summary, TEXT, "connectivity grew", numbers);
        workbench.rewrite(sentence, made.section(summary), null, TEXT, Set.of(), base, 0, analyst);
        return sentence;
    }

    private List<Reason> reasons() {
        return SentenceGate.check(drafts.get(summary)).stream()
                .map(GateFinding::reason)
                .toList();
    }

    @Test
    void theWordsAreHeldToThoseWhoAnsweredTheQuestion() {
        sentence("", 1, 2, 3);
        assertThat(reasons()).containsExactly(Reason.QUANTITY_DISAGREES);
        Draft.Sentence plain = drafts.get(summary).sentences().getFirst();
        workbench.rewrite(plain.id(), made.section(summary), null, TEXT, Set.of(), "q3", 1, analyst);
        assertThat(reasons()).isEmpty();
        Draft.Sentence measured = drafts.get(summary).sentences().getFirst();
        assertThat(measured.base().inputs()).isEqualTo(4);
        assertThat(measured.support().share()).isEqualTo(0.75);
        assertThat(drafts.answered(call)).containsEntry("q1", 10L).containsEntry("q3", 4L);
    }

    @Test
    void anInputThatDidNotAnswerTheQuestionCannotBeAPartOfThoseWhoDid() {
        sentence("q3", 1, 2, 9);
        assertThat(reasons()).containsExactly(Reason.OUTSIDE_BASE, Reason.QUANTITY_DISAGREES);
        assertThat(drafts.get(summary).sentences().getFirst().support().inputs())
                .isEqualTo(2);
        assertThatThrownBy(() -> sentence("q99", 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyPassagesOfThoseWhoAnsweredItAreOffered() {
        SentenceId sentence = sentence("q3", 1, 2);
        made.passage(call, 3, "connectivity grew");
        made.passage(call, 9, "connectivity grew");
        assertThat(drafts.candidates(call, sentence, null, "", 10).first())
                .extracting(Draft.Passage::number)
                .containsExactly(3);
    }

    @Test
    void theSameWordsOfOthersAreAnotherSentence() {
        SentenceId sentence = sentence("q3", 1, 2, 3);
        made.publish(summary);
        workbench.rewrite(sentence, made.section(summary), null, TEXT, Set.of("most"), "", 1, analyst);
        made.publish(summary);
        var changed = changes.of(summaries.newest(call).orElseThrow().edition()).orElseThrow();
        assertThat(changed.added()).hasSize(1);
        assertThat(changed.gone()).hasSize(1);
        assertThat(changed.same()).isZero();
    }

    @Test
    void theBaseIsCountedAgainWhenAnInputGoes() {
        sentence("q3", 1, 2, 3);
        String seen = drafts.get(summary).fingerprint();
        inputs.withdraw(publication.find(call, 4).orElseThrow().id(), analyst);
        assertThat(drafts.get(summary).sentences().getFirst().base().inputs()).isEqualTo(3);
        assertThatThrownBy(() -> editions.publish(summary, seen, analyst)).isInstanceOf(Refusal.class);
    }

    @Test
    void readersSeeItBesideTheSentenceInEveryForm() throws Exception {
        sentence("q3", 1, 2, 3);
        made.publish(summary);
        inputs.withdraw(publication.find(call, 4).orElseThrow().id(), analyst);
        PublishedSummary.Sentence read =
                summaries.newest(call).orElseThrow().sentences().getFirst();
        assertThat(read.shareThen()).isEqualTo(0.75);
        var page = Jsoup.parse(text("/calls/" + slug + "/summary"));
        assertThat(page.select(".sentence-body > .meta").text())
                .isEqualTo("Measured against the 4 published inputs that answered: Which technologies?");
        assertThat(page.select(".sentence details .meta").text())
                .startsWith("3 of 4 published inputs that answered the question (75");
        assertThat(page.text()).contains("In 1 sentence, words and shares are measured not against all");
        for (String prefix : List.of("/ar", "/zh", "/fr", "/ru", "/es"))
            assertThat(Jsoup.parse(text(prefix + "/calls/" + slug + "/summary"))
                            .select(".sentence-body > .meta")
                            .text())
                    .contains("4", "Which technologies?");
        JsonNode json = Json.tree(text("/calls/" + slug + "/summary.json")).at("/sections/0/sentences/0");
        assertThat(json.at("/base/question").asString()).isEqualTo("q3");
        assertThat(json.at("/base/label/en").asString()).isEqualTo("Which technologies?");
        assertThat(json.at("/counts/of").asLong()).isEqualTo(4);
        try (var pdf =
                Loader.loadPDF(response("/calls/" + slug + "/summary.pdf").getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Measured against the 4 published inputs that answered: Which technologies?")
                    .contains("3 of 4 published inputs that answered the question");
        }
    }

    @Test
    void theFingerprintHoldsIt() throws Exception {
        sentence("q3", 1, 2, 3);
        made.publish(summary);
        String file = text("/calls/" + slug + "/summary.json");
        assertThat(verify(file)).startsWith("0\n");
        for (String[] change : new String[][] {
            {"\"question\":\"q3\",\"label\"", "\"question\":\"q2\",\"label\""},
            {"Which technologies", "What technologies"},
            {"\"inputs\":4", "\"inputs\":3"}
        }) {
            assertThat(file).contains(change[0]);
            assertThat(verify(file.replace(change[0], change[1]))).startsWith("1\n");
        }
        assertThat(archived()).startsWith("0\n");
        jdbc.sql("""
                UPDATE synthesis.edition_sentence s SET base = NULL FROM synthesis.edition e
                WHERE e.id = s.edition_id AND e.call_id = ?""").param(call.value()).update();
        assertThat(archived()).startsWith("1\n").contains("what is stored is not");
    }

    private MockHttpServletResponse response(String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse();
    }

    private String text(String path) throws Exception {
        return response(path).getContentAsString(StandardCharsets.UTF_8);
    }

    private String verify(String json) throws IOException {
        return Verified.archive(json.getBytes(StandardCharsets.UTF_8), folder);
    }

    private String archived() throws IOException {
        var bytes = new ByteArrayOutputStream();
        archive.write(archive.snapshot(slug), analyst, bytes);
        return Verified.archive(bytes.toByteArray(), folder);
    }
}
