package org.throughline.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.mandates.Mandates;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.world.ThroughlineTest;
import org.xml.sax.InputSource;

@ThroughlineTest
class ChainTests {

    @Autowired
    private Chain chain;

    @Autowired
    private ShippedChain shipped;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Roadmaps roadmaps;

    @Autowired
    private MockMvc web;

    @Test
    void everyShippedOutputIsThereOnceHoweverOftenTheProgramStarts() {
        int before = chain.graph().feeds().size();

        shipped.afterSingletonsInstantiated();

        Graph graph = chain.graph();
        assertThat(graph.feeds()).hasSize(before);
        assertThat(graph.outputs())
                .extracting(Output::slug)
                .containsAll(ShippedChain.read().outputs().stream()
                        .map(ShippedChain.OutputFact::slug)
                        .toList());
    }

    @Test
    void theShippedFactsAreWholeAndRunForwardInTime() {
        ShippedChain.File file = ShippedChain.read();
        var slugs = new HashSet<String>();
        for (ShippedChain.OutputFact one : file.outputs()) {
            assertThat(slugs.add(one.slug())).as(one.slug()).isTrue();
            assertThat(one.title().missing()).as(one.slug()).isEmpty();
            assertThat(one.body().missing()).as(one.slug()).isEmpty();
            assertThat(one.sources()).as(one.slug()).isNotEmpty();
            file.facts(one);
            if (one.address().startsWith("/mandates/"))
                assertThat(mandates.find(one.address().split("/")[2]))
                        .as(one.address())
                        .isPresent();
            if (one.address().startsWith("/roadmaps/"))
                assertThat(roadmaps.track(one.address().split("/")[2]))
                        .as(one.address())
                        .isPresent();
        }
        for (ShippedChain.FeedFact one : file.feeds()) {
            assertThat(slugs).as(one.key()).contains(one.from(), one.to());
            assertThat(one.evidence().missing()).as(one.key()).isEmpty();
            assertThat(one.sources()).as(one.key()).isNotEmpty();
            file.facts(one);
            assertThat(Graph.inTime(date(file, one.from()), date(file, one.to())))
                    .as(one.key())
                    .isTrue();
        }
        assertThat(file.outputs().stream().map(one -> one.address()))
                .allSatisfy(address -> assertThat(address).matches("|/[^/].*|https?://.*"));
    }

    private static String date(ShippedChain.File file, String slug) {
        return file.outputs().stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .date();
    }

    @Test
    void theSubmissionsReachTheGeneralAssembly() {
        assertThat(chain.graph().way("submissions-2025", "unga-80-173"))
                .extracting(Output::slug)
                .containsExactly(
                        "submissions-2025",
                        "summary-2025",
                        "council-document-2025",
                        "overall-review-2025",
                        "unga-80-173");
        assertThat(chain.graph().way("unga-80-173", "submissions-2025")).isEmpty();
        assertThat(chain.graph().unused())
                .extracting(Output::slug)
                .contains("preliminary-results-2025", "success-stories-2024")
                .doesNotContain("summary-2025", "next-review");
    }

    @Test
    void bothNumbersOfSubmissionsAreShownWithTheirSources() throws Exception {
        web.perform(get("/chain/submissions-2025"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("97")))
                .andExpect(content().string(Matchers.containsString("96")))
                .andExpect(content().string(Matchers.containsString("Summary of submissions to the call for inputs")))
                .andExpect(content().string(Matchers.containsString("Call for inputs and the working group")));
    }

    @Test
    void thePagesShowTheChainInEveryLanguage() throws Exception {
        for (String language : Languages.ALL) {
            String before = language.equals("en") ? "" : "/" + language;
            web.perform(get(before + "/chain"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("<svg")))
                    .andExpect(content().string(Matchers.containsString(before + "/chain/unga-80-173")));
            web.perform(get(before + "/chain/unga-80-173")).andExpect(status().isOk());
            web.perform(get(before + "/chain/orphans")).andExpect(status().isOk());
        }
        web.perform(get("/chain?strand=forum"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("/chain/chairs-summary-2024")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("/chain/unga-71-212"))));
        web.perform(get("/chain?strand=nonsense")).andExpect(status().isOk());
        web.perform(get("/chain/there-is-no-such-output")).andExpect(status().isNotFound());
    }

    @Test
    void programsReadTheChain() throws Exception {
        var json = Json.tree(web.perform(get("/api/v1/chain"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(json.get("outputs").valueStream()).anySatisfy(one -> {
            assertThat(one.get("slug").asString()).isEqualTo("summary-2025");
            assertThat(one.get("facts").get("type").asString()).isEqualTo("summary");
        });
        assertThat(json.get("feeds").valueStream()).anySatisfy(one -> {
            assertThat(one.get("facts").get("from").asString()).isEqualTo("submissions-2025");
            assertThat(one.get("facts").get("kind").asString()).isEqualTo("summarised-in");
        });
        web.perform(get("/fr/chain.csv"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Synthèse des contributions")));
        String xml = web.perform(get("/chain.graphml"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var graph = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
        assertThat(graph.getElementsByTagName("edge").getLength())
                .isEqualTo(chain.graph().feeds().size());
    }
}
