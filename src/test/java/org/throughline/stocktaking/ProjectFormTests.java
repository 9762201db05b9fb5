package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import org.throughline.world.Visitor.Answer;

/// The form as a browser without script uses it: each page is fetched, its form filled and its button pressed.
@ThroughlineTest
class ProjectFormTests {

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor;
    private String name;

    @BeforeEach
    void somebodyWithAProject() throws Exception {
        visitor = Visitor.as(web, people, "contributor");
        name = "Library boats " + UUID.randomUUID();
    }

    private String begin(String prefix) throws Exception {
        Answer begun = visitor.send(prefix + "/stocktaking/new", "another", "yes");
        assertThat(begun.status()).isEqualTo(303);
        String first = begun.location();
        return first.substring(0, first.indexOf("/sections/"));
    }

    // Sends the form of a section as it stands, with some fields typed over.
    private Answer fill(String draft, String section, String... typed) throws Exception {
        String page = draft + "/sections/" + section;
        List<String> fields = new ArrayList<>(List.of(typed));
        if (!fields.contains("action")) fields.addAll(List.of("action", "continue"));
        return visitor.fill(page, page, fields.toArray(String[]::new));
    }

    private void fillAll(String draft) throws Exception {
        String to = fill(
                        draft,
                        "project",
                        "language",
                        "en",
                        "a-title",
                        name,
                        "a-activityType",
                        "project",
                        "a-summary",
                        "A boat brings books and a connection to villages along the river.")
                .location();
        assertThat(to).endsWith("/sections/scope");
        to = fill(
                        draft,
                        "scope",
                        "a-goals",
                        "Reach forty villages by 2027.",
                        "a-startsOn",
                        "2024-05",
                        "a-status",
                        "ongoing",
                        "a-coverage",
                        "national",
                        "a-countries",
                        "BR")
                .location();
        assertThat(to).endsWith("/sections/lines");
        to = fill(
                        draft,
                        "lines",
                        "a-actionLines",
                        "C2",
                        "a-sdgs-0-key",
                        "4",
                        "a-sdgs-0-linkage",
                        "Children read on board.")
                .location();
        assertThat(to).endsWith("/sections/results");
        to = fill(
                        draft,
                        "results",
                        "a-impact-social-qualitative",
                        "Families meet at the boat.",
                        "a-claims-0-text",
                        "reached 40,000 people",
                        "a-claims-0-amount",
                        "40 000",
                        "a-claims-0-unit",
                        "persons")
                .location();
        assertThat(to).endsWith("/sections/entity");
        to = fill(
                        draft,
                        "entity",
                        "a-entityName",
                        "River Library",
                        "a-entityType",
                        "CSO",
                        "a-relation",
                        "owner",
                        "a-contactEmail",
                        "captain@example.org")
                .location();
        assertThat(to).endsWith("/files");
        assertThat(visitor.send(draft + "/files", "action", "continue").location())
                .endsWith("/consent");
        to = visitor.fill(
                        draft + "/consent",
                        draft + "/consent",
                        "action",
                        "continue",
                        "consent-text",
                        "yes",
                        "consent-name",
                        "yes",
                        "consent-files",
                        "no",
                        "consent-quotation",
                        "yes",
                        "consent-translation",
                        "yes",
                        "consent-declared",
                        "yes")
                .location();
        assertThat(to).endsWith("/check");
    }

    @Test
    void aProjectIsRegisteredWithoutScriptAndItsReceiptProvesIt() throws Exception {
        String draft = begin("");
        fillAll(draft);
        Answer check = visitor.see(draft + "/check");
        assertThat(check.words()).contains(name, "reached 40,000 people", "captain@example.org");
        Answer sent = visitor.send(draft + "/sending");
        assertThat(sent.status()).isEqualTo(303);
        Document receipt = visitor.see(sent.location()).page();
        String number = sent.location().replaceAll("\\D", "");
        assertThat(receipt.text()).contains("Receipt for entry");
        var stored = jdbc.sql("""
                SELECT r.answers ->> 'claims' AS claims, r.private_answers::text AS hidden, r.answers::text AS open
                FROM stocktaking.revision r JOIN stocktaking.project p ON p.id = r.project_id WHERE p.number = ?""").param(Long.valueOf(number)).query().singleRow();
        assertThat(stored.get("claims").toString()).contains("\"amount\": 40000");
        assertThat(stored.get("hidden").toString()).contains("captain@example.org");
        assertThat(stored.get("open").toString()).doesNotContain("captain@example.org");
        // A second click leads to the same receipt.
        assertThat(visitor.send(draft + "/sending").location()).isEqualTo(sent.location());
        assertThat(visitor.see(draft + "/check").location()).isEqualTo(sent.location());
        Answer file = visitor.see("/my/projects/" + number + "/receipt.json");
        assertThat(file.html()).contains("throughline-receipt/1");
    }

    @Test
    void aSecondDraftIsBegunOnlyByWhoWasToldOfTheFirst() throws Exception {
        String draft = begin("");
        fill(draft, "project", "language", "en", "a-title", name, "a-summary", "A boat brings books.");
        Answer again = visitor.send("/stocktaking/new");
        assertThat(again.location()).endsWith("/stocktaking/new");
        Document start = visitor.see("/stocktaking/new").page();
        assertThat(start.select(".notice a[href=" + draft + "]").text()).contains("Go on with this draft", name);
        assertThat(start.select("main button").eachText()).contains("Begin another entry");
        String second = begin("");
        assertThat(second).isNotEqualTo(draft);
        fill(second, "project", "language", "en", "a-title", name, "a-summary", "A boat brings books.");
        assertThat(visitor.see(second + "/alike").page().select("main a[href*='" + draft + "']"))
                .as("one’s own drafts are no projects alike")
                .isEmpty();
    }

    @Test
    void whatBecameOfTheProposalsIsRecordedWhenTheProjectIsSent() throws Exception {
        String draft = begin("");
        fillAll(draft);
        Document lines = visitor.see(draft + "/sections/lines").page();
        List<String> left = new ArrayList<>();
        lines.select("input[name=take-actionLines]")
                .eachAttr("value")
                .forEach(code -> left.add("action-lines " + code));
        lines.select("input[name=take-sdgs]").eachAttr("value").forEach(code -> left.add("sdgs " + code));
        assertThat(left).isNotEmpty();
        String number = visitor.send(draft + "/sending").location().replaceAll("\\D", "");
        assertThat(decided(number, false)).containsExactlyInAnyOrderElementsOf(left);
        assertThat(decided(number, true)).contains("action-lines C2", "sdgs 4");
        assertThat(jdbc.sql("SELECT count(*) FROM suggestions.lesson WHERE subject = ?")
                        .param("stocktaking/" + number)
                        .query(Integer.class)
                        .single())
                .as("nothing is learnt before it is public")
                .isZero();
    }

    private List<String> decided(String number, boolean accepted) {
        return jdbc.sql("""
                        SELECT vocabulary || ' ' || code FROM suggestions.acceptance
                        WHERE subject = ? AND accepted = ? AND vocabulary <> 'gdc' AND decided_by IS NOT NULL""")
                .params("stocktaking/" + number, accepted)
                .query(String.class)
                .list();
    }

    @Test
    void whatIsTypedIsKeptHoweverWrongAndEachMistakeIsNamedBesideItsField() throws Exception {
        String draft = begin("");
        Answer wrong = fill(draft, "scope", "a-startsOn", "last spring", "a-goals", "", "a-status", "ongoing");
        assertThat(wrong.status()).isEqualTo(422);
        Document page = wrong.page();
        assertThat(page.selectFirst("#a-startsOn").val()).isEqualTo("last spring");
        assertThat(page.selectFirst("#a-startsOn-error")).isNotNull();
        for (Element link : page.select(".error-summary a"))
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull();
        assertThat(visitor.see(draft + "/sections/scope")
                        .page()
                        .selectFirst("#a-startsOn")
                        .val())
                .isEqualTo("last spring");
    }

    @Test
    void aCountryIsAddedByItsNameAndARowByAButtonAndEverythingElseStays() throws Exception {
        String draft = begin("");
        Answer found = fill(
                draft, "scope", "a-goals", "To be told", "find-countries", "Cote d'Ivoire", "action", "find:countries");
        assertThat(found.status()).isEqualTo(303);
        Document page = visitor.see(draft + "/sections/scope").page();
        assertThat(page.select("#a-countries input[checked]").eachAttr("value")).containsExactly("CI");
        assertThat(page.selectFirst("#a-goals").wholeText()).isEqualTo("To be told");
        Answer none = fill(draft, "scope", "find-countries", "Atlantis", "action", "find:countries");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.words()).contains("Atlantis");
        Answer added = fill(draft, "lines", "a-sdgs-0-key", "4", "a-sdgs-0-linkage", "Schools", "action", "add:sdgs:2");
        assertThat(added.location()).contains("?rows=sdgs:2");
        Document rows = visitor.see(URI.create(added.location()).getPath() + "?rows=sdgs:2")
                .page();
        assertThat(rows.select("#a-sdgs .row-of-group")).hasSize(2);
        assertThat(rows.selectFirst("#a-sdgs-0-linkage").wholeText()).isEqualTo("Schools");
        Answer removed = fill(draft, "lines", "action", "remove:sdgs:0");
        assertThat(removed.status()).isEqualTo(303);
        assertThat(visitor.see(draft + "/sections/lines")
                        .page()
                        .selectFirst("#a-sdgs-0-linkage")
                        .wholeText())
                .isEmpty();
    }
}
