package org.throughline.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class RegistrationTests {

    private static final String GROUP = "/groups/" + Group.COUNCIL_WORKING_GROUP;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Participants participants;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DemoPeople people;

    @Autowired
    private MockMvc web;

    private final String number = "R" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = GROUP + "/meetings/" + number;

    private Visitor secretariat() throws Exception {
        return Visitor.as(web, people, "secretariat");
    }

    private Visitor open() throws Exception {
        Visitor secretariat = secretariat();
        assertThat(secretariat
                        .send(GROUP + "/meetings/new", MeetingDeskTests.form(number, "2027-03-01", "registration", 0))
                        .status())
                .isEqualTo(303);
        return secretariat;
    }

    private Visitor.Answer register(String name, String email, String consent) throws Exception {
        return secretariat()
                .send(
                        address + "/registration",
                        "capacity",
                        "member-state",
                        "organization",
                        "Ruritania",
                        "name",
                        name,
                        "function",
                        "Envoy of " + name,
                        "email",
                        email,
                        "mode",
                        "physical",
                        "visa",
                        "yes",
                        "needs",
                        "Ramp for " + name,
                        "consent",
                        consent);
    }

    private String fresh(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }

    private List<String> lettersTo(String email) {
        return jdbc.sql("SELECT text_body FROM mail.message WHERE to_address = ? ORDER BY id")
                .param(email)
                .query(String.class)
                .list();
    }

    private String linkIn(String letter) {
        var link = Pattern.compile("/by-mail/participants/[A-Za-z0-9_-]+").matcher(letter);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private void decide(Visitor secretariat, String name, String act) throws Exception {
        Participant one = participant(name);
        assertThat(secretariat
                        .send(
                                address + "/registrations/" + one.id(),
                                "version",
                                String.valueOf(one.version()),
                                "act",
                                act,
                                "reason",
                                act.equals("accept") ? "" : "The room is full")
                        .status())
                .isEqualTo(303);
    }

    private Participant participant(String name) {
        return participants
                .of(meetings.find(Group.COUNCIL_WORKING_GROUP, number).orElseThrow())
                .stream()
                .filter(one -> one.registration().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String publicWords() throws Exception {
        var all = new StringBuilder();
        List<String> pages = new ArrayList<>(List.of(
                address,
                address + "/participants",
                GROUP,
                GROUP + ".ics",
                GROUP + "/meetings.csv",
                "/api/v1/groups",
                "/search?q=" + number));
        for (String page : pages)
            all.append(web.perform(get(page)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
        return all.toString();
    }

    @Test
    void whoDidNotConsentIsCountedAndNamedNowhere() throws Exception {
        Visitor secretariat = open();
        String shown = fresh("Shown");
        String hidden = fresh("Hidden");
        assertThat(register(shown, shown.toLowerCase() + "@example.org", "shown")
                        .status())
                .isEqualTo(200);
        register(hidden, hidden.toLowerCase() + "@example.org", "kept-back");
        assertThat(publicWords()).doesNotContain(shown, hidden);
        assertThat(secretariat.see("/work").html()).contains(address + "/registrations");
        assertThat(lettersTo(shown.toLowerCase() + "@example.org").getFirst()).contains("ITU Council Working Group");

        decide(secretariat, shown, "accept");
        decide(secretariat, hidden, "accept");

        assertThat(publicWords())
                .contains(shown, "2 persons are accepted.", "1 of them let the name be shown.")
                .doesNotContain(hidden)
                .doesNotContain(hidden.toLowerCase())
                .doesNotContain("Ramp for")
                .doesNotContain(shown.toLowerCase() + "@example.org");
        assertThat(secretariat.see(address + "/registrations.csv").html()).contains(hidden, "Ramp for " + hidden);
        assertThat(Visitor.as(web, people, "contributor")
                        .see(address + "/registrations")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoIsSignedInFindsNameAndAddressFilledIn() throws Exception {
        open();
        var form = Visitor.as(web, people, "contributor")
                .see(address + "/registration")
                .page();
        assertThat(form.select("#email").attr("value")).isEqualTo("contributor@example.org");
        assertThat(form.select("#name").attr("value")).isNotEmpty();
        assertThat(Visitor.stranger(web)
                        .see(address + "/registration")
                        .page()
                        .select("#email")
                        .attr("value"))
                .isEmpty();
    }

    @Test
    void theLinkInTheLetterChangesAndWithdrawsAndThenNothingIsLeft() throws Exception {
        Visitor secretariat = open();
        String name = fresh("Amina");
        String email = name.toLowerCase() + "@example.org";
        register(name, email, "shown");
        decide(secretariat, name, "accept");
        String link = linkIn(lettersTo(email).getFirst());

        String page = web.perform(get(link)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(name, "Ramp for " + name);
        int version = participant(name).version();
        web.perform(post(link)
                .param("version", String.valueOf(version))
                .param("act", "save")
                .param("capacity", "member-state")
                .param("organization", "Ruritania")
                .param("name", name)
                .param("mode", "remote")
                .param("consent", "kept-back"));
        assertThat(publicWords()).doesNotContain(name);
        assertThat(participant(name).status()).isEqualTo(Participant.Status.ACCEPTED);
        assertThat(participant(name).registration().visa()).isFalse();

        web.perform(post(link)
                .param("version", String.valueOf(participant(name).version()))
                .param("act", "save")
                .param("capacity", "academia")
                .param("organization", "University of Ruritania")
                .param("name", name)
                .param("mode", "remote")
                .param("consent", "shown"));
        assertThat(participant(name).status()).isEqualTo(Participant.Status.WAITING);
        assertThat(publicWords()).doesNotContain(name);

        web.perform(post(link).param("act", "withdraw"));

        assertThat(jdbc.sql("SELECT count(*) FROM groups.participant WHERE name = ? OR email = ? OR needs LIKE ?")
                        .params(name, email, "%" + name)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(web.perform(get(link)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("The registration was withdrawn")
                .doesNotContain(name);
        assertThat(web.perform(get("/by-mail/participants/nobody"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theSameAddressGetsItsLinkAgainAndNothingChanges() throws Exception {
        open();
        String name = fresh("Twice");
        String email = name.toLowerCase() + "@example.org";
        register(name, email, "kept-back");
        assertThat(register("Somebody else", email, "shown").status()).isEqualTo(200);

        assertThat(participant(name).registration().consent()).isEqualTo(Registration.NameConsent.KEPT_BACK);
        assertThat(lettersTo(email)).hasSize(2);
        assertThat(web.perform(get(linkIn(lettersTo(email).get(1))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void whoRegisteredIsToldWhenTheMeetingIsMovedAndWhenItIsCancelled() throws Exception {
        Visitor secretariat = open();
        String name = fresh("Told");
        String email = name.toLowerCase() + "@example.org";
        register(name, email, "shown");
        String declined = fresh("Declined");
        register(declined, declined.toLowerCase() + "@example.org", "shown");
        decide(secretariat, declined, "decline");
        assertThat(lettersTo(declined.toLowerCase() + "@example.org").getLast()).contains("The room is full");

        change(secretariat, "2027-06-01", "registration");
        change(secretariat, "2027-06-01", "cancelled");

        assertThat(lettersTo(email)).hasSize(3);
        assertThat(lettersTo(email).get(1)).contains("was moved", "1 June 2027");
        assertThat(lettersTo(email).get(2)).contains("was cancelled");
        assertThat(lettersTo(declined.toLowerCase() + "@example.org")).hasSize(2);
        assertThat(register(fresh("Late"), "late@example.org", "shown").status())
                .isEqualTo(409);
    }

    private void change(Visitor secretariat, String starts, String status) throws Exception {
        int version =
                meetings.find(Group.COUNCIL_WORKING_GROUP, number).orElseThrow().version();
        assertThat(secretariat
                        .send(address + "/edit", MeetingDeskTests.form(number, starts, status, version))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void everythingWrongIsSaidAtOnce() throws Exception {
        open();

        Visitor.Answer answer = secretariat().send(address + "/registration", "email", "a@b@c", "country", "XX");

        assertThat(answer.status()).isEqualTo(422);
        var mistakes = answer.page().select(".error-summary a");
        assertThat(mistakes.eachAttr("href"))
                .containsExactly("#capacity", "#organization", "#country", "#name", "#email", "#mode", "#consent");
        assertThat(mistakes.eachText()).doesNotHaveDuplicates();
    }
}
