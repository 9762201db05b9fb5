package org.throughline.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.throughline.platform.Json;
import org.throughline.world.ThroughlineTest;
import tools.jackson.databind.JsonNode;

@ThroughlineTest
class TaskFilesTests {

    private static final String LIST = "/mandates/unga-80-173/tasks";

    @Autowired
    private MockMvc web;

    private String text(String address) throws Exception {
        var answer = web.perform(get(address)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void everyFileHoldsWhatTheFiltersLeave() throws Exception {
        String filter = "?actor=ungis&status=not-started";

        assertThat(text(LIST + ".csv" + filter).lines().skip(1)).hasSize(2).allMatch(line -> line.contains("UNGIS"));
        JsonNode json = Json.tree(text(LIST + ".json" + filter));
        assertThat(json.path("tasks")
                        .valueStream()
                        .map(task -> task.path("number").intValue()))
                .containsExactly(8, 9);
        JsonNode api = Json.tree(text("/api/v1/tasks" + filter + "&instrument=unga-80-173"));
        assertThat(api.path("items")).isEqualTo(json.path("tasks"));
        var feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text(LIST + ".atom" + filter).getBytes(StandardCharsets.UTF_8)));
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(2);
        assertThat(web.perform(get("/mandates/pp-140/tasks.csv"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotKnownIsNotInTheFile() throws Exception {
        JsonNode cutOff = Json.tree(text(LIST + ".json")).path("tasks").get(6);

        assertThat(cutOff.path("paragraph").stringValue()).isEqualTo("45");
        assertThat(cutOff.path("asked")).isEmpty();
        assertThat(cutOff.has("verb")).isFalse();
        assertThat(cutOff.has("due")).isFalse();
    }

    // RFC 5545: CRLF, at most 75 octets in a line, begin and end in pairs, stamps in UTC, one value each.
    @Test
    void theCalendarIsOneThatClientsRead() throws Exception {
        for (String language : List.of("", "/ar", "/ru")) {
            String calendar = text(language + LIST + ".ics");
            assertThat(calendar).endsWith("\r\n");
            assertThat(calendar.replace("\r\n", "")).doesNotContain("\n", "\r");
            assertThat(calendar.split("\r\n"))
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                    .allMatch(line -> !line.contains("\uFFFD"));

            List<VEvent> events =
                    new CalendarBuilder().build(new StringReader(calendar)).getComponents("VEVENT");
            assertThat(events).hasSize(2);
            assertThat(days(events.getLast(), LocalDate.of(2032, 1, 1)))
                    .containsExactly(
                            LocalDate.of(2026, 12, 31), LocalDate.of(2028, 12, 31), LocalDate.of(2030, 12, 31));

            List<String> lines = List.of(calendar.replace("\r\n ", "").split("\r\n"));
            assertThat(lines).first().isEqualTo("BEGIN:VCALENDAR");
            assertThat(lines).last().isEqualTo("END:VCALENDAR");
            assertThat(lines)
                    .contains("VERSION:2.0")
                    .contains("DTSTART;VALUE=DATE:20271231", "DTEND;VALUE=DATE:20280101")
                    .contains("RRULE:FREQ=YEARLY;INTERVAL=2");
            assertThat(lines).filteredOn("BEGIN:VEVENT"::equals).hasSize(2);
            assertThat(lines).filteredOn("END:VEVENT"::equals).hasSize(2);
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("UID:"))
                    .doesNotHaveDuplicates()
                    .hasSize(2);
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("DTSTAMP:"))
                    .allMatch(line -> line.matches("DTSTAMP:\\d{8}T\\d{6}Z"));
            assertThat(lines).allMatch(line -> line.matches("[A-Z-]+(;[A-Z]+=[A-Z]+)*:.+"));
        }
    }

    private static List<LocalDate> days(VEvent event, LocalDate before) {
        return event.<LocalDate>calculateRecurrenceSet(new Period<>(LocalDate.of(1900, 1, 1), before)).stream()
                .map(Period::getStart)
                .sorted()
                .toList();
    }
}
