package org.throughline.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.throughline.letters.SmallLetter.SECRETARIAT;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.calls.CallId;
import org.throughline.calls.Calls;
import org.throughline.directory.DemoPeople;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.Reception;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// Deadlines that are moved, answers that come late, and what counts then.
@ThroughlineTest
class LetterDeadlineTests {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private CircularLetters letters;

    @Autowired
    private LetterExtensions extensions;

    @Autowired
    private CircularReplies replies;

    @Autowired
    private LetterProgress progress;

    @Autowired
    private TakenAnswers answers;

    @Autowired
    private Calls calls;

    @Autowired
    private Inputs inputs;

    @Autowired
    private JdbcClient jdbc;

    private Visitor secretariat;

    @BeforeEach
    void signIn() throws Exception {
        secretariat = Visitor.as(web, people, "secretariat");
    }

    private String page(String path) throws Exception {
        return web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String daysAhead(int days) {
        return LocalDate.now().plusDays(days).toString();
    }

    private Visitor.Answer move(SmallLetter small, String... fields) throws Exception {
        String form = "/letters/desk/" + small.letter() + "/extension";
        return secretariat.fill(form, form, fields);
    }

    @Test
    void aDeadlineIsMovedForAReasonThatEverybodyReadsAndEveryAddresseeIsTold() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 3, 2, null);
        String reference = SmallLetter.dispatch(program, small.letter());
        String word = SmallLetter.word(program, SmallLetter.address(small.mark(), 0));
        replies.reply(word, ReplyChoice.APPROVE, "", "en");

        assertThat(move(
                                small,
                                "closes-date",
                                daysAhead(40),
                                "closes-time",
                                "18:00",
                                "reason-en",
                                "Members asked for more time.",
                                "reason-fr",
                                "Des membres ont demandé plus de temps.",
                                "reason-ar",
                                "طلب أعضاء مزيدا من الوقت.")
                        .status())
                .isEqualTo(303);
        SmallLetter.run(program);

        assertThat(page("/letters/" + reference)).contains("Deadline moved", "Members asked for more time.", "18:00");
        assertThat(page("/ar/letters/" + reference)).contains("تمديد الموعد النهائي", "طلب أعضاء مزيدا من الوقت.");
        assertThat(page("/by-mail/circular/" + word)).contains("Members asked for more time.");
        assertThat(page("/api/v1/letters")).contains("Members asked for more time.");
        assertThat(SmallLetter.mails(program, SmallLetter.address(small.mark(), 1))
                        .getFirst()
                        .text())
                .contains("Des membres ont demandé plus de temps.", "18:00");
        assertThat(SmallLetter.mails(program, SmallLetter.address(small.mark(), 0)))
                .hasSize(2);
        assertThat(progress.figures(small.letter(), SECRETARIAT).replied()).isOne();
        assertThat(secretariat.see("/letters/desk/" + small.letter()).html())
                .contains("Notice of a new deadline", "Deadline moved");
        web.perform(get("/ar/letters/" + reference + "/letter.pdf")).andExpect(status().isOk());
        web.perform(get("/letters/" + reference + "/letter.docx")).andExpect(status().isOk());
    }

    @Test
    void aDraftLeadsToWhatIsMissingAndIsThrownAwayWithAWord() throws Exception {
        String draft =
                secretariat.send("/letters/desk", "kind", "decision").location().replace("/edit", "");
        var missing = secretariat.see(draft).page().select("#lacks + ul a");
        assertThat(missing).isNotEmpty();
        var form = secretariat.see(draft + "/edit").page();
        for (String link : missing.eachAttr("href"))
            assertThat(form.select(link.substring(link.indexOf('#')))).as(link).hasSize(1);
        assertThat(secretariat.fill(draft, draft + "/deletion").location()).isEqualTo("/letters/desk");
        assertThat(secretariat.see(draft).status()).isEqualTo(404);
    }

    @Test
    void whatIsTypedWrongIsSaidAndTheSecondEditorIsTold() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 1, 1, null);
        assertThat(secretariat
                        .see("/letters/desk/" + small.letter() + "/extension")
                        .status())
                .isEqualTo(404);
        assertThat(secretariat.see("/letters/desk/" + small.letter()).page().select("#dispatch ~ dl time"))
                .hasSize(1);
        SmallLetter.dispatch(program, small.letter());

        Visitor.Answer wrong = move(small, "closes-date", daysAhead(2), "closes-time", "18:00");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#closes-date-error, #reason-en-error")).hasSize(2);
        assertThat(move(small, "closes-date", "soon", "closes-time", "", "reason-en", "x".repeat(2_001))
                        .page()
                        .select("#closes-date-error, #reason-en-error"))
                .hasSize(2);
        String[] right = {"closes-date", daysAhead(40), "closes-time", "", "reason-en", "More time"};
        String[] second = {
            "version", "1", "closes-date", daysAhead(50), "closes-time", "18:00", "reason-en", "Still more"
        };
        assertThat(move(small, right).status()).isEqualTo(303);
        assertThat(secretariat.see("/letters/desk/" + small.letter()).words()).contains("23:59");
        Visitor.Answer stale = move(small, second);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.html()).contains("Still more", "Somebody else changed");
        assertThat(letters.get(small.letter(), SECRETARIAT).extensions()).hasSize(1);
        assertThat(Visitor.as(web, people, "contributor")
                        .see("/letters/desk/" + small.letter() + "/extension")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void onceTheCountIsKnownNobodyAsksForMoreVotes() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 1, 1, null);
        SmallLetter.dispatch(program, small.letter());
        SmallLetter.close(program, small.letter());
        int version = letters.get(small.letter(), SECRETARIAT).version();

        assertThatThrownBy(() -> extensions.extend(
                        small.letter(),
                        Instant.now().plus(9, ChronoUnit.DAYS),
                        LocalizedText.of("en", "Why not"),
                        version,
                        SECRETARIAT))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("letter-deadline-passed"));
        assertThat(secretariat
                        .see("/letters/desk/" + small.letter() + "/extension")
                        .page()
                        .select("form[action$=extension]"))
                .isEmpty();
    }

    @Test
    void remindersCountFromTheNewDeadline() {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 1, 1, null);
        SmallLetter.dispatch(program, small.letter());
        String who = SmallLetter.address(small.mark(), 0);
        var run = program.getBean(LetterRun.class);
        closesInTwoDays(small);
        run.remind();
        SmallLetter.run(program);
        assertThat(SmallLetter.mails(program, who)).hasSize(2);

        extensions.extend(
                small.letter(),
                Instant.now().plus(30, ChronoUnit.DAYS),
                LocalizedText.of("en", "More time"),
                letters.get(small.letter(), SECRETARIAT).version(),
                SECRETARIAT);
        run.remind();
        SmallLetter.run(program);
        assertThat(SmallLetter.mails(program, who)).hasSize(3);

        jdbc.sql("UPDATE letters.extension SET decided_at = now() - interval '20 days' WHERE letter = ?")
                .param(small.letter())
                .update();
        closesInTwoDays(small);
        for (int i = 0; i < 2; i++) {
            run.remind();
            SmallLetter.run(program);
        }
        assertThat(SmallLetter.mails(program, who))
                .hasSize(4)
                .first()
                .satisfies(mail -> assertThat(mail.subject()).startsWith("Reminder"));
    }

    private void closesInTwoDays(SmallLetter small) {
        jdbc.sql("""
                UPDATE letters.letter SET dispatched_at = now() - interval '30 days', closes_at = now() + interval '2 days'
                WHERE id = ?""").param(small.letter()).update();
    }

    private int paper(CallId call, int daysAgo) {
        var reception = new Reception(
                Reception.Origin.PAPER, null, null, null, Instant.now().minus(daysAgo, ChronoUnit.DAYS), "en");
        return inputs.submit(call, SmallCall.input("On paper."), reception, SECRETARIAT)
                .number();
    }

    @Test
    void anAnswerThatCameLateIsMarkedAndCountsOnlyOnceTheDeadlineIsMoved() throws Exception {
        String slug = SmallCall.freshSlug();
        CallId call = SmallCall.open(calls, slug);
        SmallLetter small = SmallLetter.made(program, CircularKind.QUESTIONNAIRE, 3, 1, call);
        String reference = SmallLetter.dispatch(program, small.letter());
        jdbc.sql(
                        "UPDATE calls.call SET closes_at = now() - interval '2 days', first_closes_at = now() - interval '2 days'"
                                + " WHERE id = ?")
                .param(call.value())
                .update();
        int inTime = paper(call, 3);
        int late = paper(call, 1);
        String form = "/letters/desk/" + small.letter() + "/answers";
        UUID one = small.addressees().get(0);
        UUID other = small.addressees().get(1);

        Visitor.Answer wrong =
                secretariat.send(form, "addressee", UUID.randomUUID().toString(), "number", "first");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#addressee-error, #number-error")).hasSize(2);
        assertThat(secretariat
                        .send(form, "addressee", one.toString(), "number", "99")
                        .html())
                .contains("no input 99");
        assertThat(secretariat
                        .send(form, "addressee", one.toString(), "number", "" + inTime)
                        .status())
                .isEqualTo(303);
        assertThat(secretariat
                        .send(form, "addressee", other.toString(), "number", "" + inTime)
                        .status())
                .isEqualTo(409);
        assertThat(secretariat
                        .send(form, "addressee", other.toString(), "number", "" + late)
                        .status())
                .isEqualTo(303);

        LetterFigures count = progress.figures(small.letter(), SECRETARIAT);
        assertThat(count.replied()).isOne();
        assertThat(count.late()).isOne();
        assertThat(count.silent()).isEqualTo(2);
        assertThat(secretariat.see("/letters/desk/" + small.letter()).words()).contains("late, does not count");
        assertThat(secretariat.see(form).words()).contains("late, not counted");
        assertThat(page("/letters/" + reference)).contains("What counts", "Replied after the deadline");
        assertThat(page("/ar/letters/" + reference)).contains("ما يُحتسب");

        calls.extend(call, Instant.now().plus(9, ChronoUnit.DAYS), LocalizedText.of("en", "More time"), SECRETARIAT);
        assertThat(progress.figures(small.letter(), SECRETARIAT).replied()).isEqualTo(2);
        assertThat(progress.figures(small.letter(), SECRETARIAT).late()).isZero();

        UUID input = answers.of(small.letter(), SECRETARIAT).getLast().input();
        assertThat(secretariat.send(form + "/" + input + "/removal").status()).isEqualTo(303);
        assertThat(secretariat.send(form + "/" + input + "/removal").status()).isEqualTo(404);
        assertThat(progress.figures(small.letter(), SECRETARIAT).replied()).isOne();
    }

    @Test
    void myWorkShowsWhomNoLetterCanReach() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 2, 1, null);
        SmallLetter.dispatch(program, small.letter());

        assertThat(secretariat.see("/work").html())
                .contains("without a focal point", "/letters/desk/addressees?reached=no", "open now does not reach");
        assertThat(secretariat.see("/ar/work").html()).contains("جهة اتصال");
        assertThat(secretariat
                        .see("/letters/desk/addressees?reached=no&class=" + small.mark())
                        .html())
                .contains("Entity 1 of " + small.mark())
                .doesNotContain("Entity 0 of " + small.mark());
        assertThat(Visitor.as(web, people, "contributor").see("/work").html()).doesNotContain("without a focal point");
    }
}
