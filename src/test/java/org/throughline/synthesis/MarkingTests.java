package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.NewInput;
import org.throughline.platform.Json;
import org.throughline.world.Line;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// Marking without script: one question through all inputs, whole words, and new themes where the analyst stands.
/// Three inputs, of which the second did not answer q3.
@ThroughlineTest
class MarkingTests {

    @LocalServerPort
    int port;

    @Autowired
    DemoPeople people;

    @Autowired
    Calls calls;

    @Autowired
    Workbench workbench;

    @Autowired
    Outline outline;

    @Autowired
    Drafts drafts;

    @Autowired
    SmallSummary made;

    final Actor analyst = Actor.system("analyst");
    CallId call;
    SummaryId summary;
    String base;
    Line line;

    @BeforeEach
    void threePublishedInputs() throws Exception {
        String slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
        for (int i = 1; i <= 3; i++) made.input(call, input(i != 2), analyst);
        summary = made.begin(call);
        base = "/calls/" + slug + "/summaries/" + summary.value();
        line = Line.signedIn(port, people, "chair");
    }

    private static NewInput input(boolean technologies) {
        NewInput plain =
                SmallCall.input("Networks reconnect; connectivity grew in village and villages and towns. 📶水网");
        if (!technologies) return plain;
        Map<String, JsonNode> answers = new LinkedHashMap<>(plain.answers());
        answers.put("q3", Json.tree("[\"ai\"]"));
        return NewInput.of("en", plain.respondent(), answers, plain.consent(), null, null);
    }

    private Document see(String path) throws Exception {
        return line.see(path).page();
    }

    // Sends the form as it stands on the page.
    private Line.Answer mark(String path, String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "_csrf";
        all[fields.length + 1] = line.token(path);
        return line.form(see(path).select("#mark-form").attr("action"), path, all);
    }

    private List<Draft.Section> sections() {
        return drafts.get(summary).sections();
    }

    @Test
    void oneQuestionIsReadAcrossInputs() throws Exception {
        made.passage(call, 1, "connectivity grew");
        String theme = outline.addTheme(made.section(summary), "Access", analyst)
                .value()
                .toString();
        String only = see(base + "/inputs/1?stage=unmarked&theme=" + theme)
                .select("#q3 a[href*=question]")
                .attr("href");
        Document one = see(only);
        assertThat(one.select("#answers section").eachAttr("id")).containsExactly("q3");
        assertThat(one.select("#theme option[selected]").val()).isEqualTo(theme);
        String next = one.select("a[rel=next]").attr("href");
        assertThat(next).contains("/inputs/3?").contains("question=q3").contains("theme=" + theme);
        assertThat(see(base + "/inputs?stage=unmarked&question=q3").select(".list-title"))
                .hasSize(2);
        Line.Answer marked = mark(only, "words", "Artificial intelligence", "theme", theme);
        assertThat(marked.location()).contains("question=q3").contains("theme=" + theme);
        Document after = see(marked.location());
        assertThat(after.select("#answers mark").text()).isEqualTo("Artificial intelligence");
        assertThat(after.select("#answers section").eachAttr("id")).containsExactly("q3");
        assertThat(see(base + "/inputs?stage=unmarked&question=q3").select(".list-title"))
                .hasSize(1);
        assertThat(after.select("a[href*=inputs/1][href$=#q3]")).hasSize(1);
        assertThat(see(base + "/inputs/2?question=q3").select("#answers").text())
                .isEqualTo("This input did not answer the question.");
    }

    @ParameterizedTest
    @CsvSource({
        "connectivity gre, 422",
        "onnectivity grew, 422",
        "Net … grew, 422",
        "Networks … villag, 422",
        "connectivity grew, 303",
        "connect, 422",
        "village, 303",
        "Networks … grew, 303",
        "水, 303",
        "Networks, 303"
    })
    void wordsAreWhole(String words, int status) throws Exception {
        Line.Answer answer = mark(base + "/inputs/1?question=q1", "words", words);
        assertThat(answer.status()).as(words).isEqualTo(status);
        if (status == 422)
            assertThat(answer.page().select("#words-error").text()).contains("begins or ends in the middle of a word");
        else assertThat(see(answer.location()).select("#marked blockquote")).hasSize(1);
    }

    @Test
    void wordsThatStandTwiceAreAskedForAgain() throws Exception {
        Line.Answer answer = mark(base + "/inputs/1?question=q1", "words", "and");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#words-error").text()).contains("more than once");
        assertThat(answer.page().select("#words").val()).isEqualTo("and");
    }

    @Test
    void aNewThemeGoesWhereTheAnalystStands() throws Exception {
        SectionId second = sections().get(1).id();
        String there = base + "/inputs/1?section=" + second.value();
        assertThat(see(base).select("a[href*=section=" + second.value() + "]")).hasSize(1);
        assertThat(see(there).select("#section option[selected]").val())
                .isEqualTo(second.value().toString());
        mark(
                there,
                "words",
                "Networks",
                "newTheme",
                "Here",
                "section",
                second.value().toString());
        assertThat(sections().get(1).themes()).extracting(Draft.Theme::title).containsExactly("Here");

        // Whoever marks for a sentence stands where the sentence does.
        SentenceId sentence = workbench.write(second, null, "Networks reconnect.", analyst);
        assertThat(see(base + "/inputs/1?sentence=" + sentence.value())
                        .select("#section option[selected]")
                        .val())
                .isEqualTo(second.value().toString());

        mark(base + "/inputs/1", "words", "connectivity", "newTheme", "Of the question", "section", "");
        assertThat(sections().getFirst().themes())
                .extracting(Draft.Theme::title)
                .containsExactly("Of the question");
    }
}
