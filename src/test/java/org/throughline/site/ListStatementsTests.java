package org.throughline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Reception;
import org.throughline.platform.web.PageStore;
import org.throughline.synthesis.Outline;
import org.throughline.synthesis.SectionId;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.ThemeId;
import org.throughline.synthesis.Workbench;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.Statements;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// A page asks the database as often for three rows as for one.
@ThroughlineTest
class ListStatementsTests {

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Workbench workbench;

    @Autowired
    SmallSummary summaries;

    @Autowired
    Outline outline;

    @Autowired
    PageStore pages;

    final Actor secretariat = Actor.system("test");

    @Test
    void threeRowsCostAsManyStatementsAsOne() throws Exception {
        Visitor chair = Visitor.as(web, people, "chair");
        Visitor publisher = Visitor.as(web, people, "publisher");
        // The first look fills what is read once, such as vocabularies.
        look(chair, publisher, world(1));
        Map<String, Integer> one = look(chair, publisher, world(1));
        Map<String, Integer> three = look(chair, publisher, world(3));
        assertThat(three).isEqualTo(one);
        assertThat(one.values()).allMatch(statements -> statements > 0);
    }

    private record World(String slug, SummaryId summary, ThemeId theme, SentenceId sentence) {}

    private World world(int rows) {
        String slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(calls, slug);
        for (int i = 1; i <= rows; i++) summaries.input(call, "Input " + i + " tells of roads.");
        // Unchecked ones, for the secretariat's desk.
        for (int i = 1; i <= rows; i++)
            inputs.submit(call, SmallCall.input("Waiting " + i), Reception.form(UUID.randomUUID(), "en"), secretariat);
        SummaryId summary = summaries.begin(call);
        SectionId section = summaries.section(summary);
        ThemeId theme = outline.addTheme(section, "Roads", secretariat);
        for (int i = 2; i <= rows; i++) outline.addTheme(section, "Theme " + i, secretariat);
        SentenceId sentence = null;
        for (int i = 1; i <= rows; i++) {
            sentence = workbench.write(section, theme, "It is about roads, " + i + " times.", secretariat);
            for (int n = 1; n <= rows; n++) {
                var passage = summaries.passage(call, n, "tells of roads");
                workbench.gather(passage, theme);
                workbench.tie(sentence, passage);
            }
        }
        summaries.publish(summary);
        return new World(slug, summary, theme, java.util.Objects.requireNonNull(sentence));
    }

    private Map<String, Integer> look(Visitor chair, Visitor publisher, World world) throws Exception {
        String call = "/calls/" + world.slug();
        String summary = call + "/summaries/" + world.summary().value();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String page : List.of(
                "",
                "/inputs",
                "/inputs?country=KE",
                "/inputs.csv",
                "/inputs.jsonl",
                "/inputs.atom",
                "/inputs/1",
                "/statistics",
                "/summary",
                "/summary.json")) count(counts, "public " + page, chair, call + page);
        for (String page : List.of("/inputs", "/inputs/1", "/statistics", "/summary"))
            count(counts, "api " + page, chair, "/api/v1" + call + page);
        for (String page : List.of(
                "", "/inputs", "/inputs?stage=unused&q=roads", "/inputs/1", "/header", "/preview", "/publication"))
            count(counts, "summary " + page, chair, summary + page);
        count(counts, "summaries", chair, call + "/summaries");
        count(counts, "theme", chair, summary + "/themes/" + world.theme().value());
        count(
                counts,
                "sentence",
                chair,
                summary + "/sentences/" + world.sentence().value());
        for (String page : List.of("/desk", "/desk/1", "/desk/batch", "/desk/families"))
            count(counts, page, publisher, call + page);
        pages.changed("calls");
        count(counts, "calls", chair, "/calls");
        count(counts, "api calls", chair, "/api/v1/calls");
        return counts;
    }

    private static void count(Map<String, Integer> counts, String page, Visitor visitor, String address)
            throws Exception {
        // What the first visit reads for the checks, or works out and keeps, is not what each visit costs.
        visitor.see(address);
        List<String> statements = Statements.during(
                () -> assertThat(visitor.see(address).status()).as(address).isEqualTo(200));
        // A proof asks for the size of the log where the last checkpoint was signed before the entry: a matter of
        // seconds.
        counts.put(page, (int) statements.stream()
                .filter(statement -> !statement.contains("max(leaf_index)"))
                .count());
    }
}
