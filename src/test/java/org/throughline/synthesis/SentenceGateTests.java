package org.throughline.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.inputs.Consent;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Publication;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.Replaced;
import org.throughline.synthesis.GateFinding.Reason;
import org.throughline.world.SmallCall;
import org.throughline.world.SmallSummary;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class SentenceGateTests {

    @Autowired
    Calls calls;

    @Autowired
    Inputs inputs;

    @Autowired
    Publication publication;

    @Autowired
    PublishedInputs publicInputs;

    @Autowired
    Workbench workbench;

    @Autowired
    SmallSummary made;

    @Autowired
    Drafts drafts;

    @Autowired
    PublishedSummaries summaries;

    final UUID owner = UUID.randomUUID();
    final Actor contributor = new Actor(owner, "Amina", Set.of());
    final Actor analyst = Actor.system("analyst");
    CallId call;
    SummaryId summary;
    SectionId section;

    @BeforeEach
    void aCallWithTenPublishedInputs() {
        call = SmallCall.open(calls, SmallCall.freshSlug());
        for (int i = 1; i <= 10; i++)
            made.input(call, SmallCall.input("Input " + i + " says that connectivity grew."), contributor);
        summary = made.begin(call);
        section = made.section(summary);
    }

    @Test
    void aSentenceWithoutAPassageKeepsTheGateClosed() {
        workbench.write(section, null, "Connectivity grew.", analyst);
        assertThat(reasons()).containsExactly(Reason.NO_PASSAGE);
        assertThatThrownBy(() -> made.publish(summary)).isInstanceOf(GateClosed.class);
        assertThat(summaries.newest(call)).isEmpty();
    }

    @Test
    void aQuantityWordMustAgreeWithTheShare() {
        SentenceId sentence = sentence("Most inputs say that connectivity grew.", 1, 2, 3, 4, 5);
        assertThat(reasons()).containsExactly(Reason.QUANTITY_DISAGREES);
        tie(sentence, 6);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void severalPassagesOfOneInputCountOnce() {
        SentenceId sentence = sentence("Connectivity grew.", 1);
        UUID answer =
                publicInputs.find(call, 1).orElseThrow().answers().getFirst().id();
        workbench.tie(sentence, workbench.mark(answer, 0, 5, analyst));
        assertThat(drafts.get(summary).sentences().getFirst().support().inputs())
                .isEqualTo(1);
    }

    @Test
    void aDeclaredWordDoesNotCountInputs() {
        SentenceId sentence = sentence("All stakeholders should be heard.", 1);
        assertThat(reasons()).containsExactly(Reason.QUANTITY_DISAGREES);
        workbench.rewrite(sentence, section, null, "All stakeholders should be heard.", Set.of("all"), "", 0, analyst);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void statedSharesNumbersAndAbsencesAreHeldToTheCount() {
        sentence("Half of the inputs say that connectivity grew.", 1, 2, 3, 4);
        sentence("Nine inputs say that connectivity grew.", 1, 2, 3, 4);
        SentenceId nobody = sentence("No input denies that connectivity grew.", 1);
        assertThat(reasons()).containsExactly(Reason.SHARE_DISAGREES, Reason.NUMBER_DISAGREES, Reason.SAYS_NOBODY);
        workbench.rewrite(
                nobody, section, null, "No input denies that connectivity grew.", Set.of("no input"), "", 0, analyst);
        assertThat(reasons()).containsExactly(Reason.SHARE_DISAGREES, Reason.NUMBER_DISAGREES);
    }

    @Test
    void aWordOfTwoAlphabetsIsRefusedUntilItIsWrittenAnewOrDeclared() {
        SentenceId sentence = sentence("Mοst inputs say that connectivity grew.", 1, 2, 3, 4, 5);
        assertThat(reasons()).containsExactly(Reason.MIXED_LETTERS);
        workbench.rewrite(sentence, section, null, "M\u00ADost inputs say so.", Set.of(), "", 0, analyst);
        assertThat(reasons()).containsExactly(Reason.QUANTITY_DISAGREES);
        workbench.rewrite(sentence, section, null, "The firm Mοst says so.", Set.of("mοst"), "", 1, analyst);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void aDeclarationIsPublishedWithItsWords() {
        SentenceId sentence = sentence("All stakeholders should be heard.", 1);
        workbench.rewrite(sentence, section, null, "All stakeholders should be heard.", Set.of("all"), "", 0, analyst);
        sentence("Connectivity grew.", 1);
        made.publish(summary);
        assertThat(summaries.newest(call).orElseThrow().declared())
                .singleElement()
                .satisfies(declared -> assertThat(declared.plainWords()).containsExactly("all"));
    }

    @Test
    void areplacedAWithdrawnAndANotQuotableInputCloseTheGate() {
        sentence("Connectivity grew.", 1);
        var first = publication.find(call, 1).orElseThrow().id();
        Replaced.by(inputs, first, SmallCall.input("Now it says something else."), contributor);
        assertThat(reasons()).containsExactly(Reason.PASSAGE_CHANGED);
        publication.publish(first, analyst);
        assertThat(reasons()).containsExactly(Reason.PASSAGE_CHANGED);

        SentenceId second = sentence("It grew a lot.", 2);
        inputs.setConsent(
                publication.find(call, 2).orElseThrow().id(), new Consent(true, true, true, false, true), contributor);
        assertThat(reasons()).contains(Reason.NOT_QUOTABLE);
        inputs.withdraw(publication.find(call, 2).orElseThrow().id(), contributor);
        assertThat(reasons()).contains(Reason.INPUT_NOT_PUBLIC);
        assertThat(drafts.passagesOf(
                        publication.find(call, 2).orElseThrow().id().value()))
                .singleElement()
                .satisfies(passage -> {
                    assertThat(passage.withdrawnAt()).isNotNull();
                    assertThat(List.of(passage.exact(), passage.prefix(), passage.suffix(), passage.name()))
                            .containsOnly("");
                });
        workbench.delete(second, analyst);
    }

    @Test
    void aWithdrawnInputDisappearsFromThePublishedEditionAndTheCountSaysSo() {
        sentence("Connectivity grew.", 1, 2, 3);
        made.publish(summary);
        var sentence = summaries.newest(call).orElseThrow().sentences().getFirst();
        assertThat(sentence.evidence()).hasSize(3);
        inputs.withdraw(publication.find(call, 2).orElseThrow().id(), contributor);
        var after = summaries.newest(call).orElseThrow().sentences().getFirst();
        assertThat(after.evidence())
                .extracting(PublishedSummary.Evidence::input)
                .containsExactly(1, 3);
        assertThat(after.gone()).isEqualTo(1);
        assertThat(summaries.usesOf(call, 1)).hasSize(1);
        assertThat(summaries.usesOf(call, 2)).isEmpty();
    }

    @Test
    void anEditionKeepsTheNumbersOfItsPublication() {
        sentence("Connectivity grew.", 1, 2, 3);
        inputs.setConsent(
                publication.find(call, 9).orElseThrow().id(), new Consent(true, true, true, false, true), contributor);
        assertThat(drafts.get(summary).quotable()).isEqualTo(9);
        assertThat(drafts.unused(summary)).hasSize(6);
        made.publish(summary);
        inputs.withdraw(publication.find(call, 2).orElseThrow().id(), contributor);
        inputs.withdraw(publication.find(call, 8).orElseThrow().id(), contributor);
        PublishedSummary edition = summaries.newest(call).orElseThrow();
        assertThat(edition.publishedInputs()).isEqualTo(10);
        assertThat(edition.quotedInputs()).isEqualTo(3);
        assertThat(edition.unquotedInputs()).isEqualTo(7);
        assertThat(edition.sentences().getFirst().shareThen()).isEqualTo(0.3);
        assertThat(publicInputs.tally(call).published()).isEqualTo(8);
    }

    private List<Reason> reasons() {
        return SentenceGate.check(drafts.get(summary)).stream()
                .map(GateFinding::reason)
                .toList();
    }

    private SentenceId sentence(String text, int... numbers) {
        return made.sentence(call, summary, text, "connectivity grew", numbers);
    }

    private void tie(SentenceId sentence, int number) {
        workbench.tie(sentence, made.passage(call, number, "connectivity grew"));
    }
}
