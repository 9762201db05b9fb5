package org.throughline.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.groups.Seat.Held;
import org.throughline.groups.Seat.Role;
import org.throughline.groups.ShippedGroups.SeatFact;
import org.throughline.platform.Languages;
import org.throughline.platform.PartialDate;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class GroupsTests {

    @Autowired
    private Groups groups;

    @Autowired
    private Seats seats;

    @Autowired
    private Meetings meetings;

    @Autowired
    private ShippedGroups shipped;

    @Autowired
    private MockMvc web;

    @Test
    void whatIsShippedIsThereOnceHoweverOftenTheProgramStarts() {
        int seatsBefore = seats.of(Group.UNGIS).size();
        int meetingsBefore = meetings.of(Group.COUNCIL_WORKING_GROUP).size();

        shipped.afterSingletonsInstantiated();

        assertThat(seats.of(Group.UNGIS)).hasSize(seatsBefore);
        assertThat(meetings.of(Group.COUNCIL_WORKING_GROUP)).hasSize(meetingsBefore);
        assertThat(groups.all()).extracting(Group::code).contains(Group.COUNCIL_WORKING_GROUP, Group.UNGIS);
    }

    @Test
    void theShippedFactsAreWhole() {
        ShippedGroups.Facts facts = ShippedGroups.read();
        var keys = new HashSet<String>();

        assertThat(facts.groups())
                .allSatisfy(one ->
                        assertThat(one.name().texts().keySet()).containsExactlyInAnyOrderElementsOf(Languages.ALL));
        for (SeatFact one : facts.seats()) {
            assertThat(keys.add(one.key())).as(one.key()).isTrue();
            assertThat(facts.sources()).containsKey(one.source());
            assertThat(one.from().isEmpty() || PartialDate.isOne(one.from())).isTrue();
            assertThat(one.to().isEmpty() || PartialDate.isOne(one.to())).isTrue();
            assertThat(one.country().isEmpty()).isNotEqualTo(one.entity().isEmpty());
        }
        assertThat(facts.meetings())
                .allSatisfy(one -> assertThat(facts.sources()).containsKey(one.source()));
    }

    @Test
    void whoHeldASeatOnADayIsSaidOnlyAsSurelyAsItIsKnown() {
        assertThat(heads(Group.COUNCIL_WORKING_GROUP, "2024-10-02", Held.YES)).containsExactly("ZA");
        // Known to the year only: in 2025 the one may have gone and the other may have come.
        assertThat(heads(Group.UNGIS, "2025-03-01", Held.YES)).isEmpty();
        assertThat(heads(Group.UNGIS, "2025-03-01", Held.PERHAPS)).contains("UNESCO", "UNCTAD");
        assertThat(heads(Group.UNGIS, "2012-10-01", Held.YES)).containsExactly("UNCTAD");
        // Nominated in 2011, and declined.
        assertThat(heads(Group.UNGIS, "2011-06-01", Held.YES)).doesNotContain("UNDP");
        assertThat(heads(Group.UNGIS, "2011-06-01", Held.PERHAPS)).doesNotContain("UNDP");
    }

    private List<String> heads(String group, String day, Held held) {
        return seats.of(group).stream()
                .filter(one -> one.role() == Role.CHAIR || one.role() == Role.CO_CHAIR)
                .filter(one -> one.on(LocalDate.parse(day)) == held)
                .map(one -> one.country().isEmpty() ? one.entity().textFor("en") : one.country())
                .toList();
    }

    @Test
    void meetingsAreFoundByTheirNumberAndStandNewestFirst() {
        Meeting one = meetings.find(Group.COUNCIL_WORKING_GROUP, "41").orElseThrow();

        assertThat(one.starts()).isEqualTo("2024-10-02");
        assertThat(meetings.find(one.id())).contains(one);
        assertThat(meetings.find(Group.UNGIS, "41")).isEmpty();
        assertThat(meetings.of(Group.COUNCIL_WORKING_GROUP))
                .extracting(Meeting::number)
                .containsSubsequence("42", "41", "40", "32", "31");
    }

    @Test
    void gapsAreShownAsGaps() {
        assertThat(Leadership.gaps(seats.of(Group.UNGIS), "2006"))
                .containsExactly(
                        new Leadership.Gap("2007", "2010"),
                        new Leadership.Gap("2013-02-25", "2019"),
                        new Leadership.Gap("2019", "2023"));
        assertThat(Leadership.gaps(seats.of(Group.COUNCIL_WORKING_GROUP), "2002"))
                .contains(new Leadership.Gap("2002", "2018"), new Leadership.Gap("2018", "2023"));
    }

    @Test
    void anOpenSeatEndsWhereTheNextOfItsKindBegins() {
        LocalDate day = LocalDate.parse("2025-03-01");

        assertThat(Leadership.on(seats.of(Group.UNGIS), day))
                .filteredOn(one -> one.seat().role().heads())
                .extracting(one -> one.seat().starts())
                .containsExactlyInAnyOrder("2024", "2025");
    }

    @Test
    void thePagesSayWhoLedAndWhatIsNotSure() throws Exception {
        web.perform(get("/groups"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("South Africa")));
        web.perform(get("/groups/cwg-wsis-sdg?day=2018-06-01"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("V. Minkin")))
                .andExpect(content().string(containsString("Nobody is on record in the chair.")))
                .andExpect(content().string(containsString("/mandates/council-1332")));
        web.perform(get("/groups/cwg-wsis-sdg?day=2016-06-01"))
                .andExpect(content().string(containsString("Nearest to this day on record in the chair")));
        web.perform(get("/groups/ungis"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nominated and declined")))
                .andExpect(content().string(containsString("not verified")));
        web.perform(get("/ar/groups/ungis?day=yesterday")).andExpect(status().isOk());
        web.perform(get("/groups/cwg-wsis-sdg/meetings/42"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("inferred")));
        web.perform(get("/groups/cwg-wsis-sdg/meetings/400")).andExpect(status().isNotFound());
        web.perform(get("/groups/nobody")).andExpect(status().isNotFound());
    }
}
