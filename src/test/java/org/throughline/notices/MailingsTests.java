package org.throughline.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonId;
import org.throughline.mail.Outbox;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// Letters to all members: nobody twice, nobody forgotten, whoever dies in the middle.
@ThroughlineTest
class MailingsTests {

    private static final int MANY = 20_000;

    @Autowired
    Mailings mailings;

    @Autowired
    MailingRun run;

    @Autowired
    MailingRows rows;

    @Autowired
    Unsubscribed unsubscribed;

    @Autowired
    People people;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    ApplicationContext program;

    @Autowired
    PlatformTransactionManager transactions;

    private final Actor secretariat = Actor.system("test");
    private final String domain = UUID.randomUUID() + ".example.org";

    @AfterEach
    void tidy() {
        jdbc.sql("DELETE FROM mail.message WHERE to_address LIKE ? OR batch LIKE 'mailing/%'")
                .param("%" + domain)
                .update();
        jdbc.sql("DELETE FROM notices.mailing").update();
        jdbc.sql("DELETE FROM directory.person WHERE email LIKE ?")
                .param("%" + domain)
                .update();
    }

    @Test
    void twentyThousandGetItOnceThoughNodesDieAndSeveralWork() {
        join(MANY);
        Person stopped = person(7);
        Person gone = person(8);
        unsubscribed.set(Topic.LETTERS, stopped.id(), false);
        jdbc.sql("UPDATE directory.person SET disabled_at = now() WHERE id = ?")
                .param(gone.id().value())
                .update();
        jdbc.sql("INSERT INTO mail.dead_address (address, since, answer) VALUES (?, now(), '550')")
                .param(person(9).email().value())
                .update();
        long expected = mailings.audience().get() - 1;
        MailingId id = release();
        var over = new AtomicBoolean();
        // Two more nodes, which die again and again in the middle of a batch.
        CompletableFuture<?>[] nodes = {
            CompletableFuture.runAsync(() -> dieOften(over)), CompletableFuture.runAsync(() -> dieOften(over))
        };
        Mailings.Progress progress = await(id);
        over.set(true);
        CompletableFuture.allOf(nodes).join();
        assertThat(progress.sent()).isEqualTo(expected);
        assertThat(progress.mailing().handed()).isEqualTo((int) expected);
        assertThat(jdbc.sql("SELECT count(*), count(DISTINCT to_address) FROM mail.message WHERE batch = ?")
                        .param("mailing/" + id)
                        .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                        .single())
                .isEqualTo(List.of(expected, expected));
        assertThat(jdbc.sql("SELECT count(*) FROM mail.message WHERE to_address = ANY (?)")
                        .param(new String[] {
                            stopped.email().value(),
                            gone.email().value(),
                            person(9).email().value()
                        })
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(progress.leftOut()).containsEntry("unsubscribed", 1).containsEntry("no-such-address", 1);
        jdbc.sql("DELETE FROM mail.dead_address WHERE address LIKE ?")
                .param("%" + domain)
                .update();
    }

    // What a node does that is killed before its commit: the work is done, and undone by the database.
    private void dieOften(AtomicBoolean over) {
        var template = new TransactionTemplate(transactions);
        for (int i = 0; !over.get() && i < 10_000; i++) {
            boolean dies = i % 2 == 0;
            template.executeWithoutResult(status -> {
                run.step();
                if (dies) status.setRollbackOnly();
            });
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void anAddressStandsOnTheListOnce() {
        MailingId id = mailings.begin(secretariat);
        byte[] hash = Addresses.hash(new EmailAddress("twice@example.org"));
        int listed = rows.list(
                id,
                List.of(
                        new MailingRows.Listed(UUID.randomUUID(), hash),
                        new MailingRows.Listed(UUID.randomUUID(), hash)));
        assertThat(listed).isEqualTo(1);
        assertThat(rows.list(id, List.of(new MailingRows.Listed(UUID.randomUUID(), hash))))
                .isZero();
    }

    @Test
    void everybodyReadsItInTheirLanguage() {
        join(2);
        jdbc.sql("UPDATE directory.person SET language = 'ar' WHERE id = ?")
                .param(person(1).id().value())
                .update();
        jdbc.sql("UPDATE directory.person SET language = 'ru' WHERE id = ?")
                .param(person(2).id().value())
                .update();
        await(release());
        assertThat(subject(person(1))).isEqualTo(Map.of("subject", "نداء", "language", "ar"));
        assertThat(subject(person(2))).isEqualTo(Map.of("subject", "The call", "language", "en"));
        String text = jdbc.sql("SELECT text_body FROM mail.message WHERE to_address = ?")
                .param(person(1).email().value())
                .query(String.class)
                .single();
        assertThat(text).startsWith("نص").contains("/ar/by-mail/letters/");
    }

    @Test
    void aStoppedLetterGoesOnWhereItWas() {
        join(50);
        MailingId id = mailings.begin(secretariat);
        mailings.write(id, 0, LocalizedText.of("en", "Slow"), LocalizedText.of("en", "Text"), 600, secretariat);
        mailings.release(id, 1, secretariat);
        for (int i = 0; i < 600 && mailings.progress(id, secretariat).mailing().handed() < 10; i++) pause();
        mailings.stop(id, secretariat);
        int then = mailings.progress(id, secretariat).mailing().handed();
        LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
        assertThat(mailings.progress(id, secretariat).mailing().handed()).isEqualTo(then);
        jdbc.sql("UPDATE notices.mailing SET per_minute = 60000 WHERE id = ?")
                .param(id.value())
                .update();
        mailings.resume(id, secretariat);
        Mailings.Progress done = await(id);
        assertThat(done.mailing().handed())
                .isEqualTo(done.mailing().listed() - done.mailing().leftOut());
    }

    @Test
    void whoeverIsInDoubtGetsItAgainOnlyWhenAsked() throws Exception {
        join(3);
        MailingId id = release();
        await(id);
        jdbc.sql("""
                UPDATE mail.message SET begun_at = now(), failed_at = now(), in_doubt = true, text_body = NULL
                WHERE batch = ? AND to_address = ?""").params("mailing/" + id, person(1).email().value()).update();
        jdbc.sql("UPDATE notices.mailing SET in_doubt = 1 WHERE id = ?")
                .param(id.value())
                .update();
        Visitor visitor = Visitor.as(web, demo, "secretariat");
        String letter = "/mailings/" + id;
        var asked = visitor.see(letter);
        assertThat(asked.page().select("section.warning form").eachAttr("action"))
                .containsExactly(letter + "/doubtful/left", letter + "/doubtful");
        assertThat(visitor.see(letter + "/doubtful.csv").html())
                .startsWith("\"address\",\"begunAt\"\r\n\"" + person(1).email().value() + "\",\"20");
        assertThat(Visitor.as(web, demo, "contributor")
                        .see(letter + "/doubtful.csv")
                        .status())
                .isEqualTo(403);
        visitor.send(letter + "/doubtful/left");
        assertThat(visitor.see(letter).page().select("section.warning")).isEmpty();
        assertThat(mailings.progress(id, secretariat).inDoubt())
                .as("left as it is")
                .isOne();
        mailings.sendDoubtfulAgain(id, secretariat);
        Mailings.Progress after = await(id);
        assertThat(after.inDoubt()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM mail.message WHERE to_address = ?")
                        .param(person(1).email().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(after.mailing().handed()).isEqualTo((int) after.sent());
    }

    @Test
    void onlyTheSecretariatWritesAndOnlyWhatWasLookedAtGoesOut() {
        Actor member = new Actor(UUID.randomUUID(), "Member", java.util.Set.of());
        assertThatThrownBy(() -> mailings.begin(member)).isInstanceOf(Refusal.class);
        MailingId id = mailings.begin(secretariat);
        assertThatThrownBy(() -> mailings.release(id, 0, secretariat)).hasMessageContaining("letter-without-words");
        mailings.write(id, 0, LocalizedText.of("en", "A"), LocalizedText.of("en", "B"), 60, secretariat);
        assertThatThrownBy(() -> mailings.release(id, 0, secretariat)).hasMessageContaining("stale");
        assertThatThrownBy(() -> mailings.write(
                        id, 0, LocalizedText.of("en", "A"), LocalizedText.of("en", "B"), 60, secretariat))
                .hasMessageContaining("stale");
        mailings.delete(id, secretariat);
        assertThatThrownBy(() -> mailings.get(id, secretariat)).hasMessageContaining("not-found");
    }

    @Test
    void whereFourEyesAreAskedForNobodyReleasesTheirOwnLetter() {
        join(1);
        var strict = new Mailings(
                program.getBean(MailingRows.class),
                program.getBean(MailingRun.class),
                program.getBean(MailingThread.class),
                people,
                unsubscribed,
                program.getBean(Outbox.class),
                program.getBean(AuditTrail.class),
                new NoticeSettings(true, 60_000),
                java.time.Clock.systemUTC());
        demo.ensure();
        Actor writer = actor(person(1));
        Actor reader = new Actor(UUID.randomUUID(), "Reader", Set.of(Permission.MANAGE_CALLS));
        MailingId id = strict.begin(writer);
        strict.write(id, 0, LocalizedText.of("en", "A"), LocalizedText.of("en", "B"), 60_000, writer);
        assertThat(strict.needsAnother(strict.get(id, writer), writer)).isTrue();
        assertThat(strict.needsAnother(strict.get(id, writer), reader)).isFalse();
        transactions(() ->
                assertThatThrownBy(() -> strict.release(id, 1, writer)).hasMessageContaining("letter-needs-another"));
        assertThat(mailings.get(id, secretariat).state()).isEqualTo(Mailing.State.DRAFT);
        // Whoever changes a word becomes its writer.
        strict.write(id, 1, LocalizedText.of("en", "A"), LocalizedText.of("en", "C"), 60_000, actor(person(1)));
        transactions(() ->
                assertThatThrownBy(() -> strict.release(id, 2, writer)).hasMessageContaining("letter-needs-another"));
        assertThat(mailings.needsAnother(mailings.get(id, writer), writer))
                .as("not asked for here")
                .isFalse();
    }

    private static Actor actor(Person person) {
        return new Actor(person.id().value(), person.name(), Set.of(Permission.MANAGE_CALLS));
    }

    private void transactions(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    @Test
    void aMailProgramStopsLettersWithOneRequest() throws Exception {
        join(1);
        PersonId id = person(1).id();
        String path = unsubscribed.path(Topic.LETTERS, id);
        var looked = web.perform(get(path)).andReturn().getResponse();
        assertThat(looked.getStatus()).isEqualTo(200);
        assertThat(Jsoup.parse(looked.getContentAsString()).select("main form")).hasSize(1);
        assertThat(unsubscribed.has(Topic.LETTERS, id)).isFalse();
        for (int i = 0; i < 2; i++) {
            var sent = web.perform(post("/fr" + path)
                            .contentType("application/x-www-form-urlencoded")
                            .content("List-Unsubscribe=One-Click"))
                    .andReturn();
            assertThat(sent.getResponse().getStatus()).isEqualTo(200);
            assertThat(sent.getRequest().getSession(false)).isNull();
            assertThat(unsubscribed.has(Topic.LETTERS, id)).isTrue();
        }
        assertThat(web.perform(post(path + "/return")).andReturn().getResponse().getStatus())
                .isEqualTo(200);
        assertThat(unsubscribed.has(Topic.LETTERS, id)).isFalse();
        String forged = path.substring(0, path.length() - 2) + (path.endsWith("AA") ? "BB" : "AA");
        for (String wrong : List.of(
                forged, "/by-mail/letters/x", "/by-mail/letters/%F0%9F%98%80", path.replace("letters", "update-calls")))
            assertThat(web.perform(post(java.net.URI.create(wrong)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(wrong)
                    .isEqualTo(404);
        assertThat(web.perform(post("/mailings")).andReturn().getResponse().getStatus())
                .isEqualTo(403);
    }

    @Test
    void theSecretariatWritesLooksTriesAndReleases() throws Exception {
        join(1);
        Visitor visitor = Visitor.as(web, demo, "secretariat");
        String letter = visitor.send("/mailings").location();
        var wrong = visitor.fill(letter, letter, "subject-fr", "Objet", "per-minute", "many");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary a").eachAttr("href")).containsExactly("#body-fr", "#per-minute");
        assertThat(wrong.page().select("#subject-fr").val()).isEqualTo("Objet");
        var saved = visitor.fill(
                letter, letter, "subject-fr", "Objet", "body-fr", "Bonjour <b>à tous</b>", "then", "check");
        assertThat(saved.location()).isEqualTo(letter + "/check");
        var check = visitor.see(letter + "/check");
        assertThat(check.words()).contains("Objet").contains("Bonjour <b>à tous</b>");
        visitor.send(letter + "/test");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM mail.message WHERE purpose = 'letter-to-members' AND subject = 'Objet'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(visitor.fill(letter + "/check", letter + "/release").location())
                .isEqualTo(letter);
        await(new MailingId(UUID.fromString(letter.substring(letter.lastIndexOf('/') + 1))));
        assertThat(visitor.see(letter).page().select("[data-refresh]")).isEmpty();
        assertThat(visitor.see("/ar" + letter).words()).contains("انتهى الإرسال");
        assertThat(visitor.see("/mailings").words()).contains("Objet");
        assertThat(Visitor.as(web, demo, "contributor").see("/mailings").status())
                .isEqualTo(403);
    }

    private MailingId release() {
        MailingId id = mailings.begin(secretariat);
        mailings.write(
                id,
                0,
                new LocalizedText(Map.of("en", "The call", "ar", "نداء")),
                new LocalizedText(Map.of("en", "Text", "ar", "نص")),
                120_000,
                secretariat);
        mailings.release(id, 1, secretariat);
        return id;
    }

    private Mailings.Progress await(MailingId id) {
        for (int i = 0; i < 1_800; i++) {
            Mailings.Progress now = mailings.progress(id, secretariat);
            if (now.mailing().state() == Mailing.State.DONE) return now;
            pause();
        }
        throw new AssertionError("The mailing did not end: " + mailings.progress(id, secretariat));
    }

    private static void pause() {
        LockSupport.parkNanos(100_000_000);
    }

    private void join(int number) {
        jdbc.sql("""
                INSERT INTO directory.person (id, email, name, language, created_at, verified_at)
                SELECT gen_random_uuid(), 'p' || n || '@' || ?, 'Person ' || n, 'en', now(), now()
                FROM generate_series(1, ?) AS n""").params(domain, number).update();
    }

    private Person person(int n) {
        return people.byEmail(new EmailAddress("p" + n + "@" + domain)).orElseThrow();
    }

    private Map<String, Object> subject(Person person) {
        return jdbc.sql("SELECT subject, language FROM mail.message WHERE to_address = ?")
                .param(person.email().value())
                .query()
                .singleRow();
    }
}
