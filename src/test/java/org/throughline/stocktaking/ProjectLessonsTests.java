package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Json;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.suggestions.LearntHere;
import org.throughline.suggestions.Suggestion;
import org.throughline.suggestions.Suggestions;
import org.throughline.vocabulary.Vocabulary;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import tools.jackson.databind.JsonNode;

/// What the secretariat decides about entries is learnt while the public sees them, and no longer.
@ThroughlineTest
class ProjectLessonsTests {

    private static final String UNHEARD = "Wobblification of every harbour";

    @Autowired
    Register register;

    @Autowired
    ProjectModeration moderation;

    @Autowired
    ProjectBatches batches;

    @Autowired
    ProjectCollections collections;

    @Autowired
    Suggestions suggestions;

    @Autowired
    LearntHere learnt;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DemoPeople people;

    @Autowired
    MockMvc web;

    private final Actor bruno =
            new Actor(UUID.randomUUID(), "Bruno", Actor.system("test").permissions());
    private final List<Taken> entries = new ArrayList<>();
    private ProjectCollection collection;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
    }

    @AfterEach
    void nothingIsLeft() {
        for (Taken taken : entries) if (record(taken).withdrawnAt() == null) register.withdraw(taken.id(), bruno);
        jdbc.sql("DELETE FROM suggestions.fresh_start").update();
        learnt.catchUp();
    }

    private Taken received(String title, String line) {
        Map<String, JsonNode> answers = SmallRegister.answers(title);
        answers.put("summary", Json.tree("\"" + title + "\""));
        answers.put("actionLines", Json.tree("[\"" + line + "\"]"));
        answers.put("goals", Json.tree("\"" + title + "\""));
        Taken taken = register.receive(
                collection,
                NewProject.of("en", answers, Consent.ALL),
                Reception.imported(null, UUID.randomUUID().toString(), null),
                bruno);
        entries.add(taken);
        return taken;
    }

    private ProjectRecord record(Taken taken) {
        return register.find(taken.id()).orElseThrow();
    }

    private Taken published(String title, String line) {
        Taken taken = received(title, line);
        moderation.publish(taken.id(), record(taken).version(), bruno);
        return taken;
    }

    private String first(String text) {
        return suggestions.suggest(Vocabulary.ACTION_LINES, text, "en", 1).stream()
                .map(Suggestion::code)
                .findFirst()
                .orElse("nothing");
    }

    private List<String> decided(Taken taken) {
        return jdbc.sql("""
                        SELECT vocabulary || ' ' || code || ' ' || accepted FROM suggestions.acceptance
                        WHERE subject = ? AND decided_by = ? ORDER BY vocabulary, code""")
                .params("stocktaking/" + taken.number(), bruno.person())
                .query(String.class)
                .list();
    }

    private long lessons(Taken taken) {
        return jdbc.sql("SELECT count(*) FROM suggestions.lesson WHERE subject = ?")
                .param("stocktaking/" + taken.number())
                .query(Long.class)
                .single();
    }

    private void decideAll() {
        for (int i = 0; i < LearntHere.LEAST; i++)
            if (i % 2 == 0) published("Wobblification of harbour number " + i, "C10");
            else published("A network for island number " + i, "C2");
    }

    @Test
    void decisionsMakeTheNextSuggestionBetterAndWithdrawalTakesThatBack() {
        assertThat(first(UNHEARD)).isNotEqualTo("C10");
        decideAll();
        learnt.catchUp();
        assertThat(first(UNHEARD)).isEqualTo("C10");
        LearntHere.State state = learnt.of(Vocabulary.ACTION_LINES, "C10", "en");
        assertThat(state.texts()).isGreaterThanOrEqualTo(LearntHere.LEAST);
        assertThat(state.words()).extracting(LearntHere.Word::stem).anyMatch(stem -> stem.startsWith("wobbl"));
        for (Taken taken : entries)
            if (decided(taken).contains("action-lines C10 true")) register.withdraw(taken.id(), bruno);
        learnt.catchUp();
        assertThat(first(UNHEARD)).isNotEqualTo("C10");
    }

    @Test
    void theSecretariatSeesWhatWasLearntAndBeginsAnew() throws Exception {
        decideAll();
        learnt.catchUp();
        Visitor secretary = Visitor.as(web, people, "secretariat");
        String page = "/suggestions/terms?vocabulary=action-lines&code=C10&language=en";
        assertThat(secretary.see(page).words()).contains("wobbl", "public texts teach this vocabulary now");
        for (String language : List.of("fr", "es", "ru", "ar", "zh"))
            assertThat(secretary.see("/" + language + page).words()).contains("wobbl");
        String act = "/suggestions/terms/new-beginnings";
        assertThat(secretary.send(act, "vocabulary", "action-lines").status()).isEqualTo(422);
        assertThat(first(UNHEARD)).isEqualTo("C10");
        assertThat(secretary
                        .send(act, "vocabulary", "action-lines", "code", "C10", "sure", "yes")
                        .status())
                .isEqualTo(303);
        assertThat(first(UNHEARD)).isNotEqualTo("C10");
        assertThat(secretary.see(page).words())
                .contains("weights that came with the program", "What was decided before", "was forgotten");
        Taken old = entries.getFirst();
        moderation.unpublish(old.id(), record(old).version(), "To be looked at", bruno);
        register.publish(old.id(), bruno);
        assertThat(lessons(old)).as("goals are learnt on, lines are not").isEqualTo(1);
        assertThat(Visitor.as(web, people, "contributor")
                        .send(act, "vocabulary", "sdgs", "sure", "yes")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void onlyWhatIsPublicTeaches() {
        Taken taken = received("Wobblification of one harbour", "C10");
        assertThat(lessons(taken)).isZero();
        moderation.publish(taken.id(), record(taken).version(), bruno);
        assertThat(decided(taken)).contains("action-lines C10 true", "sdgs 4 true");
        assertThat(lessons(taken)).isEqualTo(2);
        moderation.unpublish(taken.id(), record(taken).version(), "To be looked at", bruno);
        assertThat(lessons(taken)).isZero();
        moderation.publish(taken.id(), record(taken).version(), bruno);
        assertThat(lessons(taken)).isEqualTo(2);
        register.withdraw(taken.id(), bruno);
        assertThat(lessons(taken)).isZero();
        assertThat(decided(taken)).isNotEmpty();
    }

    @Test
    void whatWasProposedAndLeftOutIsRecordedAsRefused() {
        Taken taken = published("Doctors advise nurses of remote clinics by video", "C10");
        assertThat(decided(taken)).contains("action-lines C10 true", "action-lines C7-EHEA false");
    }

    @Test
    void theSecretariatTakesASuggestedCodeOverAndThatIsOnRecord() throws Exception {
        Taken taken = received("Doctors advise nurses of remote clinics by video", "C10");
        Visitor secretary = Visitor.as(web, people, "secretariat");
        String page = "/stocktaking/desk/" + taken.number();
        String act = page + "/codes";
        var proposed = secretary.see(page).page();
        assertThat(proposed.select("form[action$=/codes] input[name=code]").eachAttr("value"))
                .contains("C7-EHEA", "3");
        String version =
                proposed.select("form[action$=/codes] input[name=version]").attr("value");
        var without = secretary.send(act, "version", version, "field", "sdgs", "code", "3");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.page().select("#linkage-3-error")).isNotEmpty();
        assertThat(secretary
                        .send(act, "version", version, "field", "actionLines", "code", "C7-EHEA")
                        .status())
                .isEqualTo(303);
        assertThat(secretary
                        .send(act, "version", version, "field", "actionLines", "code", "C9")
                        .status())
                .as("seen before the change")
                .isEqualTo(409);
        assertThat(record(taken).revision()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT accepted FROM suggestions.acceptance WHERE subject = ? AND code = 'C7-EHEA'")
                        .param("stocktaking/" + taken.number())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
        assertThat(secretary.see(page).words())
                .contains("A suggested code was added by the secretariat", "Changed by the secretariat");
        assertThat(Visitor.as(web, people, "contributor")
                        .send(act, "version", "1", "field", "sdgs", "code", "3")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatNobodyLookedAtTeachesNothing() {
        Taken taken = received("Wobblification by a file", "C10");
        register.publish(taken.id(), Actor.system("import"));
        assertThat(decided(taken)).isEmpty();
        assertThat(lessons(taken)).isZero();
    }
}
