package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.stocktaking.ProjectDesk.Filter;
import org.throughline.stocktaking.ProjectRecord.State;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import tools.jackson.databind.JsonNode;

/// The desk shows the entries in which the checks found something, each kind by itself.
@ThroughlineTest
class DeskFindingsTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    ProjectDesk desk;

    @Autowired
    ProjectFindings findings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople people;

    private ProjectCollection collection;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
    }

    private Taken waiting(String title, String language, Map<String, String> more) {
        Map<String, JsonNode> answers = SmallRegister.answers(title);
        for (String field : List.of("description", "results", "impact", "claims", "gdc", "partners"))
            answers.putIfAbsent(field, Json.tree("null"));
        more.forEach((field, words) -> answers.put(field, Json.tree(Json.write(words))));
        answers.values().removeIf(JsonNode::isNull);
        return register.receive(
                collection,
                NewProject.of(language, answers, Consent.ALL),
                Reception.imported(null, UUID.randomUUID().toString(), null),
                SECRETARIAT);
    }

    private List<Long> found(Finding finding) {
        while (findings.read(50)) Thread.onSpinWait();
        Filter filter = new Filter(State.WAITING, "", collection.slug(), "", "", finding.word());
        List<Long> numbers = desk.lines(filter, null, 50).stream()
                .map(line -> line.project().number())
                .toList();
        assertThat(desk.count(filter)).isEqualTo(numbers.size());
        return numbers;
    }

    @Test
    void eachKindOfFindingHasItsList() {
        Taken plain = waiting("Weather stations for herders", "en", Map.of());
        Taken foreign = waiting(
                "Postes de santé reliés",
                "en",
                Map.of(
                        "summary",
                        "Les postes de santé des villages sont reliés à l’hôpital du district par une liaison radio, et"
                                + " les infirmières y demandent conseil chaque jour.",
                        "goals",
                        "Relier quarante postes de santé avant la fin de l’année prochaine."));
        Taken personal = waiting(
                "Phone lines of the cooperative",
                "en",
                Map.of("goals", "Call Amina on +254 712 345 678 or write to amina.private@example.com."));
        Taken dead = waiting(
                "Radio of the valley", "en", Map.of("website", "https://" + UUID.randomUUID() + ".example.org/radio"));
        jdbc.sql("""
                WITH l AS (INSERT INTO stocktaking.link (hash, url, host, first_seen_at, due_at, dead_since)
                    VALUES (sha256(?::bytea), 'https://gone.example.org/', 'gone.example.org', now(), now(), now()) RETURNING hash)
                INSERT INTO stocktaking.link_of (project_id, hash, field) SELECT ?, hash, 'videoLinks' FROM l""")
                .params(UUID.randomUUID().toString().getBytes(), dead.id().value())
                .update();
        assertThat(found(Finding.OTHER_LANGUAGE)).containsExactly(foreign.number());
        assertThat(found(Finding.PERSONAL_DATA)).containsExactly(personal.number());
        assertThat(found(Finding.DEAD_LINK)).containsExactly(dead.number());
        assertThat(found(Finding.LIKELY_TWICE)).isEmpty();
        assertThat(found(Finding.INCOMPLETE))
                .isSubsetOf(plain.number(), foreign.number(), personal.number(), dead.number());
    }

    @Test
    void theFirstOfTwoThatAreAlikeIsFoundAsWellAndNeitherWhenTheOtherIsGone() {
        String name = "Library boats " + UUID.randomUUID();
        Taken first = waiting(name, "en", Map.of());
        assertThat(found(Finding.LIKELY_TWICE)).isEmpty();
        Taken second = waiting(name.toUpperCase(java.util.Locale.ROOT), "en", Map.of());
        assertThat(found(Finding.LIKELY_TWICE)).containsExactly(first.number(), second.number());
        register.withdraw(second.id(), SECRETARIAT);
        assertThat(found(Finding.LIKELY_TWICE)).isEmpty();
    }

    @Test
    void aChangeIsReadAnew() {
        Taken taken =
                waiting("Phone lines of the valley", "en", Map.of("goals", "Write to amina.private@example.com."));
        assertThat(found(Finding.PERSONAL_DATA)).containsExactly(taken.number());
        register.change(taken.id(), 0, SmallRegister.project("Phone lines of the valley"), SECRETARIAT);
        assertThat(found(Finding.PERSONAL_DATA)).isEmpty();
    }

    @Test
    void allOfAListAreOnlyThoseInWhichItWasFound() throws Exception {
        waiting("Weather stations of the coast", "en", Map.of());
        Taken personal =
                waiting("Phone lines of the coast", "en", Map.of("goals", "Write to amina.private@example.com."));
        assertThat(found(Finding.PERSONAL_DATA)).containsExactly(personal.number());
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        String list = "/stocktaking/desk?collection=" + collection.slug() + "&finding=personal-data";
        assertThat(secretariat.see(list).words()).contains("Phone lines").doesNotContain("Weather stations");
        String batch = secretariat
                .fill(
                        "/stocktaking/desk/batches/new?do=publish&all=true&collection=" + collection.slug()
                                + "&finding=personal-data",
                        "/stocktaking/desk/batches")
                .location();
        assertThat(secretariat.see(batch.replaceFirst("^https?://[^/]+", "")).words())
                .contains("Phone lines")
                .doesNotContain("Weather stations");
        assertThat(register.find(personal.number()).orElseThrow().publishedAt()).isNotNull();
    }
}
