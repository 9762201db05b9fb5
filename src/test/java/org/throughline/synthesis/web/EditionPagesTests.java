package org.throughline.synthesis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.platform.Json;
import org.throughline.synthesis.Editions;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.Workbench;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;

/// Earlier editions of a summary stay where everybody finds them, each by its number.
@ThroughlineTest
class EditionPagesTests {

    private static final Instant FIRST = Instant.parse("2026-03-04T09:05:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-04T16:20:00Z");

    @Autowired
    MockMvc web;

    @Autowired
    Calls calls;

    @Autowired
    SmallSummary made;

    @Autowired
    Workbench workbench;

    @Autowired
    Editions editions;

    final Actor chair = Actor.system("test");
    String address;
    CallId call;
    SummaryId summary;

    @BeforeEach
    void twoEditionsOfOneDay() {
        String slug = SmallCall.freshSlug();
        address = "/calls/" + slug + "/summary";
        call = SmallCall.open(calls, slug);
        made.input(call, "Masts were built by cooperatives.");
        made.input(call, "Masts were built by the state.");
        summary = made.begin(call);
        made.sentence(call, summary, "Masts stand.", "Masts were built", 1);
        SentenceId counted = made.sentence(call, summary, "Cooperatives build.", "Masts were built", 1);
        SentenceId reworded = made.sentence(call, summary, "The state acts.", "Masts were built", 2);
        editions.publish(summary, FIRST, chair);
        workbench.tie(counted, made.passage(call, 2, "Masts were built"));
        workbench.delete(reworded, chair);
        made.sentence(call, summary, "The state builds.", "Masts were built", 2);
        editions.publish(summary, SECOND, chair);
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse();
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void anEarlierEditionIsReadByItsNumber() throws Exception {
        Document first = page(address + "?edition=1");
        assertThat(first.text())
                .contains(
                        "The state acts.", "Edition 1, published on 4 March 2026", "10:05", "There is a newer edition.")
                .doesNotContain("The state builds.");
        assertThat(first.select("p.warning a").attr("href")).isEqualTo(address);
        assertThat(first.select("a[href$=.pdf?edition=1]")).hasSize(1);
        assertThat(Json.tree(answer("/api/v1" + address + "?edition=1").getContentAsString(StandardCharsets.UTF_8))
                        .path("edition")
                        .asInt())
                .isEqualTo(1);
        assertThat(answer(address + ".docx?edition=1").getHeader("Content-Disposition"))
                .contains("-summary-edition-1.docx");
        for (String unknown : new String[] {"3", "0", "one", "00000000-0000-0000-0000-000000000000"})
            assertThat(answer(address + "?edition=" + unknown).getStatus())
                    .as(unknown)
                    .isEqualTo(404);
    }

    @Test
    void theNewestLeadsToTheOthersAndSaysWhatChanged() throws Exception {
        Document newest = page(address);
        assertThat(newest.text()).contains("Edition 2, published on 4 March 2026", "17:20");
        assertThat(newest.select("a[href=#editions]")).hasSize(1);
        assertThat(newest.select("#editions + ul a").eachAttr("href")).containsExactly(address + "?edition=1");
        assertThat(newest.text())
                .contains("What changed in the sentences since edition 1", "1 sentence stands as it did.")
                .contains("New or reworded 3 The state builds.", "No longer there 3 The state acts.")
                .contains("Cooperatives build. 2 inputs, before: 1");
        assertThat(page("/ar" + address + "?edition=1").select("#changes")).isEmpty();
    }

    @Test
    void whereTwoSummariesHaveAnEditionWithTheSameNumberTheIdLeadsThere() throws Exception {
        made.publish(call, "Masts exist.", "Masts were built", 1, 2);
        Document newest = page(address);
        assertThat(newest.select("#editions + ul a").eachAttr("href"))
                .hasSize(2)
                .anySatisfy(href -> assertThat(href).isEqualTo(address + "?edition=2"))
                .anySatisfy(href -> assertThat(page(href).text()).contains("The state acts."));
    }
}
