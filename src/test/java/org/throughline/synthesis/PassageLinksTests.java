package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.Consent;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Publication;
import org.throughline.inputs.PublishedInput.PublishedAnswer;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.Reception;
import org.throughline.inputs.Respondent;
import org.throughline.platform.Json;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;

/// An input on its page: own words as written, what the questionnaire provides in the reader's language, and each
/// passage where its source link leads, whatever the answer's kind.
@ThroughlineTest
class PassageLinksTests {

    private static final String QUESTIONNAIRE = """
            {"sections": [{"code": "I", "title": {"en": "Achievements"}, "questions": [
              {"code": "q1", "kind": "long-text", "label": {"en": "What was achieved?"}, "summarySection": "I"},
              {"code": "q2", "kind": "ranking", "label": {"en": "Lines"}, "vocabulary": "action-lines", "max": 3},
              {"code": "q3", "kind": "multiple-choice", "label": {"en": "Which technologies?"},
               "choices": [{"code": "ai", "label": {"en": "Artificial intelligence", "ar": "الذكاء الاصطناعي"}},
                           {"code": "iot", "label": {"en": "Internet of Things"}}]},
              {"code": "q5", "kind": "number", "label": {"en": "Years"}},
              {"code": "q4", "kind": "group", "label": {"en": "By goal"}, "vocabulary": "sdgs", "max": 3,
               "fields": [{"code": "milestone", "label": {"en": "Milestone", "ar": "المعلم"}},
                          {"code": "challenge", "label": {"en": "Challenge", "ar": "التحدي"}}]}]}]}""";

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

    @Autowired
    Workbench workbench;

    @Autowired
    Drafts drafts;

    @Autowired
    SmallSummary made;

    final Actor analyst = Actor.system("analyst");
    String slug;
    CallId call;

    @BeforeEach
    void anInputWithAnswersOfEachKind() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug, QUESTIONNAIRE);
        var input = NewInput.of(
                "en",
                Respondent.of(
                        Respondent.Behalf.ORGANISATION,
                        "Example Society",
                        "A",
                        "a@example.org",
                        "CSO",
                        "KE",
                        null,
                        null),
                Map.of(
                        "q1", Json.tree("\"Networks grew. Prices fell.\""),
                        "q2", Json.tree("[\"C7-EGOV\", \"C2\"]"),
                        "q3", Json.tree("[\"ai\", \"iot\"]"),
                        "q5", Json.tree("18"),
                        "q4", Json.tree("""
                                [{"key": "4", "milestone": "Schools: online", "challenge": "Challenge: teachers"},
                                 {"key": "9"},
                                 {"key": "5", "challenge": "Schools: online\\nin two lines"}]""")),
                Consent.ALL,
                null,
                null);
        var received = inputs.submit(call, input, Reception.form(UUID.randomUUID(), "en"), analyst);
        publication.publish(received.id(), analyst);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(path)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private PublishedAnswer answer(String question) {
        return published.find(call, 1).orElseThrow().answers().stream()
                .filter(answer -> answer.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private void rest(String question, String words) {
        SectionId section = drafts.of(call).isEmpty()
                ? drafts.get(workbench.begin(call, "Summary", "en", analyst))
                        .sections()
                        .getFirst()
                        .id()
                : drafts.get(drafts.of(call).getFirst().id())
                        .sections()
                        .getFirst()
                        .id();
        SentenceId sentence = workbench.write(section, null, "Of " + words.strip() + ".", analyst);
        int start = answer(question).text().indexOf(words);
        assertThat(start).isNotNegative();
        workbench.tie(sentence, workbench.mark(answer(question).id(), start, start + words.length(), analyst));
    }

    @Test
    void whatTheQuestionnaireProvidesIsInTheReadersLanguage() throws Exception {
        Document page = page("/ar/calls/" + slug + "/inputs/1");
        assertThat(page.select("#q2 li").eachText())
                .containsExactly(
                        "\u200FC7 الحكومة الإلكترونية",
                        "\u200FC2 البنية التحتية للمعلومات والاتصالات: أساس جوهري لمجتمع المعلومات");
        assertThat(page.select("#q3 li").eachText()).containsExactly("الذكاء الاصطناعي", "Internet of Things");
        assertThat(page.select("#q3 li [lang=en]").text()).isEqualTo("Internet of Things");
        assertThat(page.select("#q5 p").text()).isEqualTo("18");
        assertThat(page.select("#q5 [lang=en]").not("h3")).isEmpty();
        assertThat(page.select("#q4 .answer-about").eachText().getFirst()).startsWith("الهدف 4: ");
        assertThat(page.select("#q4 dt").eachText()).containsExactly("المعلم", "التحدي", "التحدي");
        assertThat(page.select("#q4 dd").eachText())
                .containsExactly("Schools: online", "Challenge: teachers", "Schools: online in two lines");
        assertThat(page.select("#q4 dd").last().wholeText()).isEqualTo("Schools: online\nin two lines");
        assertThat(page.select("#q4 dd[lang=en][dir=ltr]")).hasSize(3);
        assertThat(page.select(".facts dd").eachText()).contains("الإنجليزية").doesNotContain("English");
        assertThat(page("/calls/" + slug + "/inputs/1")
                        .select("#q4 .answer-about")
                        .eachText())
                .containsExactly("SDG 4 Quality education", "SDG 5 Gender equality");
    }

    @Test
    void eachSourceLinkLeadsToTheVeryWords() throws Exception {
        rest("q1", "Prices fell");
        rest("q2", "E-government");
        rest("q3", "Internet of Things");
        rest("q4", "teachers");
        rest("q4", "online\nin two");
        made.publish(drafts.of(call).getFirst().id());
        for (String prefix : new String[] {"", "/ar"}) {
            Document input = page(prefix + "/calls/" + slug + "/inputs/1");
            Document summary = page(prefix + "/calls/" + slug + "/summary");
            assertThat(summary.select("blockquote.quote")).hasSize(5);
            for (Element quote : summary.select("blockquote.quote")) {
                String link = quote.select("footer a").attr("href");
                Element place = input.getElementById(link.substring(link.indexOf('#') + 1));
                assertThat(place).as(link).isNotNull();
                String marked = place.closest("mark").wholeText();
                if (link.contains("passage-q2")) assertThat(marked).contains("C7 ");
                else if (link.contains("passage-q3")) assertThat(marked).isEqualTo("Internet of Things");
                else assertThat(marked).isEqualTo(quote.selectFirst("p").wholeText());
            }
            assertThat(input.select("mark")).hasSize(5);
        }
    }
}
