package org.throughline.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughline.audit.Actor;
import org.throughline.calls.Questionnaire;
import org.throughline.files.FileRefused;
import org.throughline.inputs.InputDrafts.Saved;
import org.throughline.mail.DemoMail;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

/// Drafts and what becomes of them: nothing typed is lost, and what is sent is sent once.
@ThroughlineTest
class DraftsTests extends Drafting {

    @Autowired
    MyInputs mine;

    private List<DemoMail.Message> letters(String address, String words) {
        return mail.newest(address).stream()
                .filter(letter ->
                        letter.text().contains(words) || letter.subject().contains(words))
                .toList();
    }

    @Test
    void thereIsOneDraftForAPersonAndCallHoweverOftenOneBegins() throws Exception {
        List<Callable<DraftId>> clicks = List.of(() -> start(), () -> start(), () -> start());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<DraftId> ids = new java.util.HashSet<>();
            for (var click : threads.invokeAll(clicks)) ids.add(click.get());
            assertThat(ids).hasSize(1);
        }
    }

    private DraftId start() {
        return drafts.start(call, "en", actor).id();
    }

    @Test
    void savingOneSectionLeavesTheOthersAlone() {
        Draft draft = drafts.start(call, "en", actor);
        drafts.saveAnswers(draft.id(), questionnaire.section("I").orElseThrow(), 0, Map.of("q1", text("One")), actor);
        // A second window that was opened before, on the other section.
        Saved saved = drafts.saveAnswers(
                draft.id(), questionnaire.section("II").orElseThrow(), 0, Map.of("q5", text("twelve")), actor);
        assertThat(saved.stale()).isFalse();
        assertThat(saved.draft().content().answers())
                .containsEntry("q1", text("One"))
                .containsEntry("q5", text("twelve"));
    }

    @Test
    void aWindowThatIsOutOfDateOverwritesNothing() {
        Draft draft = drafts.start(call, "en", actor);
        var section = questionnaire.section("I").orElseThrow();
        drafts.saveAnswers(draft.id(), section, 0, Map.of("q1", text("From the first window")), actor);
        Saved second = drafts.saveAnswers(draft.id(), section, 0, Map.of("q1", text("From the second window")), actor);
        assertThat(second.stale()).isTrue();
        assertThat(second.draft().content().answers()).containsEntry("q1", text("From the first window"));
        Saved merged = drafts.saveAnswers(
                draft.id(),
                section,
                second.draft().content().savedAt(DraftContent.section("I")),
                Map.of("q1", text("Both")),
                actor);
        assertThat(merged.stale()).isFalse();
        assertThat(merged.draft().content().answers()).containsEntry("q1", text("Both"));
    }

    @Test
    void theSameSavedTwiceIsNoClash() {
        Draft draft = drafts.start(call, "en", actor);
        var section = questionnaire.section("I").orElseThrow();
        drafts.saveAnswers(draft.id(), section, 0, Map.of("q1", text("Once")), actor);
        assertThat(drafts.saveAnswers(draft.id(), section, 0, Map.of("q1", text("Once")), actor)
                        .stale())
                .isFalse();
    }

    @Test
    void aCodeLeadsItsOwnerBackAndNobodyElse() {
        Draft draft = drafts.start(call, "en", actor);
        assertThat(drafts.byCode(draft.shownCode().toLowerCase(java.util.Locale.ROOT), actor))
                .map(Draft::id)
                .contains(draft.id());
        Actor stranger = new Actor(UUID.randomUUID(), "Stranger", Set.of());
        assertThat(drafts.byCode(draft.shownCode(), stranger)).isEmpty();
        assertThatThrownBy(() -> drafts.get(draft.id(), stranger)).isInstanceOf(Refusal.class);
    }

    @Test
    void sendingTwiceAtOnceMakesOneInputAndOneReceipt() throws Exception {
        Draft draft = fill(drafts.start(call, "fr", actor), "Once only.");
        List<Callable<InputId>> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) clicks.add(() -> drafts.send(draft.id(), "fr", actor));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<InputId> ids = new java.util.HashSet<>();
            for (var click : threads.invokeAll(clicks)) ids.add(click.get());
            assertThat(ids).hasSize(1);
        }
        assertThat(published.tally(call).received()).isEqualTo(1);
        assertThat(letters(person.email().value(), "/fr/inputs/")).hasSize(1);
        assertThat(drafts.unsentOf(actor)).isEmpty();
    }

    @Test
    void aDraftWithProblemsIsRefusedAndKept() {
        Draft draft = drafts.start(call, "en", actor);
        drafts.saveAnswers(
                draft.id(), questionnaire.section("II").orElseThrow(), 0, Map.of("q5", text("twelve")), actor);
        assertThatThrownBy(() -> drafts.send(draft.id(), "en", actor))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field)
                                .contains(
                                        "respondent.behalf",
                                        "respondent.scope",
                                        "answers.q5",
                                        "consent.name",
                                        "consent.translation"));
        assertThat(drafts.get(draft.id(), actor).content().answers()).containsEntry("q5", text("twelve"));
    }

    @Test
    void afterTheDeadlineNothingIsSentAndTheDraftIsKeptUntilTheExtension() {
        Draft draft = fill(drafts.start(call, "en", actor), "Nearly late.");
        calls.close(call, secretariat);
        assertThatThrownBy(() -> drafts.send(draft.id(), "en", actor))
                .isInstanceOfSatisfying(
                        Refusal.class, late -> assertThat(late.slug()).isEqualTo("call-not-open"));
        assertThat(drafts.get(draft.id(), actor).content().answers()).containsEntry("q1", text("Nearly late."));
        calls.extend(
                call,
                Instant.now().plus(400, ChronoUnit.DAYS),
                new LocalizedText(Map.of("en", "Asked for by members", "fr", "À la demande des membres")),
                secretariat);
        assertThat(letters(person.email().value(), "À la demande des membres")).hasSize(1);
        assertThat(drafts.send(draft.id(), "en", actor)).isNotNull();
    }

    @Test
    void whoHasSentIsNotWrittenToAboutAnExtension() {
        drafts.send(fill(drafts.start(call, "en", actor), "Sent in time.").id(), "en", actor);
        calls.extend(
                call,
                Instant.now().plus(400, ChronoUnit.DAYS),
                LocalizedText.of("en", "A reason nobody needs"),
                secretariat);
        assertThat(letters(person.email().value(), "A reason nobody needs")).isEmpty();
    }

    @Test
    void aDraftAnswersTheQuestionnaireItBeganWith() {
        Draft draft = fill(drafts.start(call, "en", actor), "To the first version.");
        String shorter = SmallCall.QUESTIONNAIRE.replace("\"q1\"", "\"q1new\"");
        calls.saveQuestionnaire(call, Json.read(shorter, Questionnaire.class), secretariat);
        calls.publishQuestionnaire(call, secretariat);
        InputId id = drafts.send(draft.id(), "en", actor);
        OwnInput own = mine.get(id, actor);
        assertThat(own.questionnaireVersion()).isEqualTo(1);
        assertThat(own.answers()).extracting(OwnInput.OwnAnswer::text).contains("To the first version.");
    }

    @Test
    void aFileOfAnotherTypeIsRefusedAndAGoodOneKeptAndSent() {
        Draft draft = fill(drafts.start(call, "en", actor), "With a file.");
        assertThatThrownBy(
                        () -> attach(draft, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "page.pdf"))
                .isInstanceOf(FileRefused.class);
        attach(draft, OnePage.pdf(), "Annex 1.pdf");
        attach(draft, OnePage.pdf(), "Annex 2.pdf");
        assertThatThrownBy(() -> attach(draft, OnePage.pdf(), "Annex 3.pdf"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("too-many-files"));
        drafts.removeFile(
                draft.id(), drafts.get(draft.id(), actor).files().getFirst().id(), actor);
        InputId id = drafts.send(draft.id(), "en", actor);
        assertThat(mine.get(id, actor).files())
                .extracting(NewInput.Attached::title)
                .containsExactly("Annex 2.pdf");
    }

    private void attach(Draft draft, byte[] content, String name) {
        drafts.addFile(draft.id(), "q6", new ByteArrayInputStream(content), name, actor);
    }

    @Test
    void aReplacementBeginsWithWhatWasSentAndIsSentOnce() throws Exception {
        Draft first = fill(drafts.start(call, "en", actor), "First words.");
        attach(first, OnePage.pdf(), "Annex.pdf");
        InputId id = drafts.send(first.id(), "en", actor);
        Draft second = drafts.startReplacement(id, actor);
        assertThat(second.content().answers()).containsEntry("q1", text("First words."));
        assertThat(second.files()).hasSize(1);
        assertThat(drafts.startReplacement(id, actor).id()).isEqualTo(second.id());
        drafts.saveAnswers(
                second.id(), questionnaire.section("I").orElseThrow(), 1, Map.of("q1", text("Better words.")), actor);
        List<Callable<InputId>> clicks =
                List.of(() -> drafts.send(second.id(), "en", actor), () -> drafts.send(second.id(), "en", actor));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var click : threads.invokeAll(clicks)) assertThat(click.get()).isEqualTo(id);
        }
        OwnInput own = mine.get(id, actor);
        assertThat(own.input().revision()).isEqualTo(2);
        assertThat(own.answers()).extracting(OwnInput.OwnAnswer::text).containsExactly("Better words.");
        assertThat(own.files()).hasSize(1);
    }

    @Test
    void throwingAReplacementAwayLeavesTheFilesOfTheInputAlone() {
        Draft first = fill(drafts.start(call, "en", actor), "With a file.");
        attach(first, OnePage.pdf(), "Annex.pdf");
        InputId id = drafts.send(first.id(), "en", actor);
        UUID file = mine.get(id, actor).files().getFirst().file();
        drafts.delete(drafts.startReplacement(id, actor).id(), actor);
        assertThat(jdbc.sql("SELECT count(*) FROM files.file WHERE id = ?")
                        .param(file)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aQuestionWithoutABoundTakesTenFiles() {
        call = SmallCall.open(
                calls, SmallCall.freshSlug(), SmallCall.QUESTIONNAIRE.replace("\"max\": 2}]}]}", "\"max\": 0}]}]}"));
        Draft draft = drafts.start(call, "en", actor);
        for (int i = 0; i < 10; i++) attach(draft, OnePage.pdf(), "Annex " + i + ".pdf");
        assertThatThrownBy(() -> attach(draft, OnePage.pdf(), "One more.pdf"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("too-many-files"));
        assertThat(drafts.get(draft.id(), actor).files()).hasSize(10);
    }
}
