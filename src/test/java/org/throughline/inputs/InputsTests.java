package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.world.AllInputs;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class InputsTests {

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    PublishedInputs published;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    final Actor secretariat = Actor.system("test");
    final UUID owner = UUID.randomUUID();
    final Actor contributor = new Actor(owner, "Amina", java.util.Set.of());
    CallId call;
    String slug;

    @BeforeEach
    void anOpenCall() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
    }

    @Test
    void anInputIsNumberedHashedAndPlacedInTheLedger() {
        Received received =
                inputs.submit(call, SmallCall.input("Connectivity matters."), Reception.form(owner, "en"), contributor);
        assertThat(received.number()).isEqualTo(1);
        assertThat(received.leafIndex()).isNotNegative();
        assertThat(received.hash()).hasSize(32);
        assertThat(inputs.receipt(received.id(), contributor).subject()).isEqualTo("calls/" + slug + "/inputs/1");
    }

    @Test
    void anInputIsInvisibleUntilItIsPublished() {
        Received received =
                inputs.submit(call, SmallCall.input("Connectivity matters."), Reception.form(owner, "en"), contributor);
        assertThat(published.find(call, received.number())).isEmpty();
        publication.publish(received.id(), secretariat);
        assertThat(published.find(call, received.number())).hasValueSatisfying(input -> {
            assertThat(input.name()).isEqualTo("Example Society");
            assertThat(input.region()).isEqualTo("AFR");
            assertThat(input.answers())
                    .extracting(PublishedInput.PublishedAnswer::text)
                    .contains("Connectivity matters.");
        });
    }

    @Test
    void withoutConsentToTheTextItCannotBePublished() {
        NewInput silent = SmallCall.input("Not for the public.", new Consent(true, false, true, true, true));
        Received received = inputs.submit(call, silent, Reception.form(owner, "en"), contributor);
        assertThatThrownBy(() -> publication.publish(received.id(), secretariat))
                .isInstanceOf(Refusal.class);
        assertThat(published.tally(call).unpublished()).isEqualTo(1);
    }

    @Test
    void withoutConsentToTheNameItIsPublishedNameless() {
        NewInput nameless = SmallCall.input("Said in confidence.", new Consent(false, true, true, true, true));
        Received received = inputs.submit(call, nameless, Reception.form(owner, "en"), contributor);
        publication.publish(received.id(), secretariat);
        assertThat(published.find(call, 1).orElseThrow().name()).isEmpty();
    }

    @Test
    void takingBackConsentEndsThePublicationAtOnceAndLeavesATombstone() {
        Received received =
                inputs.submit(call, SmallCall.input("Connectivity matters."), Reception.form(owner, "en"), contributor);
        publication.publish(received.id(), secretariat);
        inputs.setConsent(received.id(), new Consent(true, false, true, true, true), contributor);
        assertThat(published.find(call, 1)).isEmpty();
        assertThat(published.tombstone(call, 1)).isPresent();
    }

    @Test
    void theCountReconciles() {
        for (int i = 0; i < 5; i++)
            inputs.submit(call, SmallCall.input("Point " + i), Reception.form(owner, "en"), contributor);
        List<InputRecord> all = AllInputs.of(call, jdbc, publication);
        publication.publish(all.get(0).id(), secretariat);
        publication.withhold(all.get(1).id(), "Off topic", secretariat);
        publication.markDuplicate(all.get(2).id(), all.get(0).id(), secretariat);
        inputs.withdraw(all.get(3).id(), contributor);
        Tally tally = published.tally(call);
        assertThat(tally.received()).isEqualTo(5);
        assertThat(List.of(tally.published(), tally.unpublished(), tally.withdrawn(), tally.duplicates()))
                .containsExactly(1L, 2L, 1L, 1L);
    }

    @Test
    void aReplacedInputWaitsToBeCheckedAgain() {
        Received received =
                inputs.submit(call, SmallCall.input("First words."), Reception.form(owner, "en"), contributor);
        publication.publish(received.id(), secretariat);
        Received again = Replaced.by(inputs, received.id(), SmallCall.input("Second words."), contributor);
        assertThat(again.number()).isEqualTo(received.number());
        assertThat(again.revision()).isEqualTo(2);
        assertThat(again.leafIndex()).isGreaterThan(received.leafIndex());
        assertThat(published.find(call, 1)).isEmpty();
    }

    @Test
    void aClosedCallTakesNothingButWhatTheSecretariatBringsIn() {
        calls.close(call, secretariat);
        NewInput late = SmallCall.input("Too late.");
        assertThatThrownBy(() -> inputs.submit(call, late, Reception.form(owner, "en"), contributor))
                .isInstanceOf(Refusal.class);
        Reception paper = new Reception(
                Reception.Origin.PAPER, null, null, null, Instant.now().minus(3, ChronoUnit.DAYS), "en");
        assertThat(inputs.submit(call, late, paper, secretariat).number()).isEqualTo(1);
    }

    @Test
    void anExtensionReopensAClosedCall() {
        calls.close(call, secretariat);
        calls.extend(
                call,
                Instant.now().plus(400, ChronoUnit.DAYS),
                LocalizedText.of("en", "Asked for by members"),
                secretariat);
        assertThat(inputs.submit(call, SmallCall.input("In time after all."), Reception.form(owner, "en"), contributor)
                        .number())
                .isEqualTo(1);
    }

    @Test
    void everythingWrongIsNamedAtOnceAndNothingIsKept() {
        NewInput wrong = NewInput.of(
                "xx",
                Respondent.of(null, null, null, "nobody", "WHAT", "ZZ", null, null),
                Map.of("q1", Json.tree("\"" + "word ".repeat(60) + "\""), "q9", Json.tree("\"?\"")),
                Consent.ALL,
                null,
                null);
        assertThatThrownBy(() -> inputs.submit(call, wrong, Reception.form(owner, "en"), contributor))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field)
                                .contains(
                                        "respondent.name",
                                        "respondent.email",
                                        "respondent.stakeholderType",
                                        "respondent.country",
                                        "answers.q1",
                                        "answers.q9"));
        assertThat(published.tally(call).received()).isZero();
    }

    @Test
    void theSameKeyIsAnsweredTwiceAndStoredOnce() {
        Reception reception = Reception.api(owner, "key-1");
        Received first = inputs.submit(call, SmallCall.input("Once."), reception, contributor);
        Received second = inputs.submit(call, SmallCall.input("Once."), reception, contributor);
        assertThat(second.again()).isTrue();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.leafIndex()).isEqualTo(first.leafIndex());
        assertThat(published.tally(call).received()).isEqualTo(1);
    }

    @Test
    void anotherPersonCannotTouchIt() {
        Received received = inputs.submit(call, SmallCall.input("Mine."), Reception.form(owner, "en"), contributor);
        Actor stranger = new Actor(UUID.randomUUID(), "Stranger", java.util.Set.of());
        assertThatThrownBy(() -> inputs.withdraw(received.id(), stranger)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> inputs.receipt(received.id(), stranger)).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyTheOwnerAllowsMoreAndTheSecretariatMayTakeBack() {
        Consent little = new Consent(false, true, false, false, false);
        Received received =
                inputs.submit(call, SmallCall.input("Mine.", little), Reception.form(owner, "en"), contributor);
        assertThatThrownBy(() -> inputs.setConsent(received.id(), Consent.ALL, secretariat))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.status()).isEqualTo(403));
        assertThat(publication.find(received.id()).orElseThrow().consent()).isEqualTo(little);
        inputs.setConsent(received.id(), Consent.NONE, secretariat);
        inputs.setConsent(received.id(), Consent.ALL, contributor);
        assertThat(publication.find(received.id()).orElseThrow().consent()).isEqualTo(Consent.ALL);
    }

    @Test
    void whatChangedSinceItWasReadIsNotPublished() {
        Received received =
                inputs.submit(call, SmallCall.input("First words."), Reception.form(owner, "en"), contributor);
        int seen = publication.find(received.id()).orElseThrow().version();
        Replaced.by(inputs, received.id(), SmallCall.input("Second words."), contributor);
        assertThatThrownBy(() -> publication.publish(received.id(), seen, secretariat))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.slug()).isEqualTo("stale"));
        assertThat(published.find(call, 1)).isEmpty();
        publication.publish(
                received.id(), publication.find(received.id()).orElseThrow().version(), secretariat);
        assertThat(published.find(call, 1)).isPresent();
    }

    private long takenBack(Received received) {
        return jdbc.sql("SELECT count(*) FROM ledger.entry WHERE subject = ? AND kind = 'withdrawal'")
                .param("calls/" + slug + "/inputs/" + received.number())
                .query(Long.class)
                .single();
    }

    @Test
    void everyEndOfAPublicationIsPutOnRecordOnce() {
        List<Consumer<InputId>> ends = List.of(
                id -> publication.withhold(id, "Off topic", secretariat),
                id -> publication.markDuplicate(
                        id, publication.find(call, 1).orElseThrow().id(), secretariat),
                id -> publication.reopen(id, secretariat),
                id -> Replaced.by(inputs, id, SmallCall.input("Other words."), contributor),
                id -> inputs.setConsent(id, Consent.NONE, contributor));
        inputs.submit(call, SmallCall.input("The first of all."), Reception.form(owner, "en"), contributor);
        for (Consumer<InputId> end : ends) {
            Received received =
                    inputs.submit(call, SmallCall.input("Words."), Reception.form(owner, "en"), contributor);
            publication.publish(received.id(), secretariat);
            end.accept(received.id());
            assertThat(takenBack(received)).isOne();
            assertThat(published.find(call, received.number())).isEmpty();
            if (publication.find(received.id()).orElseThrow().consent().text()) end.accept(received.id());
            assertThat(takenBack(received)).isOne();
        }
    }

    @Test
    void aWithdrawalSentTwiceAtOnceIsPutOnRecordOnce() throws Exception {
        Received received = inputs.submit(call, SmallCall.input("Words."), Reception.form(owner, "en"), contributor);
        publication.publish(received.id(), secretariat);
        List<CompletableFuture<Void>> both = new java.util.ArrayList<>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("SELECT id FROM inputs.input WHERE id = ? FOR UPDATE")
                    .param(received.id().value())
                    .query(UUID.class)
                    .single();
            for (int i = 0; i < 2; i++)
                both.add(CompletableFuture.runAsync(() -> inputs.withdraw(received.id(), contributor)));
            both.forEach(one ->
                    assertThatThrownBy(() -> one.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class));
        });
        for (CompletableFuture<Void> one : both) one.get(30, TimeUnit.SECONDS);
        assertThat(takenBack(received)).isOne();
    }

    @Test
    void namesThatCouldMakeALetterAndUnknownCodesAreRefused() {
        var letter = NewInput.Endorsement.of(
                "Bank\r\n\r\nYour account is locked", "see https://example.net", "a@example.net", null, null);
        var unknown = NewInput.Endorsement.of("Network", "", "b@example.net", "Z\u0000", "W\u0000AT");
        NewInput wrong = NewInput.of(
                "en",
                Respondent.of(
                        Respondent.Behalf.ORGANISATION,
                        "http://example.net",
                        "Two\u2028lines",
                        "amina@example.org",
                        "CSO",
                        "KE",
                        null,
                        null),
                SmallCall.input("Words.").answers(),
                Consent.ALL,
                List.of(letter, unknown),
                null);
        assertThatThrownBy(() -> inputs.submit(call, wrong, Reception.form(owner, "en"), contributor))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field)
                                .containsExactly(
                                        "respondent.organisation",
                                        "respondent.name",
                                        "endorsers.0.organisation",
                                        "endorsers.0.name",
                                        "endorsers.1.country",
                                        "endorsers.1.stakeholderType"));
    }

    @Test
    void aPersonSendsSixtyInputsAnHourToACallAndNotOneMore() {
        var limits = new Limits(60, java.time.Clock.systemUTC());
        for (int i = 0; i < 60; i++) limits.countInput(owner, call);
        assertThatThrownBy(() -> limits.countInput(owner, call))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.status()).isEqualTo(429));
        limits.countInput(UUID.randomUUID(), call);
    }
}
