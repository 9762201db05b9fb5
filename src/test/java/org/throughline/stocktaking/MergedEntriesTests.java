package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.Person;
import org.throughline.platform.Refusal;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// What those may still do whose entry became part of another, and what is left of an entry that is withdrawn.
@ThroughlineTest
class MergedEntriesTests extends KeptEntry {

    private ProjectRecord record(ProjectId one) {
        return register.find(one).orElseThrow();
    }

    @Autowired
    ProjectMerges merges;

    @Autowired
    ProjectBatches batches;

    /// Amina's entry becomes part of another one in the same register.
    private Register.Taken mergedIntoAnother() {
        Register.Taken stays = register.receive(
                collections.find(record(id).collection()).orElseThrow(),
                SmallRegister.project("The one that stays"),
                Reception.form(bruno.id().value(), KeeperRole.OWNER),
                actor(bruno));
        register.publish(stays.id(), SECRETARIAT);
        batch = merges.merge(
                new ProjectMerges.Side(stays.id(), record(stays.id()).version()),
                new ProjectMerges.Side(id, record(id).version()),
                Map.of(),
                SECRETARIAT);
        return stays;
    }

    private UUID batch;

    private List<Long> contributors(Register.Taken entry) {
        return published.shown(entry.number()).orElseThrow().contributors().stream()
                .map(PublishedProjects.Contributor::fromNumber)
                .toList();
    }

    @Test
    void whoseEntryBecamePartOfAnotherCanTakeTheNameBack() {
        Register.Taken stays = mergedIntoAnother();
        assertThat(contributors(stays)).containsExactly(number);
        own.consent(id, new Consent(false, true, true, true, true), actor(amina));
        assertThat(contributors(stays)).isEmpty();
        own.consent(id, Consent.ALL, actor(amina));
        assertThat(contributors(stays)).containsExactly(number);
    }

    @Test
    void whoseEntryBecamePartOfAnotherCanWithdrawIt() {
        Register.Taken stays = mergedIntoAnother();
        own.withdraw(id, actor(amina));
        assertThat(record(id).withdrawnAt()).isNotNull();
        assertThat(contributors(stays)).isEmpty();
        assertThat(own.receipt(own.get(number, actor(amina))).toJson()).doesNotContain("Solar schools");
        assertThat(published.tombstone(number).orElseThrow().mergedInto()).isEqualTo(stays.number());
        assertThatThrownBy(() -> own.consent(id, Consent.ALL, actor(amina))).isInstanceOf(Refusal.class);
        // Nor does it come back when the two are taken apart.
        batches.undo(batch);
        batches.work(batch);
        assertThat(published.find(number)).isEmpty();
    }

    @Test
    void onlyWhoWasPublicIsNamedAsAContributor() {
        Register.Taken waiting = register.receive(
                collections.find(record(id).collection()).orElseThrow(),
                SmallRegister.project("Never public"),
                Reception.form(bruno.id().value(), KeeperRole.OWNER),
                actor(bruno));
        merges.merge(
                new ProjectMerges.Side(id, record(id).version()),
                new ProjectMerges.Side(waiting.id(), record(waiting.id()).version()),
                Map.of(),
                SECRETARIAT);
        assertThat(published.shown(number).orElseThrow().contributors()).isEmpty();
    }

    @Test
    void whoKeepsThePartKeepsTheWholeButDoesNotOwnIt() {
        Register.Taken stays = mergedIntoAnother();
        assertThat(keepers.role(stays.id(), actor(amina))).contains(KeeperRole.KEEPER);
        assertThatThrownBy(() -> keepers.remove(stays.id(), bruno.id(), actor(amina)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void takingTwoEntriesApartLeavesNeitherWithoutItsOwner() {
        Register.Taken stays = mergedIntoAnother();
        // Meanwhile whoever came with the merging took the entry over.
        keepers.become(record(stays.id()), amina.id().value(), KeeperRole.OWNER);
        batches.undo(batch);
        batches.work(batch);
        assertThat(published.find(number)).isPresent();
        assertThat(keepers.role(stays.id(), actor(amina))).contains(KeeperRole.OWNER);
        assertThat(keepers.role(stays.id(), actor(bruno))).contains(KeeperRole.KEEPER);
    }

    @Autowired
    MockMvc web;

    @Autowired
    DemoPeople personas;

    /// An entry of the contributor, to be looked at in the browser.
    private Register.Taken ofContributor(String title) throws Exception {
        personas.ensure();
        Person owner = personas.of("contributor");
        Register.Taken taken = register.receive(
                collections.find(record(id).collection()).orElseThrow(),
                SmallRegister.project(title),
                Reception.form(owner.id().value(), KeeperRole.OWNER),
                actor(owner));
        register.publish(taken.id(), SECRETARIAT);
        return taken;
    }

    @Test
    void ofWhatIsWithdrawnNobodyReadsTheWordsAnyMore() throws Exception {
        Register.Taken taken = ofContributor("Words of the heart");
        String page = "/my/projects/" + taken.number();
        Visitor owner = Visitor.as(web, personas, "contributor");
        Visitor secretariat = Visitor.as(web, personas, "secretariat");
        assertThat(secretariat.see(page).words()).contains("Connect two hundred schools");
        register.withdraw(taken.id(), SECRETARIAT);
        for (Visitor visitor : List.of(owner, secretariat))
            assertThat(visitor.see(page).words())
                    .doesNotContain("Connect two hundred schools")
                    .doesNotContain("Private Person");
    }

    @Test
    void theOwnerOfAPartIsShownTheWayBack() throws Exception {
        Register.Taken part = ofContributor("The part");
        merges.merge(
                new ProjectMerges.Side(id, record(id).version()),
                new ProjectMerges.Side(part.id(), record(part.id()).version()),
                Map.of(),
                SECRETARIAT);
        Visitor owner = Visitor.as(web, personas, "contributor");
        String page = "/my/projects/" + part.number();
        String whole = "/stocktaking/" + number;
        assertThat(owner.see(page).words()).contains("has become part of another one");
        assertThat(owner.see(whole).words()).contains("Also contributed by");
        assertThat(owner.send(page + "/consent", "allowed", "text").status()).isEqualTo(303);
        assertThat(owner.see(whole).words()).doesNotContain("Also contributed by");
        assertThat(owner.see(page + "/withdrawal").words()).contains("goes on leading there");
        assertThat(owner.send(page + "/withdrawal").status()).isEqualTo(303);
        assertThat(record(part.id()).withdrawnAt()).isNotNull();
    }
}
