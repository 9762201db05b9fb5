package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.directory.Person;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.Commitment;
import org.throughline.ledger.Receipt;
import org.throughline.mail.DemoMail;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.stocktaking.Keepers.State;
import org.throughline.stocktaking.ProjectDrafts.Saved;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

/// Several people keep one entry, hand it over, change it at the same time, and say that one is theirs.
@ThroughlineTest
class KeepingTests extends KeptEntry {

    private static final Pattern LINK = Pattern.compile("/my/projects/invitations/([\\w-]+)");

    @Autowired
    ProjectDrafts drafts;

    @Autowired
    OwnershipClaims claims;

    @Autowired
    DemoMail mail;

    private String secretFor(String email) {
        Matcher link = LINK.matcher(mail.newest(email).getFirst().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void invite(KeeperRole role) {
        keepers.invite(id, bruno.email().value(), role, actor(amina));
        assertThat(keepers.answer(secretFor(bruno.email().value()), true, actor(bruno)))
                .isEqualTo(State.ACCEPTED);
    }

    @Test
    void whoAcceptsAnInvitationKeepsTheEntryTooAndOnlyTheOwnerMayWithdrawIt() {
        assertThatThrownBy(() -> own.get(number, actor(bruno))).isInstanceOf(Refusal.class);
        invite(KeeperRole.KEEPER);
        own.confirm(id, actor(bruno));
        assertThatThrownBy(() -> own.withdraw(id, actor(bruno)))
                .extracting(e -> ((Refusal) e).slug())
                .isEqualTo("owner-only");
        keepers.remove(id, bruno.id(), actor(amina));
        assertThatThrownBy(() -> own.confirm(id, actor(bruno))).isInstanceOf(Refusal.class);
    }

    @Test
    void anInvitationIsGoodForOneAnswer() {
        keepers.invite(id, bruno.email().value(), KeeperRole.KEEPER, actor(amina));
        String secret = secretFor(bruno.email().value());
        assertThat(keepers.answer(secret, false, actor(bruno))).isEqualTo(State.DECLINED);
        assertThat(keepers.answer(secret, true, actor(bruno))).isEqualTo(State.DECLINED);
        assertThat(keepers.role(id, actor(bruno))).isEmpty();
    }

    @Test
    void whoTakesAnEntryOverOwnsItAndTheOneBeforeStaysAKeeper() {
        invite(KeeperRole.OWNER);
        assertThat(keepers.role(id, actor(bruno))).contains(KeeperRole.OWNER);
        assertThat(keepers.role(id, actor(amina))).contains(KeeperRole.KEEPER);
        assertThatThrownBy(() -> keepers.remove(id, bruno.id(), actor(bruno)))
                .extracting(e -> ((Refusal) e).slug())
                .isEqualTo("last-keeper");
    }

    @Test
    void theOwnerOfANominatedProjectIsToldAndCanTakeItOver() {
        ProjectCollection collection = SmallRegister.fresh(collections);
        ProjectDraft draft = drafts.start(collection, "en", actor(amina));
        Map<String, JsonNode> answers = SmallRegister.answers("Nominated boats");
        SmallRegister.put(answers, "relation", "\"nominator\"");
        SmallRegister.put(answers, "ownerEmail", "\"" + bruno.email().value() + "\"");
        ProjectId taken = send(collection, draft, answers, amina);
        assertThat(keepers.role(taken, actor(amina))).contains(KeeperRole.NOMINATOR);
        keepers.answer(secretFor(bruno.email().value()), true, actor(bruno));
        assertThat(keepers.role(taken, actor(bruno))).contains(KeeperRole.OWNER);
        // Whoever put it forward keeps it with its owner, and cannot put the owner out.
        assertThat(keepers.role(taken, actor(amina))).contains(KeeperRole.KEEPER);
        assertThatThrownBy(() -> keepers.remove(taken, bruno.id(), actor(amina)))
                .isInstanceOf(Refusal.class);
    }

    private ProjectId send(ProjectCollection collection, ProjectDraft draft, Map<String, JsonNode> answers, Person by) {
        ProjectForm form = collections.form(collection);
        int seen = 0;
        for (ProjectForm.Section section : form.sections()) {
            Map<String, JsonNode> own = new java.util.LinkedHashMap<>(answers);
            own.keySet()
                    .retainAll(section.fields().stream()
                            .map(ProjectForm.Field::code)
                            .toList());
            own.replaceAll((code, value) -> TypedAnswer.of(form.field(code).orElseThrow(), value));
            drafts.saveAnswers(draft.id(), section, Integer.MAX_VALUE, "en", own, actor(by));
        }
        drafts.saveConsent(
                draft.id(),
                Integer.MAX_VALUE,
                Map.of("name", true, "text", true, "files", true, "quotation", false, "translation", true),
                true,
                actor(by));
        return drafts.send(draft.id(), actor(by));
    }

    @Test
    void aChangeIsSeenByThePublicOnlyWhenItIsPublishedAndItsReceiptOpens() {
        ProjectDraft draft = drafts.startChange(id, actor(amina));
        assertThat(drafts.startChange(id, actor(amina)).id()).isEqualTo(draft.id());
        Map<String, JsonNode> answers = SmallRegister.answers("Solar schools, second phase");
        ProjectCollection collection = drafts.collection(draft);
        send(collection, draft, answers, amina);
        assertThat(published.find(number).orElseThrow().title()).doesNotContain("second phase");
        register.publish(id, SECRETARIAT);
        assertThat(published.find(number).orElseThrow().title()).contains("second phase");
        // Consent that changes afterwards does not close the receipt again.
        own.consent(id, new Consent(false, true, false, false, false), actor(amina));
        Receipt receipt = own.receipt(own.get(number, actor(amina)));
        byte[] salt = Base64.getUrlDecoder().decode(receipt.salt());
        assertThat(Commitment.of(salt, CanonicalJson.bytes(receipt.content())).base64Url())
                .isEqualTo(receipt.hash());
        assertThat(receipt.toJson()).contains("second phase");
        assertThat(own.consents(own.get(number, actor(amina)))).hasSizeGreaterThan(4);
    }

    @Test
    void twoWhoChangeAnEntryAtTheSameTimeDoNotOverwriteEachOther() {
        invite(KeeperRole.KEEPER);
        ProjectDraft mine = drafts.startChange(id, actor(amina));
        ProjectDraft theirs = drafts.startChange(id, actor(bruno));
        ProjectCollection collection = drafts.collection(mine);
        send(collection, theirs, SmallRegister.answers("Theirs"), bruno);
        assertThatThrownBy(() -> send(collection, mine, SmallRegister.answers("Mine"), amina))
                .extracting(e -> ((Refusal) e).slug())
                .isEqualTo("stale");
        ProjectRecord now =
                drafts.overtaken(drafts.get(mine.id(), actor(amina))).orElseThrow();
        assertThat(now.title()).isEqualTo("Theirs");
        drafts.goOn(mine.id(), now.revision(), actor(amina));
        drafts.send(mine.id(), actor(amina));
        assertThat(own.get(number, actor(bruno)).title()).isEqualTo("Mine");
    }

    @Test
    void aStepSavedFromAnOldWindowIsNotTakenOver() {
        ProjectDraft draft = drafts.startChange(id, actor(amina));
        ProjectForm.Section first = drafts.form(draft).sections().getFirst();
        Map<String, JsonNode> one = Map.of("title", Json.tree("\"One\""));
        Map<String, JsonNode> other = Map.of("title", Json.tree("\"Other\""));
        int seen = draft.content().savedAt(ProjectDraftContent.section(first.code()));
        assertThat(drafts.saveAnswers(draft.id(), first, seen, null, one, actor(amina))
                        .stale())
                .isFalse();
        Saved second = drafts.saveAnswers(draft.id(), first, seen, null, other, actor(amina));
        assertThat(second.stale()).isTrue();
        assertThat(second.draft().content().text("title")).isEqualTo("One");
    }

    @Test
    void whoseClaimIsGrantedOwnsAnImportedEntry() {
        long imported = SmallRegister.publish(
                        register, SmallRegister.fresh(collections), SmallRegister.project("Imported boats"))
                .number();
        claims.claim(imported, "We run it, see our page.", actor(bruno));
        assertThatThrownBy(() -> claims.claim(imported, "Again.", actor(bruno)))
                .extracting(e -> ((Refusal) e).slug())
                .isEqualTo("claim-waits");
        var claim = claims.waiting().stream()
                .filter(one -> one.entry().number() == imported)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> claims.decide(claim.id(), true, "", actor(amina)))
                .isInstanceOf(Refusal.class);
        claims.decide(claim.id(), true, "", SECRETARIAT);
        assertThat(own.of(actor(bruno)))
                .extracting(kept -> kept.entry().number())
                .contains(imported);
        assertThat(mail.newest(bruno.email().value())).isNotEmpty();
    }

    @Test
    void theOwnerDecidesAboutAClaimAndGivesAReasonForANo() {
        claims.claim(number, "It is ours.", actor(bruno));
        var claim = claims.of(id).getFirst();
        assertThat(claims.waitingFor(actor(amina)))
                .extracting(OwnershipClaims.Claim::id)
                .contains(claim.id());
        assertThatThrownBy(() -> claims.decide(claim.id(), false, " ", actor(amina)))
                .extracting(e -> ((Refusal) e).slug())
                .isEqualTo("reason-missing");
        claims.decide(claim.id(), false, "We have run it since 2010.", actor(amina));
        assertThat(claims.of(id)).isEmpty();
        assertThat(mail.newest(bruno.email().value()).getFirst().text()).contains("We have run it since 2010.");
    }

    private ProjectRecord record(ProjectId one) {
        return register.find(one).orElseThrow();
    }

    @Test
    void aChangeBegunEarlierDoesNotBringBackWhatIsAllowedNoMore() {
        ProjectDraft draft = drafts.startChange(id, actor(amina));
        own.consent(id, new Consent(false, true, false, false, false), actor(amina));
        send(drafts.collection(draft), draft, SmallRegister.answers("Changed"), amina);
        assertThat(record(id).consent()).isEqualTo(new Consent(false, true, false, false, false));
        assertThat(drafts.startChange(id, actor(amina)).content().consent())
                .containsEntry("name", false)
                .containsEntry("text", true);
    }

    @Test
    void whoOnlyHelpsCannotAllowMore() {
        own.consent(id, new Consent(false, true, false, false, false), actor(amina));
        invite(KeeperRole.KEEPER);
        ProjectDraft draft = drafts.startChange(id, actor(bruno));
        send(drafts.collection(draft), draft, SmallRegister.answers("Changed by a helper"), bruno);
        assertThat(record(id).title()).isEqualTo("Changed by a helper");
        assertThat(record(id).consent()).isEqualTo(new Consent(false, true, false, false, false));
        NewProject wide = SmallRegister.project("Changed by a program");
        submissions.change(number, record(id).revision(), wide, actor(bruno));
        assertThat(record(id).consent()).isEqualTo(new Consent(false, true, false, false, false));
    }

    @Autowired
    ProjectSubmissions submissions;

    @Test
    void aRepeatedRequestTellsFormerKeepersNothing() {
        ProjectCollection collection = SmallRegister.fresh(collections);
        String key = UUID.randomUUID().toString();
        ProjectSubmissions.Answer sent =
                submissions.submit(collection.slug(), SmallRegister.project("By a program"), key, actor(amina));
        assertThat(submissions
                        .submit(collection.slug(), SmallRegister.project("By a program"), key, actor(amina))
                        .again())
                .isTrue();
        keepers.become(sent.entry(), bruno.id().value(), KeeperRole.OWNER);
        keepers.remove(sent.entry().id(), amina.id(), actor(bruno));
        assertThatThrownBy(() ->
                        submissions.submit(collection.slug(), SmallRegister.project("By a program"), key, actor(amina)))
                .extracting(e -> ((Refusal) e).slug())
                .isEqualTo("not-found");
    }

    @Test
    void theSecretariatMendsAnEntryOfSomebodyElse() {
        Actor secretary = new Actor(
                bruno.id().value(), bruno.name(), Set.of(Permission.CONTRIBUTE, Permission.MODERATE_REGISTER));
        ProjectDraft draft = drafts.startChange(id, secretary);
        drafts.saveConsent(draft.id(), Integer.MAX_VALUE, draft.content().consent(), true, secretary);
        drafts.send(draft.id(), secretary);
        assertThat(record(id).revision()).isEqualTo(2);
        assertThat(record(id).consent()).isEqualTo(Consent.ALL);
        assertThatThrownBy(() -> drafts.startChange(id, actor(bruno))).isInstanceOf(Refusal.class);
    }

    @Test
    void aWithdrawnEntryIsGoneForEverybodyAndItsReceiptOpensNoMore() {
        own.withdraw(id, actor(amina));
        assertThat(published.find(number)).isEmpty();
        assertThat(own.receipt(own.get(number, actor(amina))).toJson()).doesNotContain("Solar schools");
        assertThatThrownBy(() -> drafts.startChange(id, actor(amina))).isInstanceOf(Refusal.class);
    }
}
