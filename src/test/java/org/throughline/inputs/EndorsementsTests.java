package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// Those who stand behind an input of somebody else: asked by mail, and counted once they have said so.
@ThroughlineTest
class EndorsementsTests extends Drafting {

    @Autowired
    Inputs inputs;

    @Autowired
    Endorsements endorsements;

    @Autowired
    Publication publication;

    @Test
    void anEndorserIsAskedByMailAndCountsOnceConfirmed() {
        String address = "e" + UUID.randomUUID() + "@example.net";
        Draft draft = fill(drafts.start(call, "es", actor), "Together.");
        drafts.saveEndorsers(
                draft.id(),
                0,
                List.of(Map.of("organisation", "Red Ejemplo", "email", address, "stakeholderType", "CSO")),
                actor);
        InputId id = drafts.send(draft.id(), "es", actor);
        publication.publish(id, secretariat);
        assertThat(published.find(call, 1).orElseThrow().endorsers()).isEmpty();
        assertThat(mail.newest(address).getFirst().text()).contains("/es/endorse/");
        String secret = linkTo(address);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM inputs.endorser WHERE encode(token_hash, 'escape') LIKE '%' || ? || '%'")
                        .param(secret)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(endorsements.find(secret).orElseThrow().answers())
                .extracting(OwnInput.OwnAnswer::text)
                .contains("Together.");
        assertThat(endorsements.answer(secret, true, 1)).contains(Endorsements.State.CONFIRMED);
        assertThat(endorsements.answer(secret, false, 1)).contains(Endorsements.State.CONFIRMED);
        assertThat(published.find(call, 1).orElseThrow().endorsers())
                .extracting(PublishedInput.PublishedEndorser::organisation)
                .containsExactly("Red Ejemplo");
    }

    @Test
    void aLinkOfAnEndorserIsOverAfterSixtyDays() {
        String address = "e" + UUID.randomUUID() + "@example.net";
        Draft draft = fill(drafts.start(call, "en", actor), "Together.");
        drafts.saveEndorsers(
                draft.id(), 0, List.of(Map.of("organisation", "Example Network", "email", address)), actor);
        InputId id = drafts.send(draft.id(), "en", actor);
        String secret = linkTo(address);
        jdbc.sql("UPDATE inputs.endorser SET asked_at = asked_at - interval '61 days' WHERE input_id = ?")
                .param(id.value())
                .update();
        assertThat(endorsements.answer(secret, true, 1)).contains(Endorsements.State.EXPIRED);
        assertThat(endorsements.find("nothing-of-the-kind")).isEmpty();
    }

    private void replace(InputId id, String words) {
        Draft draft = fill(drafts.startReplacement(id, actor), words);
        drafts.send(draft.id(), "en", actor);
    }

    private String linkTo(String address) {
        return mail.newest(address).getFirst().text().replaceAll("(?s).*/endorse/([A-Za-z0-9_-]+).*", "$1");
    }

    @Test
    void whoWasAskedIsNotWrittenToAgainAndConfirmsOnlyWhatTheyRead() {
        String address = "e" + UUID.randomUUID() + "@example.net";
        Draft draft = fill(drafts.start(call, "en", actor), "First words.");
        drafts.saveEndorsers(
                draft.id(), 0, List.of(Map.of("organisation", "Example Network", "email", address)), actor);
        InputId id = drafts.send(draft.id(), "en", actor);
        String link = linkTo(address);
        replace(id, "Second words.");
        assertThat(mail.newest(address)).hasSize(1);
        assertThat(endorsements.answer(link, true, 1))
                .describedAs("the first words were read")
                .contains(Endorsements.State.OPEN);
        assertThat(endorsements.answer(link, true, 2)).contains(Endorsements.State.CONFIRMED);
        replace(id, "Third words.");
        assertThat(mail.newest(address))
                .describedAs("the confirmation was of other words")
                .hasSize(2);
        assertThat(endorsements.answer(linkTo(address), false, 3)).contains(Endorsements.State.DECLINED);
        replace(id, "Fourth words.");
        assertThat(mail.newest(address)).hasSize(2);
        assertThat(endorsements.find(link)).isEmpty();
    }

    @Test
    void nobodyGetsMoreThanThreeLettersADay() {
        String address = "e" + UUID.randomUUID() + "@example.net";
        for (int i = 0; i < 5; i++) {
            var endorser = NewInput.Endorsement.of("Network " + i, "", address, null, null);
            NewInput one = SmallCall.input("Words " + i);
            inputs.submit(
                    call,
                    new NewInput(
                            one.language(),
                            one.respondent(),
                            one.answers(),
                            one.consent(),
                            List.of(endorser),
                            List.of()),
                    Reception.form(UUID.randomUUID(), "en"),
                    actor);
        }
        assertThat(mail.newest(address)).hasSize(3);
    }
}
