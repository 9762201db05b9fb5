package org.throughline.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class MeetingDeskTests {

    private static final String GROUP = "/groups/" + Group.COUNCIL_WORKING_GROUP;

    @Autowired
    private Meetings meetings;

    @Autowired
    private DemoPeople people;

    @Autowired
    private MockMvc web;

    private Visitor secretariat() throws Exception {
        return Visitor.as(web, people, "secretariat");
    }

    private String made(Visitor secretariat) throws Exception {
        String number = "T" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(secretariat
                        .send(GROUP + "/meetings/new", form(number, "2027-03-01", "announced", 0))
                        .status())
                .isEqualTo(303);
        return number;
    }

    static String[] form(String number, String starts, String status, int version) {
        return new String[] {
            "number",
            number,
            "name-en",
            "Meeting " + number,
            "place-en",
            "Geneva",
            "starts",
            starts,
            "ends",
            "",
            "mode",
            "hybrid",
            "status",
            status,
            "until-date",
            "2027-02-01",
            "until-time",
            "18:00",
            "source",
            "The secretariat",
            "certainty",
            "confirmed",
            "languages",
            "en",
            "version",
            String.valueOf(version)
        };
    }

    @Test
    void theSecretariatAddsAMeetingAndEverybodyReadsIt() throws Exception {
        String number = made(secretariat());

        Visitor.Answer page = Visitor.as(web, people, "contributor").see(GROUP + "/meetings/" + number);

        assertThat(page.html()).contains("Meeting " + number, "1 March 2027", "In person or remotely", "English");
        assertThat(page.html()).doesNotContain("/edit");
    }

    @Test
    void everythingWrongIsSaidAtOnceAndWhatWasTypedIsKept() throws Exception {
        Visitor.Answer answer = secretariat()
                .send(
                        GROUP + "/meetings/new",
                        "number",
                        "4 3",
                        "name-en",
                        "",
                        "starts",
                        "tomorrow",
                        "status",
                        "registration",
                        "until-date",
                        "",
                        "source",
                        "",
                        "source-url",
                        "javascript:alert(1)",
                        "note-fr",
                        "Une remarque");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html())
                .contains(
                        "href=\"#number\"",
                        "href=\"#name-en\"",
                        "href=\"#starts\"",
                        "href=\"#until-date\"",
                        "href=\"#source\"",
                        "href=\"#source-url\"",
                        "Une remarque");
    }

    @Test
    void ofTwoEditorsTheSecondIsToldAndOverwritesNothing() throws Exception {
        Visitor secretariat = secretariat();
        String number = made(secretariat);
        String address = GROUP + "/meetings/" + number;
        int version =
                meetings.find(Group.COUNCIL_WORKING_GROUP, number).orElseThrow().version();

        assertThat(secretariat
                        .send(address + "/edit", form(number, "2027-04-01", "announced", version))
                        .status())
                .isEqualTo(303);
        Visitor.Answer second = secretariat.send(address + "/edit", form(number, "2027-05-01", "announced", version));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.html()).contains("Somebody else changed this meeting", "2027-05-01");
        assertThat(meetings.find(Group.COUNCIL_WORKING_GROUP, number)
                        .orElseThrow()
                        .starts())
                .isEqualTo("2027-04-01");
    }

    @Test
    void anAgendaIsPutInOrderWithButtonsAndAStruckItemIsShownNoMore() throws Exception {
        Visitor secretariat = secretariat();
        String number = made(secretariat);
        for (String item : List.of("1", "2", "3")) add(secretariat, number, item);

        act(secretariat, number, "3", "up");
        act(secretariat, number, "1", "up");
        assertThat(items(number)).containsExactly("1", "3", "2");
        act(secretariat, number, "3", "strike");

        assertThat(items(number)).containsExactly("1", "2");
        assertThat(secretariat.see(GROUP + "/meetings/" + number).html())
                .contains("Item 2")
                .doesNotContain("Item 3");
        assertThat(secretariat.see(GROUP + "/meetings/" + number + "/edit").html())
                .contains("Agenda item struck");
    }

    private Meeting meeting(String number) {
        return meetings.find(Group.COUNCIL_WORKING_GROUP, number).orElseThrow();
    }

    private List<String> items(String number) {
        return meeting(number).items().stream().map(AgendaItem::number).toList();
    }

    private void add(Visitor secretariat, String number, String item) throws Exception {
        assertThat(secretariat
                        .send(
                                GROUP + "/meetings/" + number + "/agenda",
                                "item-number",
                                item,
                                "title-en",
                                "Item " + item,
                                "version",
                                String.valueOf(meeting(number).version()))
                        .status())
                .isEqualTo(303);
    }

    private void act(Visitor secretariat, String number, String item, String act) throws Exception {
        Meeting meeting = meeting(number);
        UUID id = meeting.items().stream()
                .filter(one -> one.number().equals(item))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(secretariat
                        .send(
                                GROUP + "/meetings/" + number + "/agenda/" + id,
                                "act",
                                act,
                                "version",
                                String.valueOf(meeting.version()))
                        .status())
                .isEqualTo(303);
    }
}
