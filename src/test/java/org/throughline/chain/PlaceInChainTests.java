package org.throughline.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.chain.Output.Source;
import org.throughline.directory.DemoPeople;
import org.throughline.documents.DocumentHeader;
import org.throughline.documents.DocumentKind;
import org.throughline.documents.DocumentSource;
import org.throughline.documents.Expression;
import org.throughline.documents.RecordedDocuments;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.Statements;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// Pages of other parts show where what they show stands in the chain.
@ThroughlineTest
class PlaceInChainTests {

    private static final Actor ACTOR = Actor.system("test");
    private static final List<Source> SOURCES = List.of(new Source("A letter", ""));

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private Chain chain;

    @Autowired
    private ChainDesk desk;

    @Autowired
    private Calls calls;

    @Autowired
    private SmallSummary made;

    @Autowired
    private RecordedDocuments documents;

    private final String mark = "p" + UUID.randomUUID().toString().substring(0, 8);
    private Visitor reader;

    @BeforeEach
    void aReader() throws Exception {
        reader = Visitor.as(web, people, "contributor");
    }

    private String output(String name, String address) {
        String slug = mark + "-" + name;
        desk.add(
                slug,
                new Output.Facts(
                        OutputType.REPORT,
                        Strand.ITU,
                        "",
                        new LocalizedText(Map.of("en", "Output " + name, "ar", "ناتج " + name)),
                        LocalizedText.of("en", "A body"),
                        "",
                        OutputStatus.ISSUED,
                        "",
                        address,
                        List.of(),
                        Certainty.CONFIRMED,
                        SOURCES,
                        ""),
                ACTOR);
        return slug;
    }

    private static Feed.Facts link(String from, String to, String withdrawn) {
        return new Feed.Facts(
                from,
                to,
                FeedKind.QUOTED_IN,
                "",
                "",
                LocalizedText.of("en", "It says so."),
                Certainty.UNVERIFIED,
                SOURCES,
                withdrawn);
    }

    private String around(String page) throws Exception {
        return reader.see(page).page().select("section[aria-labelledby=chain]").outerHtml();
    }

    @Test
    void anInstrumentShowsEachOfItsRevisionsThatTheChainKnows() throws Exception {
        assertThat(around("/mandates/pp-140"))
                .contains("/chain/pp-140-2018", "/chain/pp-140-2022", "/chain/roadmap-itu-2022", "What it rests on");
        assertThat(around("/ar/mandates/pp-140")).contains("/ar/chain/pp-140-2018", "ما آل إليه");
        assertThat(around("/mandates/geneva-plan")).isEmpty();
    }

    @Test
    void aTaskStandsWhereItsListStands() throws Exception {
        assertThat(around("/mandates/unga-80-173/tasks/1"))
                .contains("/chain/task-list-80-173", "/chain/unga-80-173", "/chain/roadmaps-action-lines");
    }

    @Test
    void aCallShowsWhatBecameOfItAndLosesWhatIsTakenOut() throws Exception {
        String slug = SmallCall.freshSlug();
        calls.publish(SmallCall.open(calls, slug), ACTOR);
        assertThat(around("/calls/" + slug)).isEmpty();
        String call = output("call", "/calls/" + slug);
        String summary = output("summary", "");
        long number = desk.link(link(call, summary, ""), ACTOR);

        assertThat(around("/calls/" + slug))
                .contains("/chain/" + call, "/chain/" + summary, "cited in", "not verified", "Nothing on record");
        assertThat(around("/ar/calls/" + slug)).contains("ناتج summary");

        desk.relink(number, link(call, summary, "A mistake"), 1, ACTOR);
        assertThat(around("/calls/" + slug)).contains("/chain/" + call).doesNotContain("/chain/" + summary);
    }

    @Test
    void anInputGoesOnWithTheSummaryThatRestsOnItAndElseWithTheCall() throws Exception {
        String slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(calls, slug);
        calls.publish(call, ACTOR);
        made.input(call, "Masts were built.");
        made.input(call, "Nobody quotes this.");
        made.publish(call, "Masts stand.", "Masts were built", 1);
        String asked = output("call", "/calls/" + slug);
        String summary = output("summary", "/calls/" + slug + "/summary");
        desk.link(link(summary, output("assembly", ""), ""), ACTOR);

        for (String page : List.of("/inputs/1", "/summary"))
            assertThat(around("/calls/" + slug + page))
                    .as(page)
                    .contains("/chain/" + summary, "/chain/" + mark + "-assembly")
                    .doesNotContain("/chain/" + asked);
        assertThat(around("/calls/" + slug + "/inputs/2"))
                .contains("/chain/" + asked)
                .doesNotContain("/chain/" + summary);
    }

    @Test
    void aDocumentShowsWhatItRestsOn() throws Exception {
        String path = documents.record(
                new RecordedDocuments.Recorded(
                        "",
                        DocumentKind.values()[0],
                        List.of(new DocumentSource(DocumentSource.Kind.SECRETARIAT, "", "The secretariat")),
                        new DocumentHeader("", "", List.of(), "", List.of()),
                        "2024",
                        new Expression(
                                "en", Expression.Standing.ORIGINAL, "Paper " + mark, "To test", "", "", "Some words.")),
                ACTOR);
        String paper = output("paper", path);
        desk.link(link(output("source", ""), paper, ""), ACTOR);

        assertThat(around(path)).contains("/chain/" + paper, "/chain/" + mark + "-source", "cites");
    }

    @Test
    void aPageAsksTheChainOnce() throws Exception {
        assertThat(Statements.during(() -> chain.at(List.of("/mandates/unga-80-173"))))
                .hasSize(1);
        assertThat(Statements.during(() -> chain.at(List.of("/nowhere", "/mandates/unga-80-173"))))
                .hasSize(1);
        assertThat(chain.at(List.of("/nowhere", "/mandates/unga-80-173")).here())
                .extracting(Output::slug)
                .containsExactly("unga-80-173");
        assertThat(chain.at(List.of("/nowhere", "")).here()).isEmpty();
    }
}
