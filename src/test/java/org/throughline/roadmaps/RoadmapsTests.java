package org.throughline.roadmaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.directory.DemoPeople;
import org.throughline.platform.Certainty;
import org.throughline.platform.Languages;
import org.throughline.roadmaps.ShippedMilestones.MilestoneFact;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Visitor;

@ThroughlineTest
class RoadmapsTests {

    private static final int ROWS = 34;

    @Autowired
    private Roadmaps roadmaps;

    @Autowired
    private ShippedMilestones shipped;

    @Autowired
    private MockMvc web;

    @Autowired
    private DemoPeople demo;

    @Test
    void everyShippedMilestoneIsThereOnceHoweverOftenTheProgramStarts() {
        int before = roadmaps.milestones().size();

        shipped.afterSingletonsInstantiated();

        assertThat(roadmaps.milestones()).hasSize(before);
        assertThat(roadmaps.milestones())
                .extracting(one -> one.facts().title().textFor("en"))
                .containsAll(ShippedMilestones.read().milestones().stream()
                        .map(one -> one.title().textFor("en"))
                        .toList());
    }

    @Test
    void theShippedFactsAreWhole() {
        ShippedMilestones.File file = ShippedMilestones.read();
        List<String> tracks =
                file.tracks().stream().map(ShippedMilestones.TrackFact::code).toList();
        var keys = new HashSet<String>();

        assertThat(file.milestones().stream().map(MilestoneFact::row).distinct())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ROWS).boxed().toList());
        for (MilestoneFact one : file.milestones()) {
            assertThat(keys.add(one.key())).as(one.key()).isTrue();
            assertThat(tracks).contains(one.track());
            assertThat(one.title().texts().keySet()).containsExactlyInAnyOrderElementsOf(Languages.ALL);
            assertThat(one.sources())
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(file.sources()).containsKey(source));
            assertThat(file.facts(one).when().firstDay())
                    .isBetween(LocalDate.of(2021, 1, 1), LocalDate.of(2035, 12, 31));
        }
        assertThat(file.milestones())
                .filteredOn(one -> one.certainty() != Certainty.CONFIRMED)
                .extracting(MilestoneFact::key)
                .containsExactly("cwg-42", "gdc-review", "next-review");
        assertThat(file.milestones())
                .filteredOn(one -> !one.otherwise().isEmpty())
                .extracting(MilestoneFact::key)
                .containsExactly("unesco-41-c-27", "unga-79-277");
    }

    @Test
    void aDateIsAsWideAsItIsKnown() {
        var quarter = new When("2026-Q3", "", "");

        assertThat(quarter.firstDay()).isEqualTo("2026-07-01");
        assertThat(quarter.lastDay()).isEqualTo("2026-09-30");
        assertThat(quarter.isExact()).isFalse();
        assertThat(new When("2025-02", "", "").lastDay()).isEqualTo("2025-02-28");
        assertThat(new When("2025-07-07", "2025-07-11", "").isExact()).isTrue();
        assertThatThrownBy(() -> new When("2025-07-11", "2025-07-07", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new When("2025-Q5", "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new When("2025-02-30", "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePagesShowDatesAsTheyAreKnown() throws Exception {
        web.perform(get("/roadmaps?track=general-assembly&year=2025"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("25 March 2025 or 27 March 2025")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("WSIS Forum 2023"))));
        web.perform(get("/roadmaps/forum"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("13–17 March 2023")))
                .andExpect(content().string(Matchers.containsString("date passed, not confirmed")));
        web.perform(get("/ru/roadmaps?kind=nonsense&year=x&status=&track=none"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString("г."))));
        web.perform(get("/roadmaps/no-such-road-map")).andExpect(status().isNotFound());
        web.perform(get("/roadmaps/milestones/999999")).andExpect(status().isNotFound());
    }

    @Test
    void aCalendarProgramReadsEveryExactMilestoneInEveryLanguage() throws Exception {
        long exact = roadmaps.milestones().stream()
                .filter(one -> one.when().isExact())
                .count();
        for (String language : Languages.ALL) {
            String address = language.equals("en") ? "/roadmaps.ics" : "/" + language + "/roadmaps.ics";
            byte[] body = web.perform(get(address))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();

            Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(body));

            assertThat(calendar.validate().getEntries()).isEmpty();
            List<VEvent> events = calendar.getComponents("VEVENT");
            assertThat(events).hasSize((int) exact);
            for (VEvent event : events)
                assertThat(event.validate().getEntries()).isEmpty();
            String text = new String(body, StandardCharsets.UTF_8);
            assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
            for (String line : text.split("\r\n"))
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
    }

    @Test
    void aPeriodEndsTheDayAfterItsLastAndTextComesBackWhole() throws Exception {
        String text = web.perform(get("/fr/roadmaps/general-assembly.ics?year=2025&status=done"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        Calendar calendar = new CalendarBuilder().build(new StringReader(text));

        List<VEvent> events = calendar.getComponents("VEVENT");
        VEvent meeting = events.stream()
                .filter(event -> event.getSummary()
                        .orElseThrow()
                        .getValue()
                        .equals("Réunion de haut niveau de l’Assemblée générale"))
                .findFirst()
                .orElseThrow();
        assertThat(meeting.getDateTimeStart().orElseThrow().getDate()).isEqualTo(LocalDate.of(2025, 12, 16));
        assertThat(meeting.getDateTimeEnd().orElseThrow().getDate()).isEqualTo(LocalDate.of(2025, 12, 18));
        assertThat(meeting.getStatus().orElseThrow().getValue()).isEqualTo("CONFIRMED");
        assertThat(events)
                .anySatisfy(event -> assertThat(event.getSummary().orElseThrow().getValue())
                        .isEqualTo("L’Assemblée générale adopte les modalités, A/RES/79/277"));
        web.perform(get("/roadmaps/nothing.ics")).andExpect(status().isNotFound());
    }

    @Test
    void programsGetTheSameMilestones() throws Exception {
        web.perform(get("/api/v1/roadmaps?track=forum&year=2025"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items[1].starts").value("2025-07-07"))
                .andExpect(jsonPath("$.items[1].kind").value("event"));
        web.perform(get("/roadmaps/forum.csv?year=2025"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("2025-07-07")));
    }

    @Test
    void theSecretariatMovesAMilestoneAndWhatItWasStays() throws Exception {
        Visitor secretariat = Visitor.as(web, demo, "secretariat");
        String added = secretariat
                .send(
                        "/roadmaps/milestones/new",
                        "track",
                        "igf",
                        "title-en",
                        "A meeting, to be moved; and so on",
                        "starts",
                        "2029-Q3",
                        "kind",
                        "meeting",
                        "status",
                        "planned",
                        "outputs",
                        "A report https://example.org/report",
                        "sources",
                        "A letter",
                        "certainty",
                        "confirmed")
                .location();
        secretariat.send(
                added + "/edit",
                "version",
                "1",
                "track",
                "igf",
                "title-en",
                "A meeting, to be moved; and so on",
                "starts",
                "2029-10-02",
                "ends",
                "2029-10-03",
                "kind",
                "meeting",
                "status",
                "moved",
                "outputs",
                "A report https://example.org/report",
                "sources",
                "A letter",
                "certainty",
                "confirmed");

        assertThat(secretariat.see(added).words())
                .contains("Moved from 3rd quarter 2029 to 2–3 October 2029")
                .contains("Status: moved, before: planned")
                .doesNotContain("Other details changed");
        long number = Long.parseLong(added.substring(added.lastIndexOf('/') + 1));
        assertThat(roadmaps.versions(number)).hasSize(2);
        assertThat(roadmaps.milestone(number).orElseThrow().facts().outputs())
                .containsExactly(new Milestone.Link("A report", "https://example.org/report"));
        String calendar = web.perform(get("/roadmaps/igf.ics?year=2029"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(calendar)
                .contains("SEQUENCE:1")
                .contains("DTSTART;VALUE=DATE:20291002")
                .contains("DTEND;VALUE=DATE:20291004")
                .contains("STATUS:TENTATIVE")
                .contains("SUMMARY:A meeting\\, to be moved\\; and so on");
        assertThat(secretariat
                        .send(added + "/edit", "version", "2", "starts", "soon", "title-en", "x")
                        .status())
                .isEqualTo(422);
        assertThat(Visitor.as(web, demo, "contributor").see(added + "/edit").status())
                .isEqualTo(403);
    }

    @Test
    void whatChangedBetweenTwoMomentsIsToldOnceAndChangedBackNotAtAll() {
        Milestone.Facts planned = ShippedMilestones.read()
                .facts(ShippedMilestones.read().milestones().getFirst());
        Milestone.Facts moved = planned.at(new When("2029-10", "", ""), Status.MOVED);
        Milestone.Facts cancelled = moved.at(moved.when(), Status.CANCELLED);
        Instant start = Instant.parse("2029-01-01T00:00:00Z");
        List<Roadmaps.Version> history = List.of(
                new Roadmaps.Version(1, 1, start, planned),
                new Roadmaps.Version(2, 1, start, planned),
                new Roadmaps.Version(1, 2, start.plusSeconds(10), moved),
                new Roadmaps.Version(2, 2, start.plusSeconds(11), moved),
                new Roadmaps.Version(3, 1, start.plusSeconds(12), planned),
                new Roadmaps.Version(2, 3, start.plusSeconds(13), planned),
                new Roadmaps.Version(1, 3, start.plusSeconds(14), cancelled));

        List<RoadmapChange> changes = RoadmapChange.between(history, start.plusSeconds(5), start.plusSeconds(20));

        assertThat(changes).extracting(RoadmapChange::milestone).containsExactly(3L, 1L);
        assertThat(changes.getFirst().before()).isNull();
        assertThat(changes.getLast().before()).isEqualTo(planned);
        assertThat(changes.getLast().after()).isEqualTo(cancelled);
        assertThat(RoadmapChange.between(history, start.plusSeconds(10), start.plusSeconds(12)))
                .extracting(RoadmapChange::milestone)
                .containsExactly(1L, 2L);
        assertThat(RoadmapChange.all(history).getFirst().before()).isEqualTo(moved);
    }

    @Test
    void theChangesPageAnswersWhatIsNoDayInWordsAndTheFeedHoldsEveryChange() throws Exception {
        web.perform(get("/roadmaps/changes?from=yesterday&to=2026-02-30")).andExpect(status().is(422));
        web.perform(get("/ar/roadmaps/changes?from=1990-01-01&to=1990-12-31&track=none"))
                .andExpect(status().isOk());
        web.perform(get("/roadmaps/changes")).andExpect(status().isOk());
        web.perform(get("/roadmaps/unesco.atom"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("UNESCO document 41 C/27")));
        web.perform(get("/roadmaps/none.atom")).andExpect(status().isNotFound());
    }
}
