package org.throughline.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.directory.Person;
import org.throughline.directory.PersonDeleted;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.roadmaps.Kind;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.MilestoneDesk;
import org.throughline.roadmaps.Status;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.Reception;
import org.throughline.stocktaking.Register;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

/// What people follow, and the digests of it: what is public and new to them, and nothing else.
@ThroughlineTest
class FollowsTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Follows follows;

    @Autowired
    Digests digests;

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
    MilestoneDesk milestones;

    @Autowired
    Clock clock;

    @Autowired
    org.springframework.context.ApplicationEventPublisher events;

    private ProjectCollection collection;
    private final EmailAddress address = new EmailAddress("f" + UUID.randomUUID() + "@example.org");
    private Instant later;

    @BeforeEach
    void aRegister() {
        collection = SmallRegister.fresh(collections);
        later = clock.instant().plus(Duration.ofDays(40));
    }

    @Test
    void aDigestTellsWhatIsNewAndOnlyOnce() {
        Actor me = member();
        follows.follow(search("country", "KE"), Rhythm.WEEKLY, me);
        long one = publish("Solar schools");
        receive("Not decided yet");
        digests.run(later);
        assertThat(mails()).hasSize(1);
        Map<String, Object> mail = mails().getFirst();
        assertThat((String) mail.get("text_body"))
                .contains("Solar schools\nhttp")
                .contains("/stocktaking/" + one)
                .contains("New:")
                .doesNotContain("Not decided yet")
                .contains("/by-mail/follows/");
        assertThat((String) mail.get("unsubscribe")).contains("/by-mail/follows/");
        digests.run(later.plus(Duration.ofDays(8)));
        assertThat(mails()).hasSize(1);
    }

    @Test
    void aRoadMapIsFollowedAndWhatMovesOnItIsTold() throws Exception {
        String page = web.perform(get("/follow?roadmap=igf"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Follow a road map", "Road map: Internet Governance Forum");
        follows.follow(Target.of(Map.of("roadmap", List.of("igf"))).orElseThrow(), Rhythm.DAILY, member());
        milestone("forum", "On another road map");
        milestone("igf", "A meeting in the mountains");
        digests.run(later);

        assertThat(mails()).hasSize(1);
        assertThat((String) mails().getFirst().get("text_body"))
                .contains("New:\n\nA meeting in the mountains\nhttp")
                .contains("/roadmaps/milestones/")
                .contains("/by-mail/follows/")
                .doesNotContain("On another road map");
        assertThat(Target.of(Map.of("roadmap", List.of("No such\ncode")))).isEmpty();
    }

    private void milestone(String track, String title) {
        milestones.add(
                new Milestone.Facts(
                        track,
                        LocalizedText.of("en", title),
                        "2029",
                        "",
                        "",
                        Kind.MEETING,
                        Status.PLANNED,
                        LocalizedText.EMPTY,
                        LocalizedText.EMPTY,
                        List.of(),
                        List.of(),
                        Certainty.CONFIRMED,
                        List.of(new Milestone.Source("A letter", ""))),
                SECRETARIAT);
    }

    @Test
    void nothingNewIsNoMailAndOtherThingsAreNotTold() {
        follows.follow(search("country", "KE", "actionLine", "C9"), Rhythm.DAILY, member());
        publish("In Kenya, of another action line");
        digests.run(later);
        assertThat(mails()).isEmpty();
    }

    @Test
    void changesAndWithdrawalsAreTold() {
        long number = publish("Before");
        Actor me = member();
        follows.follow(
                Target.of(Map.of("project", List.of(String.valueOf(number)))).orElseThrow(), Rhythm.DAILY, me);
        follows.follow(search("country", "KE"), Rhythm.MONTHLY, me);
        var record = register.find(number).orElseThrow();
        register.change(record.id(), record.version(), SmallRegister.project("After"), SECRETARIAT);
        register.publish(record.id(), SECRETARIAT);
        digests.run(later);
        assertThat(mails()).hasSize(1);
        assertThat((String) mails().getFirst().get("text_body")).contains("Changed:\n\nAfter\n");
        jdbc.sql(
                        "UPDATE notices.follow SET told_until = ?, next_at = ? WHERE subscriber = (SELECT id FROM notices.subscriber WHERE person = ?)")
                .params(java.sql.Timestamp.from(clock.instant()), java.sql.Timestamp.from(clock.instant()), me.person())
                .update();
        register.withdraw(record.id(), SECRETARIAT);
        digests.run(later);
        assertThat(mails()).hasSize(2);
        assertThat((String) mails().getLast().get("subject")).endsWith(": news of 1 entry");
        String text = (String) mails().getLast().get("text_body");
        assertThat(text)
                .contains("No longer in the register:")
                .contains("Project " + number)
                .doesNotContain("After");
    }

    @Test
    void anEntryThatIsGoneWhenTheMailIsWrittenIsNotNamed() {
        follows.follow(search("country", "KE"), Rhythm.DAILY, member());
        long number = publish("Published and taken back");
        register.withdraw(register.find(number).orElseThrow().id(), SECRETARIAT);
        digests.run(later);
        mails().forEach(mail -> assertThat((String) mail.get("text_body")).doesNotContain("Published and taken back"));
    }

    @Test
    void anAddressSaysYesBeforeAnythingIsSent() throws Exception {
        var asked = send("/ar/follow", "country", "KE", "rhythm", "daily", "email", " " + address.value() + " ");
        assertThat(asked.getStatus()).isEqualTo(200);
        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst().get("language")).isEqualTo("ar");
        publish("Before the yes");
        digests.run(later);
        assertThat(mails()).hasSize(1);
        String link = FollowMails.link(mails().getFirst());
        assertThat(link).startsWith("/ar/by-mail/follow/");
        assertThat(Jsoup.parse(web.perform(get(link)).andReturn().getResponse().getContentAsString())
                        .select("main form"))
                .hasSize(1);
        String list = null;
        for (int i = 0; i < 2; i++) {
            var said = web.perform(post(link)).andReturn().getResponse();
            assertThat(said.getStatus()).isEqualTo(303);
            list = said.getHeader("Location");
        }
        assertThat(web.perform(get(URI.create(list))).andReturn().getResponse().getStatus())
                .isEqualTo(200);
        publish("بعد التأكيد");
        digests.run(later);
        assertThat(mails()).hasSize(2);
        assertThat((String) mails().getLast().get("text_body"))
                .contains("بعد التأكيد")
                .doesNotContain("Before the yes");
    }

    @Test
    void aMailProgramStopsDigestsWithOneRequest() throws Exception {
        follows.follow(search("country", "KE"), Rhythm.DAILY, member());
        publish("First");
        digests.run(later);
        String stop = ((String) mails().getFirst().get("unsubscribe")).replaceFirst("https?://[^/]+", "");
        for (int i = 0; i < 2; i++) {
            var stopped = web.perform(post(stop)
                            .content("List-Unsubscribe=One-Click")
                            .contentType("application/x-www-form-urlencoded"))
                    .andReturn();
            assertThat(stopped.getResponse().getStatus()).isEqualTo(200);
            assertThat(stopped.getRequest().getSession(false)).isNull();
        }
        again();
        publish("Second");
        digests.run(later);
        assertThat(mails()).hasSize(1);
        assertThat(web.perform(post(stop + "/return")).andReturn().getResponse().getStatus())
                .isEqualTo(303);
        assertThat(web.perform(post(stop.substring(0, stop.length() - 3) + "AAA"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theListIsUsedWithoutScriptAndPausesAndEnds() throws Exception {
        Visitor visitor = Visitor.as(web, demo, "contributor");
        String query = "?country=KE&collection=" + collection.slug();
        assertThat(visitor.see("/follow" + query).words()).contains("Kenya");
        assertThat(visitor.fill("/follow" + query, "/follow", "rhythm", "monthly")
                        .location())
                .isEqualTo("/account/follows");
        var list = visitor.see("/account/follows").page();
        String end = list.select("form[action$=/end]").first().attr("action");
        String pause = end.replace("/end", "/pause");
        assertThat(visitor.send(pause).status()).isEqualTo(303);
        assertThat(visitor.see("/account/follows").words()).contains("paused");
        assertThat(visitor.send(end.replace("/end", "/go-on")).status()).isEqualTo(303);
        assertThat(visitor.send(end.replace("/end", "/rhythm"), "rhythm", "hourly")
                        .status())
                .isEqualTo(400);
        assertThat(visitor.send(end).status()).isEqualTo(303);
        assertThat(visitor.see("/account/follows").html()).doesNotContain(end);
        // Somebody else's list is not touched by knowing an id.
        Actor me = member();
        follows.follow(search("country", "KE"), Rhythm.DAILY, me);
        UUID mine = follows.mine(me).follows().getFirst().id();
        visitor.send("/account/follows/" + mine + "/end");
        assertThat(follows.mine(me).follows()).hasSize(1);
    }

    @Test
    void strangeTargetsAreAnswered() throws Exception {
        assertThat(status("/follow?project=abc")).isEqualTo(404);
        assertThat(status("/follow?project=-1")).isEqualTo(404);
        assertThat(status("/follow?q=" + "x".repeat(3_000))).isEqualTo(404);
        assertThat(status("/follow?q=%00%F0%9F%98%80&country=%27%3B--&sort=oldest&nonsense=1"))
                .isEqualTo(200);
        assertThat(status("/follow")).isEqualTo(200);
        assertThat(status("/by-mail/follow/%2e%2e")).isIn(400, 404);
        var wrong = send("/follow", "country", "KE", "rhythm", "often", "email", "nobody");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.getContentAsString())
                        .select(".error-summary a")
                        .eachAttr("href"))
                .containsExactly("#rhythm", "#email");
    }

    @Test
    void oneSearchIsOneTargetHoweverItsAddressIsWritten() {
        Target one = search("sdg", "4", "country", "KE");
        Target other = Target.of(Map.of(
                        "country",
                        List.of("KE"),
                        "sdg",
                        List.of("4"),
                        "collection",
                        List.of(collection.slug()),
                        "sort",
                        List.of("title"),
                        "page",
                        List.of("3")))
                .orElseThrow();
        assertThat(one).isEqualTo(other);
        assertThat(Target.of(other.parameters())).contains(other);
        Target words = Target.of(Map.of("q", List.of(" a&b=c+d %é عربي "))).orElseThrow();
        assertThat(words.query("en").text()).isEqualTo("a&b=c+d %é عربي");
        assertThat(Target.of(words.parameters())).contains(words);
    }

    @Test
    void digestsGoOutInTheMorningOfGeneva() {
        Instant now = Instant.parse("2026-11-23T06:00:00Z");
        assertThat(Rhythm.DAILY.after(now)).isEqualTo("2026-11-24T05:00:00Z");
        assertThat(Rhythm.WEEKLY.after(now)).isEqualTo("2026-11-30T05:00:00Z");
        assertThat(Rhythm.MONTHLY.after(now)).isEqualTo("2026-12-01T05:00:00Z");
        assertThat(Rhythm.DAILY.after(Instant.parse("2026-03-28T06:00:00Z"))).isEqualTo("2026-03-29T04:00:00Z");
    }

    @Test
    void whoeverLeavesIsForgottenAndAnAddressFindsItsAccount() throws Exception {
        send("/follow", "country", "KE", "rhythm", "daily", "email", address.value());
        web.perform(post(FollowMails.link(mails().getFirst())));
        Actor me = member();
        assertThat(follows.mine(me).follows()).hasSize(1);
        events.publishEvent(new PersonDeleted(new org.throughline.directory.PersonId(me.person())));
        assertThat(jdbc.sql("SELECT count(*) FROM notices.subscriber WHERE person = ? OR address = ?")
                        .params(me.person(), address.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Target search(String... parameters) {
        var all = new java.util.HashMap<String, List<String>>();
        all.put("collection", List.of(collection.slug()));
        for (int i = 0; i < parameters.length; i += 2) all.put(parameters[i], List.of(parameters[i + 1]));
        return Target.of(all).orElseThrow();
    }

    private Actor member() {
        Person person = people.ensure(address, "A member", "en");
        jdbc.sql("UPDATE directory.person SET verified_at = now() WHERE id = ?")
                .param(person.id().value())
                .update();
        return new Actor(person.id().value(), "A member", Set.of());
    }

    private long publish(String title) {
        return SmallRegister.publish(register, collection, SmallRegister.project(title))
                .number();
    }

    private void receive(String title) {
        register.receive(
                collection,
                SmallRegister.project(title),
                Reception.imported(null, UUID.randomUUID().toString(), null),
                SECRETARIAT);
    }

    // Lets the next digest be due once more.
    private void again() {
        jdbc.sql("UPDATE notices.follow SET told_until = ?, next_at = ? WHERE target LIKE ?")
                .params(
                        java.sql.Timestamp.from(clock.instant().minusSeconds(1)),
                        java.sql.Timestamp.from(clock.instant()),
                        "%" + collection.slug() + "%")
                .update();
    }

    private List<Map<String, Object>> mails() {
        return FollowMails.to(jdbc, address);
    }

    private int status(String path) throws Exception {
        return web.perform(get(URI.create(path))).andReturn().getResponse().getStatus();
    }

    private MockHttpServletResponse send(String path, String... fields) throws Exception {
        return FollowMails.send(web, path, fields);
    }
}
