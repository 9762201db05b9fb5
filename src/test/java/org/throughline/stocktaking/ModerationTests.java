package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.audit.Actor;
import org.throughline.directory.DemoPeople;
import org.throughline.directory.EmailAddress;
import org.throughline.directory.People;
import org.throughline.stocktaking.ProjectRecord.State;
import org.throughline.stocktaking.Register.Taken;
import org.throughline.world.SmallRegister;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class ModerationTests {

    private static final Actor SECRETARIAT = Actor.system("test");

    @Autowired
    Register register;

    @Autowired
    ProjectCollections collections;

    @Autowired
    PublishedProjects published;

    @Autowired
    ProjectDesk desk;

    @Autowired
    People people;

    @Autowired
    DemoPeople personas;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private ProjectCollection collection;
    private Visitor secretary;

    @BeforeEach
    void aRegister() throws Exception {
        collection = SmallRegister.fresh(collections);
        secretary = Visitor.as(web, personas, "secretariat");
    }

    private Taken waiting(String title) {
        var keeper = people.ensure(new EmailAddress("keeper-" + UUID.randomUUID() + "@example.org"), "Keeper", "fr");
        return register.receive(
                collection,
                SmallRegister.project(title),
                Reception.form(keeper.id().value(), KeeperRole.OWNER),
                SECRETARIAT);
    }

    private ProjectRecord record(Taken taken) {
        return register.find(taken.id()).orElseThrow();
    }

    private Visitor.Answer decide(Taken taken, String act, String reason) throws Exception {
        return secretary.send(
                page(taken) + "/decision", "version", "" + record(taken).version(), "do", act, "reason", reason);
    }

    private static String page(Taken taken) {
        return "/stocktaking/desk/" + taken.number();
    }

    private List<Map<String, Object>> mails(Taken taken) {
        return jdbc.sql("""
                SELECT subject, text_body, language FROM mail.message
                WHERE purpose LIKE 'project-%' AND subject ~ ('\\y' || ? || '\\y') ORDER BY created_at""").param(taken.number()).query().listOfRows();
    }

    private String list() throws Exception {
        return secretary
                .see("/stocktaking/desk?collection=" + collection.slug())
                .words();
    }

    @Test
    void whatCameInWaitsOldestFirst() throws Exception {
        waiting("First of the day");
        waiting("Second of the day");
        assertThat(list()).containsSubsequence("2 entries", "First of the day", "Second of the day");
        assertThat(desk.count(new ProjectDesk.Filter(State.WAITING, "", collection.slug(), "", "", "")))
                .isEqualTo(2);
    }

    @Test
    void thePageShowsTheEntryItsContactAndWhatIsMissing() throws Exception {
        Taken taken = waiting("Solar schools");
        assertThat(secretary.see(page(taken)).words())
                .contains("Solar schools")
                .contains("Private Person")
                .contains("Kenya")
                .contains("Replicability")
                .contains("keeper-");
    }

    @Test
    void aPublishedEntryIsPublicAndItsKeeperKnows() throws Exception {
        Taken taken = waiting("Solar schools");
        assertThat(decide(taken, "publish", "").status()).isEqualTo(303);
        assertThat(published.find(taken.number())).isPresent();
        assertThat(list()).doesNotContain("Solar schools");
        assertThat(mails(taken)).hasSize(1).first().satisfies(mail -> {
            assertThat(mail.get("language")).isEqualTo("fr");
            assertThat((String) mail.get("text_body")).contains("/fr/stocktaking/" + taken.number());
        });
    }

    @Test
    void whatIsAskedGoesToTheKeeperAndTheAnswerWaitsAgain() throws Exception {
        Taken taken = waiting("Solar schools");
        assertThat(decide(taken, "ask", "").status()).isEqualTo(422);
        assertThat(decide(taken, "ask", "How many schools?").status()).isEqualTo(303);
        assertThat(record(taken).state()).isEqualTo(State.ASKED_BACK);
        assertThat(record(taken).note()).isEqualTo("How many schools?");
        assertThat((String) mails(taken).getFirst().get("text_body")).contains("How many schools?");
        assertThat(list()).doesNotContain("Solar schools");
        assertThat(secretary
                        .see("/stocktaking/desk?state=asked-back&collection=" + collection.slug())
                        .words())
                .contains("Solar schools", "How many schools?");
        register.change(taken.id(), record(taken).version(), SmallRegister.project("Solar schools, 200"), SECRETARIAT);
        assertThat(record(taken).state()).isEqualTo(State.WAITING);
    }

    @Test
    void aDeclinedChangeLeavesWhatIsPublic() throws Exception {
        Taken taken = waiting("Solar schools");
        register.publish(taken.id(), SECRETARIAT);
        register.change(taken.id(), record(taken).version(), SmallRegister.project("Buy our lamps"), SECRETARIAT);
        assertThat(record(taken).state()).isEqualTo(State.WAITING);
        assertThat(decide(taken, "decline", "This is an advertisement.").status())
                .isEqualTo(303);
        assertThat(record(taken).state()).isEqualTo(State.DECLINED);
        assertThat(published.find(taken.number()).orElseThrow().title()).isEqualTo("Solar schools");
    }

    @Test
    void theChangeIsMarkedWordByWord() throws Exception {
        Taken taken = waiting("Solar schools");
        register.publish(taken.id(), SECRETARIAT);
        Map<String, JsonNode> answers = SmallRegister.answers("Solar colleges");
        SmallRegister.put(answers, "actionLines", "[\"C2\"]");
        register.change(taken.id(), record(taken).version(), NewProject.of("en", answers, Consent.ALL), SECRETARIAT);
        var page = secretary.see(page(taken)).page();
        assertThat(page.select("del").eachText()).anyMatch(text -> text.contains("schools"));
        assertThat(page.select("ins").eachText()).anyMatch(text -> text.contains("colleges"));
        assertThat(page.select("del").eachText()).anyMatch(text -> text.contains("E-learning"));
    }

    @Test
    void whatIsTakenOutOfSightIsGoneForThePublicAndCanComeBack() throws Exception {
        Taken taken = waiting("Solar schools");
        decide(taken, "publish", "");
        assertThat(decide(taken, "unpublish", "Under review").status()).isEqualTo(303);
        assertThat(published.find(taken.number())).isEmpty();
        assertThat(record(taken).state()).isEqualTo(State.UNPUBLISHED);
        assertThat(decide(taken, "publish", "").status()).isEqualTo(303);
        assertThat(published.find(taken.number())).isPresent();
    }

    @Test
    void twoTabsDoNotDecideTwice() throws Exception {
        Taken taken = waiting("Solar schools");
        String seen = "" + record(taken).version();
        decide(taken, "ask", "Which schools?");
        var late =
                secretary.send(page(taken) + "/decision", "version", seen, "do", "decline", "reason", "Typed for long");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.html()).contains("Typed for long").contains("Nothing was decided");
        assertThat(record(taken).state()).isEqualTo(State.ASKED_BACK);
    }

    @Test
    void theDeskIsForThoseWhoModerateOnly() throws Exception {
        Taken taken = waiting("Solar schools");
        var other = Visitor.as(web, personas, "contributor");
        assertThat(other.see("/stocktaking/desk").status()).isEqualTo(403);
        assertThat(other.see(page(taken)).status()).isEqualTo(403);
        assertThat(other.send(page(taken) + "/decision", "version", "0", "do", "publish")
                        .status())
                .isEqualTo(403);
        assertThat(secretary.see("/stocktaking/desk/999999999999").status()).isEqualTo(404);
        assertThat(secretary
                        .see("/stocktaking/desk?after=nonsense&state=no&language=%00")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theDeskReadsInArabic() throws Exception {
        Taken taken = waiting("Solar schools");
        var page = secretary.see("/ar" + page(taken)).page();
        assertThat(page.selectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.text()).contains("القرار", "كينيا");
    }
}
