package org.throughline.mandates.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.mandates.Due;
import org.throughline.platform.PlannedDate;

/// A program that reads the calendar counts the same days as the tracker.
class TaskCalendarTests {

    private static final LocalDate END = LocalDate.of(2041, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "2026, '', ''",
        "2026, P1Y, ''",
        "2026, P2Y, 2036",
        "2026, P24M, ''",
        "2026-Q3, P3M, 2028-06-30",
        "2026-Q1, P1Y, ''",
        "2026-02, P1Y, ''",
        "2026-02, P7M, 2030-Q2",
        "2026-04, P2Y, 2030-04",
        "2026-04-12, P1M, 2026-12-11",
        "2027-01-31, P1M, 2028-12",
        "2027-01-29, P2M, ''",
        "2028-02-29, P1Y, ''",
        "2027-05-31, P3Y, ''",
        "2027-05-31, P18M, ''"
    })
    void aProgramCountsTheSameDays(String first, String every, String until) throws Exception {
        var due = new Due(first, every, until);
        String text = new TaskCalendar("Tasks")
                .due("one@example.org", Instant.EPOCH, due, "Task", "What", "https://example.org/")
                .done();

        List<VEvent> events =
                new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");

        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(days(event))
                        .containsExactlyElementsOf(due.times(END).stream()
                                .map(time -> PlannedDate.last(time).orElseThrow())
                                .filter(day -> day.isBefore(END))
                                .toList()));
    }

    private static List<LocalDate> days(VEvent event) {
        return event.<LocalDate>calculateRecurrenceSet(new Period<>(LocalDate.of(2020, 1, 1), END)).stream()
                .map(Period::getStart)
                .sorted()
                .toList();
    }
}
