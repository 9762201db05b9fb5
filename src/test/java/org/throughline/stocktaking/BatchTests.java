package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.stocktaking.ProjectBatch.Kind;
import org.throughline.stocktaking.ProjectDesk.Filter;
import org.throughline.stocktaking.ProjectRecord.State;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class BatchTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    PublishedProjects published;

    @Autowired
    PublishedVersions versions;

    @Autowired
    ProjectBatches batches;

    @Autowired
    ProjectDesk desk;

    @Autowired
    DemoPeople personas;

    @Autowired
    MockMvc web;

    private ProjectCollection collection;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
    }

    private Taken waiting(String title) {
        return register.receive(
                collection,
                SmallRegister.project(title),
                Reception.imported(null, UUID.randomUUID().toString(), null),
                SECRETARIAT);
    }

    private ProjectRecord record(Taken taken) {
        return register.find(taken.id()).orElseThrow();
    }

    private void change(Taken taken, String title) {
        register.change(taken.id(), record(taken).version(), SmallRegister.project(title), SECRETARIAT);
    }

    private Filter here(State state) {
        return new Filter(state, "", collection.slug(), "", "", "");
    }

    private ProjectBatch run(Kind kind, String words) {
        UUID id = batches.begin(
                kind,
                words,
                here(State.WAITING),
                desk.listed(here(State.WAITING)).state(),
                SECRETARIAT);
        batches.work(id);
        return over(id);
    }

    private ProjectBatch undo(ProjectBatch batch) {
        batches.undo(batch.id());
        batches.work(batch.id());
        return over(batch.id());
    }

    private ProjectBatch over(UUID id) {
        for (int i = 0; i < 600 && batches.find(id).orElseThrow().isRunning(); i++) LockSupport.parkNanos(20_000_000);
        return batches.find(id).orElseThrow();
    }

    @Test
    void allThatAFilterLeavesIsPublishedAndTakenBack() {
        Taken fresh = waiting("Never seen before");
        Taken old = waiting("Seen before");
        register.publish(old.id(), SECRETARIAT);
        change(old, "Seen and changed");
        ProjectBatch batch = run(Kind.PUBLISH, "");
        assertThat(batch.done()).isEqualTo(2);
        assertThat(published.find(fresh.number())).isPresent();
        assertThat(published.find(old.number()).orElseThrow().title()).isEqualTo("Seen and changed");

        assertThat(undo(batch).undone()).isEqualTo(2);
        assertThat(published.find(fresh.number())).isEmpty();
        assertThat(published.tombstone(fresh.number()).orElseThrow().kind()).isEqualTo("unpublished");
        assertThat(record(fresh).state()).isEqualTo(State.WAITING);
        assertThat(published.find(old.number()).orElseThrow().title()).isEqualTo("Seen before");
        assertThat(versions.all(old.number())).hasSize(1);
        assertThat(record(old).state()).isEqualTo(State.WAITING);
    }

    @Test
    void whatWasTouchedSinceIsNamedAndNotPutBack() {
        Taken left = waiting("Left alone");
        Taken touched = waiting("Touched");
        ProjectBatch batch = run(Kind.PUBLISH, "");
        change(touched, "Touched by its keeper");
        ProjectBatch undone = undo(batch);
        assertThat(undone.undone()).isEqualTo(1);
        assertThat(batches.outcomes(batch.id(), "kept", 10))
                .containsExactly(
                        new ProjectBatches.Outcome(touched.number(), "Touched by its keeper", "en", "changed"));
        assertThat(published.find(touched.number()).orElseThrow().title()).isEqualTo("Touched");
        assertThat(published.find(left.number())).isEmpty();
    }

    @Test
    void whatHasChangedSinceItWasChosenIsLeftAlone() {
        Taken taken = waiting("Chosen");
        int seen = record(taken).version();
        change(taken, "Changed meanwhile");
        UUID id = batches.begin(Kind.PUBLISH, "", List.of(new ProjectBatches.Pick(taken.number(), seen)), SECRETARIAT);
        batches.work(id);
        assertThat(over(id).skipped()).isEqualTo(1);
        assertThat(published.find(taken.number())).isEmpty();
    }

    @Test
    void manyAreDeclinedAndWaitAgainWhenThatIsUndone() {
        Taken one = waiting("One");
        Taken other = waiting("Other");
        ProjectBatch batch = run(Kind.DECLINE, "Not about the action lines");
        assertThat(record(one).state()).isEqualTo(State.DECLINED);
        assertThat(record(other).note()).isEqualTo("Not about the action lines");
        undo(batch);
        assertThat(record(one).state()).isEqualTo(State.WAITING);
        assertThat(record(other).note()).isEmpty();
    }

    @Test
    void moreThanAHandfulGoOnInTheBackground() {
        for (int i = 0; i < 130; i++) waiting("Of many " + i);
        ProjectBatch batch = run(Kind.PUBLISH, "");
        assertThat(batch.done()).isEqualTo(130);
        assertThat(undo(batch).undone()).isEqualTo(130);
        assertThat(desk.count(here(State.WAITING))).isEqualTo(130);
    }

    @Test
    void theDeskLeadsThroughItWithoutScript() throws Exception {
        Taken one = waiting("One of the desk");
        Taken other = waiting("Another of the desk");
        var secretary = Visitor.as(web, personas, "secretariat");
        String list = "/stocktaking/desk?collection=" + collection.slug();
        assertThat(secretary.see(list).page().select("input[name=n]")).hasSize(2);
        String chosen = "n=" + one.number() + ":" + record(one).version();
        var asked = secretary.see("/stocktaking/desk/batches/new?do=tag&" + chosen);
        assertThat(asked.words()).contains("One of the desk").doesNotContain("Another of the desk");
        assertThat(secretary
                        .send("/stocktaking/desk/batches", "do", "tag", "n", chosen.substring(2), "words", " ")
                        .status())
                .isEqualTo(422);
        var sent = secretary.send(
                "/stocktaking/desk/batches", "do", "tag", "n", chosen.substring(2), "words", "for  the panel");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(secretary.see(list + "&tag=for%20the%20panel").words())
                .contains("One of the desk")
                .doesNotContain("Another of the desk");
        assertThat(secretary.send(sent.location() + "/undo").status()).isEqualTo(303);
        assertThat(desk.tags(one.id())).isEmpty();
        assertThat(secretary.send(sent.location() + "/undo").status()).isEqualTo(409);
        assertThat(secretary.see("/stocktaking/desk/batches/new?do=publish").status())
                .isEqualTo(422);
        assertThat(secretary.see("/ar/stocktaking/desk/batches").status()).isEqualTo(200);
        String whole = list.replace("desk?", "desk/batches/new?") + "&do=publish&all=true&seen="
                + secretary.see(list).page().select("input[name=seen]").val();
        var all = secretary.fill(whole, "/stocktaking/desk/batches");
        assertThat(secretary.see(all.location()).words()).contains("Done: 2.");
        assertThat(published.find(other.number())).isPresent();
    }

    @Test
    void whatCameAfterTheListWasLookedAtIsNotPublishedWithIt() throws Exception {
        Taken seen = waiting("Looked at");
        var secretary = Visitor.as(web, personas, "secretariat");
        String list = "/stocktaking/desk?collection=" + collection.slug();
        String state = secretary.see(list).page().select("input[name=seen]").val();
        String whole = list.replace("desk?", "desk/batches/new?") + "&do=publish&all=true&seen=" + state;
        assertThat(secretary.see(whole).words()).contains("All 1 entry").doesNotContain("has changed");
        change(seen, "Changed behind their back");
        Taken late = waiting("Never looked at");
        var refused = secretary.send(
                "/stocktaking/desk/batches",
                "do",
                "publish",
                "all",
                "true",
                "collection",
                collection.slug(),
                "seen",
                state);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("The list has changed", "there are 2 entries");
        assertThat(secretary.see(whole).words()).contains("The list has changed");
        assertThat(published.find(seen.number())).isEmpty();
        assertThat(published.find(late.number())).isEmpty();
        assertThat(secretary
                        .send(
                                "/stocktaking/desk/batches",
                                "do",
                                "publish",
                                "all",
                                "true",
                                "collection",
                                collection.slug())
                        .status())
                .isEqualTo(409);
        assertThat(secretary.fill(whole, "/stocktaking/desk/batches").status()).isEqualTo(303);
        assertThat(published.find(late.number())).isPresent();
    }

    @Test
    void twoEntriesBecomeOneFieldByFieldAndComeApartAgain() throws Exception {
        Map<String, JsonNode> mine = SmallRegister.answers("Heliotrope schools of Nyanza");
        SmallRegister.put(mine, "countries", "[\"KE\"]");
        Map<String, JsonNode> theirs = SmallRegister.answers("Heliotrope schools of Nyanza and Busoga");
        SmallRegister.put(theirs, "countries", "[\"UG\"]");
        SmallRegister.put(theirs, "entityName", "\"Another Society\"");
        SmallRegister.put(theirs, "replicability", "\"Anywhere with sun.\"");
        Taken stays = SmallRegister.publish(register, collection, NewProject.of("en", mine, Consent.ALL));
        Taken gone = SmallRegister.publish(register, collection, NewProject.of("en", theirs, Consent.ALL));
        var secretary = Visitor.as(web, personas, "secretariat");
        String page = "/stocktaking/desk/" + stays.number() + "/merge";
        assertThat(secretary.see("/stocktaking/desk/" + stays.number()).words())
                .as("short nouns instead of the form’s questions")
                .contains("Type of activity", "Who put it forward")
                .doesNotContain("What kind of activity is it?", "Your relation to the project");
        var choices = secretary.see(page).page();
        assertThat(choices.select("input[type=radio][name=with]").eachAttr("value"))
                .contains(String.valueOf(gone.number()));
        assertThat(choices.select(".row-of-choice").text())
                .contains("Heliotrope schools of Nyanza and Busoga", "Another Society", "alike");
        assertThat(secretary.see(page + "?with=" + gone.number()).page().select("fieldset"))
                .hasSize(4);
        var done =
                secretary.fill(page + "?with=" + gone.number(), page, "take-countries", "both", "take-title", "gone");
        assertThat(done.status()).isEqualTo(303);
        PublishedProject one = published.find(stays.number()).orElseThrow();
        assertThat(one.title()).isEqualTo("Heliotrope schools of Nyanza and Busoga");
        assertThat(one.countries()).containsExactly("KE", "UG");
        assertThat(one.entityName()).isEqualTo("Example Society");
        assertThat(one.answers().path("replicability").asString()).isEqualTo("Anywhere with sun.");
        assertThat(published.shown(stays.number()).orElseThrow().contributors())
                .extracting(PublishedProjects.Contributor::entityName)
                .containsExactly("Another Society");
        assertThat(published.tombstone(gone.number()).orElseThrow().mergedInto())
                .isEqualTo(stays.number());

        assertThat(secretary.send(done.location() + "/undo").status()).isEqualTo(303);
        assertThat(published.find(stays.number()).orElseThrow().countries()).containsExactly("KE");
        assertThat(published.find(gone.number()).orElseThrow().title())
                .isEqualTo("Heliotrope schools of Nyanza and Busoga");
        assertThat(published.shown(stays.number()).orElseThrow().contributors()).isEmpty();
    }

    @Test
    void whatAKeeperDoesNotAllowIsNotTakenOver() {
        Map<String, JsonNode> theirs = SmallRegister.answers("Solar schools too");
        SmallRegister.put(theirs, "entityName", "\"Wants no name\"");
        Taken stays = SmallRegister.publish(register, collection, SmallRegister.project("Solar schools"));
        Taken gone = SmallRegister.publish(
                register, collection, NewProject.of("en", theirs, new Consent(false, true, true, false, true)));
        merge(stays, gone, Map.of("entityName", MergeContent.Take.GONE, "title", MergeContent.Take.GONE));
        PublishedProject one = published.find(stays.number()).orElseThrow();
        assertThat(one.title()).isEqualTo("Solar schools too");
        assertThat(one.entityName()).isEqualTo("Example Society");
        assertThat(one.quotable()).isFalse();
        assertThat(published.shown(stays.number()).orElseThrow().contributors()).isEmpty();
    }

    @Autowired
    ProjectMerges merges;

    private UUID merge(Taken stays, Taken gone, Map<String, MergeContent.Take> takes) {
        return merges.merge(
                new ProjectMerges.Side(stays.id(), record(stays).version()),
                new ProjectMerges.Side(gone.id(), record(gone).version()),
                takes,
                SECRETARIAT);
    }

    @Test
    void anEntryThatWasChangedAfterAMergerKeepsItsChange() {
        Taken stays = SmallRegister.publish(register, collection, SmallRegister.project("Solar schools"));
        Taken gone = SmallRegister.publish(register, collection, SmallRegister.project("Solar schools too"));
        UUID batch = merge(stays, gone, Map.of("title", MergeContent.Take.GONE));
        change(stays, "Solar schools for ever");
        batches.undo(batch);
        batches.work(batch);
        assertThat(over(batch).kept()).isEqualTo(1);
        assertThat(record(stays).title()).isEqualTo("Solar schools for ever");
        assertThat(published.find(gone.number())).isPresent();
    }

    @Test
    void thePublicNeverLosesSightOfBoth() throws Exception {
        Taken hidden = waiting("Not public");
        Taken open = SmallRegister.publish(register, collection, SmallRegister.project("Public"));
        var secretary = Visitor.as(web, personas, "secretariat");
        String page = "/stocktaking/desk/" + hidden.number() + "/merge";
        var refused = secretary.fill(page + "?with=" + open.number(), page);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("lose sight of both");
        assertThat(published.find(open.number())).isPresent();
        assertThat(secretary.see(page + "?with=" + hidden.number()).status()).isEqualTo(422);
        assertThat(secretary.see(page + "?with=nonsense").status()).isEqualTo(422);
    }
}
