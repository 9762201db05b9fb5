package org.throughline.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.throughline.letters.SmallLetter.SECRETARIAT;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class CircularLettersTests {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople people;

    @Autowired
    private CircularLetters letters;

    @Autowired
    private CircularReplies replies;

    @Autowired
    private LetterProgress progress;

    @Autowired
    private PublishedLetters published;

    @Autowired
    private Addressees addressees;

    @Autowired
    private JdbcClient jdbc;

    private String page(String path) throws Exception {
        return web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aDecisionGoesFromTheLetterToTheCount() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 4, 3, null);
        String reference = SmallLetter.dispatch(program, small.letter());
        assertThat(reference).matches("CL-\\d\\d/[1-9]\\d*");

        String first = SmallLetter.word(program, SmallLetter.address(small.mark(), 0));
        assertThat(SmallLetter.mails(program, SmallLetter.address(small.mark(), 1))
                        .getFirst()
                        .text())
                .contains("Body of " + small.mark())
                .contains("original");
        assertThat(page("/by-mail/circular/" + first))
                .contains("Entity 0 of " + small.mark())
                .contains("more than 1/2");
        assertThat(progress.figures(small.letter(), SECRETARIAT).acknowledged()).isZero();
        web.perform(post("/by-mail/circular/" + first + "/acknowledgement")).andExpect(status().isSeeOther());
        assertThat(progress.figures(small.letter(), SECRETARIAT).acknowledged()).isOne();

        replies.reply(first, ReplyChoice.REJECT, "", "en");
        web.perform(post("/by-mail/circular/" + first + "/reply")
                        .param("choice", "approve")
                        .param("statement", "We agree.")
                        .param("language", "en"))
                .andExpect(status().isSeeOther());
        web.perform(post("/by-mail/circular/" + first + "/reply").param("choice", "perhaps"))
                .andExpect(status().isUnprocessableEntity());
        String second = SmallLetter.word(program, SmallLetter.address(small.mark(), 1));
        replies.reply(second, ReplyChoice.ABSTAIN, "", "fr");
        assertThat(page("/letters/" + reference))
                .contains("Subject of " + small.mark())
                .doesNotContain("We agree.")
                .doesNotContain("Adopted.");

        SmallLetter.close(program, small.letter());
        replies.reply(second, ReplyChoice.REJECT, "Too late.", "fr");
        LetterFigures count =
                published.figures(published.find(reference).orElseThrow().id());
        assertThat(count).isEqualTo(new LetterFigures(4, 3, 2, 2, 1, 1, 0, 1));
        assertThat(page("/letters/" + reference))
                .contains("Adopted.")
                .contains("We agree.")
                .contains("late, not counted")
                .doesNotContain("Secret ");
        assertThat(jdbc.sql("SELECT count(*) FROM letters.reply WHERE letter = ?")
                        .param(small.letter())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void itsPageSaysToHowManyALetterWentAsSoonAsItDid() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 9, 7, null);
        String reference = letters.dispatch(
                small.letter(), letters.get(small.letter(), SECRETARIAT).version(), SECRETARIAT);
        assertThat(page("/letters/" + reference)).contains("<td class=\"number\">9</td>");

        SmallLetter.run(program);

        assertThat(page("/letters/" + reference)).contains("<td class=\"number\">7</td>");
    }

    @Test
    void numbersHaveNoGapsAndNoLetterIsDispatchedTwice() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.INFORMATION, 2, 2, null);
        List<UUID> all = new java.util.ArrayList<>();
        for (int i = 0; i < 6; i++) all.add(SmallLetter.letter(program, small.mark(), CircularKind.INFORMATION, null));
        UUID toNobody = letters.begin(CircularKind.INFORMATION, "en", SECRETARIAT);
        letters.write(toNobody, SmallLetter.content("nobody-is-here", CircularKind.INFORMATION, null), 0, SECRETARIAT);
        List<Callable<String>> work = new java.util.ArrayList<>();
        for (UUID id : all) for (int twice = 0; twice < 2; twice++) work.add(() -> tryDispatch(id));
        work.add(() -> tryDispatch(toNobody));
        try (var pool = Executors.newFixedThreadPool(8)) {
            var numbers = new TreeSet<Integer>();
            for (var done : pool.invokeAll(work))
                if (!done.get().isEmpty())
                    assertThat(numbers.add(Integer.valueOf(
                                    done.get().substring(done.get().indexOf('/') + 1))))
                            .isTrue();
            assertThat(numbers).hasSize(6);
            assertThat(numbers.last() - numbers.first()).isEqualTo(5);
        }
        SmallLetter.run(program);
        assertThat(SmallLetter.mails(program, SmallLetter.address(small.mark(), 0)))
                .hasSize(6);
    }

    private String tryDispatch(UUID id) {
        try {
            return letters.dispatch(id, letters.get(id, SECRETARIAT).version(), SECRETARIAT);
        } catch (Refusal refused) {
            return "";
        }
    }

    @Test
    void nobodyGetsARoundTwiceWhoeverSendsIt() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.INFORMATION, 60, 60, null);
        letters.dispatch(small.letter(), 1, SECRETARIAT);
        var run = program.getBean(LetterRun.class);
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var done : pool.invokeAll(java.util.Collections.nCopies(12, run::step))) done.get();
        }
        SmallLetter.run(program);
        // As if the marks had been lost with a crash, and the mails not: the outbox knows them still.
        jdbc.sql("""
                UPDATE letters.copy SET handed_at = NULL WHERE sending = (SELECT id FROM letters.sending WHERE letter = ?)""").param(small.letter()).update();
        jdbc.sql("UPDATE letters.sending SET finished_at = NULL WHERE letter = ?")
                .param(small.letter())
                .update();
        SmallLetter.run(program);
        assertThat(jdbc.sql("SELECT count(*), count(DISTINCT to_address) FROM mail.message WHERE to_address LIKE ?")
                        .param(small.mark() + "-%")
                        .query((row, n) -> row.getInt(1) + " " + row.getInt(2))
                        .single())
                .isEqualTo("60 60");
        assertThat(progress.rounds(small.letter(), SECRETARIAT))
                .singleElement()
                .satisfies(round -> assertThat(round.sent() + round.waiting()).isEqualTo(60));
    }

    @Test
    void remindersGoOnceAndOnlyToThoseWhoHaveNotAnswered() {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 2, 2, null);
        SmallLetter.dispatch(program, small.letter());
        String who = SmallLetter.address(small.mark(), 0);
        replies.reply(SmallLetter.word(program, who), ReplyChoice.APPROVE, "", "en");
        jdbc.sql("""
                UPDATE letters.letter SET dispatched_at = now() - interval '30 days', closes_at = now() + interval '2 days'
                WHERE id = ?""").param(small.letter()).update();
        var run = program.getBean(LetterRun.class);
        for (int i = 0; i < 3; i++) {
            run.remind();
            SmallLetter.run(program);
        }
        assertThat(SmallLetter.mails(program, who)).hasSize(1);
        assertThat(SmallLetter.mails(program, SmallLetter.address(small.mark(), 1)))
                .extracting(mail -> mail.subject().startsWith("Rappel"))
                .containsExactly(true, false);
    }

    @Test
    void aNewFocalPointEndsTheOneBeforeAndTheirLinks() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 1, 1, null);
        SmallLetter.dispatch(program, small.letter());
        UUID addressee = small.addressees().getFirst();
        String word = SmallLetter.word(program, SmallLetter.address(small.mark(), 0));
        SmallLetter.appoint(program, addressee, SmallLetter.address(small.mark(), 9), "ar");

        assertThat(addressees.focalPoints(addressee, SECRETARIAT))
                .extracting(one -> one.until() == null)
                .containsExactlyInAnyOrder(true, false);
        assertThatThrownBy(() -> jdbc.sql("""
                        INSERT INTO letters.focal_point (id, addressee, name, email, language, since)
                        VALUES (gen_random_uuid(), ?, 'x', 'x@example.org', 'en', '2024-01-01')""").param(addressee).update())
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        web.perform(get("/by-mail/circular/" + word)).andExpect(status().isNotFound());
        web.perform(post("/by-mail/circular/" + word + "/reply")
                        .param("choice", "approve")
                        .param("language", "en"))
                .andExpect(status().isNotFound());

        assertThat(progress.neverReached(small.letter(), SECRETARIAT)).isOne();
        progress.sendAgain(small.letter(), SECRETARIAT);
        progress.sendAgain(small.letter(), SECRETARIAT);
        SmallLetter.run(program);
        assertThat(SmallLetter.mails(program, SmallLetter.address(small.mark(), 9)))
                .hasSize(1);
        assertThat(progress.neverReached(small.letter(), SECRETARIAT)).isZero();
    }

    @Test
    void whoSaysThatTheyAreNotItGetsNoMore() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 1, 1, null);
        SmallLetter.dispatch(program, small.letter());
        String who = SmallLetter.address(small.mark(), 0);
        web.perform(post("/by-mail/circular/" + SmallLetter.word(program, who) + "/not-me"))
                .andExpect(status().isOk());
        SmallLetter.dispatch(program, SmallLetter.letter(program, small.mark(), CircularKind.INFORMATION, null));
        assertThat(SmallLetter.mails(program, who)).hasSize(1);
        assertThat(Visitor.as(web, people, "secretariat")
                        .see("/letters/desk/addressees?class=" + small.mark())
                        .html())
                .contains("said that they are not");

        String link = "/by-mail/circular/" + SmallLetter.word(program, who);
        web.perform(get(link)).andExpect(content().string(containsString("You said that you do not speak for")));
        web.perform(post(link + "/reply").param("choice", "approve").param("language", "en"))
                .andExpect(status().isConflict());
        web.perform(post(link + "/acknowledgement")).andExpect(status().isConflict());
        assertThat(jdbc.sql("SELECT count(*) FROM letters.reply WHERE letter = ?")
                        .param(small.letter())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void twoEditorsDoNotOverwriteOneAnother() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.INFORMATION, 1, 1, null);
        String edit = "/letters/desk/" + small.letter() + "/edit";
        Visitor one = Visitor.as(web, people, "secretariat");
        assertThat(one.fill(edit, edit, "subject-en", "The first").status()).isEqualTo(303);
        Visitor.Answer stale =
                one.send(edit, "version", "1", "original", "en", "subject-en", "The second", "classes", small.mark());
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.html()).contains("The second").contains("Somebody else changed");
        assertThat(letters.get(small.letter(), SECRETARIAT).content().subject().textFor("en"))
                .isEqualTo("The first");
        assertThat(one.send("/letters/desk/" + small.letter() + "/dispatch", "version", "1")
                        .status())
                .isEqualTo(409);
        SmallLetter.dispatch(program, small.letter());
        assertThat(one.send(edit, "version", "3", "original", "en", "subject-en", "The third")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatIsTypedWrongIsSaidAtItsField() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 1, 0, null);
        String edit = "/letters/desk/" + small.letter() + "/edit";
        Visitor secretariat = Visitor.as(web, people, "secretariat");
        var wrong = secretariat.fill(
                edit, edit, "closes-date", "31 March", "reminders", "soon", "classes", "no-such-class", "rule", "x");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#closes-date-error, #reminders-error, #classes-error, #rule-error"))
                .hasSize(4);
        String register = "/letters/desk/addressees";
        assertThat(secretariat
                        .send(register, "class", "member-state", "country", "XX")
                        .status())
                .isEqualTo(422);
        assertThat(secretariat
                        .send(register, "class", small.mark(), "name", "Entity 0 of " + small.mark())
                        .status())
                .isEqualTo(409);
        String one = register + "/" + small.addressees().getFirst();
        for (String since : List.of("tomorrow", LocalDate.now().plusDays(2).toString()))
            assertThat(secretariat
                            .send(one + "/focal-point", "name", "", "email", "no", "language", "xx", "since", since)
                            .page()
                            .select("#name-error, #email-error, #language-error, #since-error"))
                    .hasSize(4);
        assertThat(letters.lacks(letters.get(letters.begin(CircularKind.DECISION, "en", SECRETARIAT), SECRETARIAT)))
                .hasSize(8)
                .doesNotContain(CircularLetters.Lack.CALL);
    }

    @Test
    void whatIsPrivateIsNowherePublic() throws Exception {
        SmallLetter small = SmallLetter.made(program, CircularKind.DECISION, 2, 2, null);
        assertThat(page("/letters")).doesNotContain(small.mark());
        String reference = SmallLetter.dispatch(program, small.letter());
        String word = SmallLetter.word(program, SmallLetter.address(small.mark(), 0));
        SmallLetter hidden = SmallLetter.made(program, CircularKind.INFORMATION, 1, 1, null);
        jdbc.sql("UPDATE letters.letter SET public = false WHERE id = ?")
                .param(hidden.letter())
                .update();
        String closed = SmallLetter.dispatch(program, hidden.letter());
        for (String path : List.of("/letters", "/fr/letters", "/letters/" + reference, "/ar/letters/" + reference))
            assertThat(page(path))
                    .doesNotContain("Secret ")
                    .doesNotContain(SmallLetter.address(small.mark(), 0))
                    .doesNotContain(word)
                    .doesNotContain("Entity 0")
                    .doesNotContain(hidden.mark());
        web.perform(get("/letters/" + closed)).andExpect(status().isNotFound());
        var reader = program.getBean(Published.class);
        for (String table : List.of("addressee", "focal_point", "letter", "reply", "link", "recipient", "note"))
            assertThatThrownBy(() ->
                            reader.sql("SELECT * FROM letters." + table).query().listOfRows())
                    .hasStackTraceContaining("permission denied");
        assertThat(jdbc.sql("SELECT encode(secret_hash, 'escape') FROM letters.link")
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains(word));
        for (String path : List.of(
                "/letters/desk",
                "/letters/desk/addressees",
                "/letters/desk/" + small.letter(),
                "/letters/desk/addressees/" + small.addressees().getFirst()))
            assertThat(Visitor.as(web, people, "contributor").see(path).status())
                    .isEqualTo(403);
    }
}
