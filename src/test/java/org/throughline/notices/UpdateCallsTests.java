package org.throughline.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.platform.access.Permission;
import org.throughline.stocktaking.KeeperRole;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// The yearly call: each person is asked once about everything they keep, and answers with one click for each.
@ThroughlineTest
class UpdateCallsTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    UpdateCalls calls;

    @Autowired
    Mailings mailings;

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    People people;

    @Autowired
    DemoPeople demo;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private ProjectCollection collection;
    private Person owner;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
        owner = people.ensure(new EmailAddress("u" + UUID.randomUUID() + "@example.org"), "Owner", "fr");
    }

    @Test
    void eachKeeperIsAskedOnceAndAnswersWithOneClick() throws Exception {
        long first = entry("First", 400);
        long second = entry("Second", 800);
        long third = entry("Third", 500);
        long fresh = entry("Confirmed last week", 7);
        UpdateCall call = open();
        assertThat(letters()).hasSize(1);
        String text = letters().getFirst();
        assertThat(text)
                .contains("First\n", "Second\n", "Third\n", "/fr/by-mail/entries/", "/fr/by-mail/update-calls/")
                .doesNotContain("Confirmed last week");
        assertThat(register.find(fresh)).isPresent();
        assertThat(calls.answers(call)).isEqualTo(new UpdateCall.Answers(1, 3, 0, 0, 0));
        String link = path(text, "First");
        Document page = see(link);
        assertThat(page.select("main form")).hasSize(2);
        assertThat(confirmed(first)).isBefore(clock.instant().minus(Duration.ofDays(300)));
        for (int i = 0; i < 2; i++) {
            var answer = web.perform(post(link)).andReturn();
            assertThat(answer.getResponse().getStatus()).isEqualTo(200);
            assertThat(answer.getRequest().getSession(false)).isNull();
        }
        assertThat(confirmed(first)).isAfter(clock.instant().minus(Duration.ofMinutes(5)));
        assertThat(web.perform(post(path(text, "Second") + "/over"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        assertThat(register.find(second).orElseThrow().closedAt()).isNotNull();
        // The owner confirmed the third one in another way.
        register.confirm(register.find(third).orElseThrow().id(), actor());
        assertThat(calls.answers(call)).isEqualTo(new UpdateCall.Answers(1, 3, 1, 1, 1));
        assertThat(calls.waiting(owner.id().value())).isEmpty();
    }

    @Test
    void thereIsOneReminderToThoseWhoHaveNotAnswered() throws Exception {
        entry("Answered", 400);
        entry("Not answered", 400);
        UpdateCall call = open();
        web.perform(post(path(letters().getFirst(), "Answered")));
        assertThat(calls.waiting(owner.id().value()))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.entries()).isEqualTo(1));
        UpdateCall reminded = calls.remind(call.id(), SECRETARIAT);
        assertThat(calls.remind(call.id(), SECRETARIAT).reminder()).isEqualTo(reminded.reminder());
        send(reminded.reminder());
        assertThat(letters()).hasSize(2);
        assertThat(letters().getLast()).contains("Not answered\n").doesNotContain("\n\nAnswered\n");
    }

    @Test
    void everythingCanBeConfirmedAtOnceByLinkAndFromMyWork() throws Exception {
        long one = entry("One", 400);
        long two = entry("Two", 400);
        open();
        String all = letters()
                .getFirst()
                .lines()
                .filter(line -> line.contains("/by-mail/entries/"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
        assertThat(see(all).select("main section")).hasSize(2);
        assertThat(see(all.replaceFirst("^/fr", "/ar")).select("html").attr("dir"))
                .isEqualTo("rtl");
        assertThat(web.perform(post(all)).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(List.of(confirmed(one), confirmed(two)))
                .allSatisfy(at -> assertThat(at).isAfter(clock.instant().minus(Duration.ofMinutes(5))));
    }

    @Test
    void aLinkEndsWithTheEntryTheKeeperAndTheCall() throws Exception {
        long number = entry("Soon gone", 400);
        UpdateCall call = open();
        String link = path(letters().getFirst(), "Soon gone");
        assertThat(status(link.substring(0, link.length() - 3) + "AAA")).isEqualTo(404);
        jdbc.sql("UPDATE notices.update_call SET closes_at = ? WHERE id = ?")
                .params(java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(40))), call.id())
                .update();
        assertThat(status(link)).isEqualTo(404);
        jdbc.sql("UPDATE notices.update_call SET closes_at = ? WHERE id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), call.id())
                .update();
        assertThat(status(link)).isEqualTo(200);
        register.withdraw(register.find(number).orElseThrow().id(), SECRETARIAT);
        assertThat(status(link)).isEqualTo(404);
        assertThat(web.perform(post(link)).andReturn().getResponse().getStatus())
                .isEqualTo(404);
    }

    @Test
    void theSecretariatPreparesLooksAndSends() throws Exception {
        entry("Asked by the page", 400);
        Visitor visitor = Visitor.as(web, demo, "secretariat");
        var wrong = visitor.send("/update-calls", "collection", "no-such", "closes", "2001-01-01");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".error-summary a").eachAttr("href")).containsExactly("#closes", "#collection");
        String closes = clock.instant().plus(Duration.ofDays(30)).toString().substring(0, 10);
        String address = visitor.send("/update-calls", "collection", collection.slug(), "closes", closes)
                .location();
        var page = visitor.see(address);
        String letter = page.page().selectFirst("a[href*=/mailings/]").attr("href");
        assertThat(visitor.see(letter + "/check").words()).contains("Register for tests");
        assertThat(visitor.fill(letter + "/check", letter + "/release").status())
                .isEqualTo(303);
        await(new MailingId(UUID.fromString(letter.substring(letter.lastIndexOf('/') + 1))));
        assertThat(visitor.see(address).words()).contains("1 person was asked");
        assertThat(visitor.see("/ar/update-calls").words()).contains("Register for tests");
        assertThat(letters()).hasSize(1);
        assertThat(Visitor.as(web, demo, "contributor").see("/update-calls").status())
                .isEqualTo(403);
    }

    private long entry(String title, int confirmedDaysAgo) {
        var taken = register.receive(
                collection,
                SmallRegister.project(title),
                Reception.form(owner.id().value(), KeeperRole.OWNER),
                actor());
        register.publish(taken.id(), SECRETARIAT);
        jdbc.sql("UPDATE stocktaking.project SET confirmed_at = ? WHERE number = ?")
                .params(
                        java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(confirmedDaysAgo))),
                        taken.number())
                .update();
        return taken.number();
    }

    private Actor actor() {
        return new Actor(owner.id().value(), "Owner", Set.of(Permission.CONTRIBUTE));
    }

    private UpdateCall open() {
        UpdateCall call = calls.prepare(collection.slug(), clock.instant().plus(Duration.ofDays(30)), SECRETARIAT);
        send(call.mailing());
        return calls.get(call.id(), SECRETARIAT);
    }

    private void send(MailingId mailing) {
        mailings.release(mailing, mailings.get(mailing, SECRETARIAT).version(), SECRETARIAT);
        await(mailing);
    }

    private void await(MailingId id) {
        for (int i = 0; i < 600; i++) {
            if (mailings.get(id, SECRETARIAT).state() == Mailing.State.DONE) return;
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("The letters did not go out");
    }

    private List<String> letters() {
        return jdbc.sql("SELECT text_body FROM mail.message WHERE to_address = ? ORDER BY id")
                .param(owner.email().value())
                .query(String.class)
                .list();
    }

    private static String path(String text, String title) {
        List<String> lines = text.lines().toList();
        return lines.get(lines.indexOf(title) + 1).replaceFirst("https?://[^/]+", "");
    }

    private Document see(String path) throws Exception {
        return Jsoup.parse(web.perform(get(path)).andReturn().getResponse().getContentAsString());
    }

    private int status(String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse().getStatus();
    }

    private Instant confirmed(long number) {
        return register.find(number).map(ProjectRecord::confirmedAt).orElseThrow();
    }
}
