package org.throughline.mandates.web;

import java.time.Instant;
import java.time.LocalDate;
import org.throughline.platform.CalendarText;

/// The days on which something is due, as a calendar.
final class TaskCalendar {

    private final CalendarText out = new CalendarText();

    TaskCalendar(String name) {
        out.line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Throughline//Tasks//EN")
                .line("CALSCALE", "GREGORIAN")
                .text("X-WR-CALNAME", name);
    }

    /// One day on which something is due.
    TaskCalendar day(String uid, Instant stamp, LocalDate day, String summary, String description, String url) {
        out.line("BEGIN", "VEVENT")
                .text("UID", uid)
                .moment("DTSTAMP", stamp)
                .day("DTSTART", day)
                .day("DTEND", day.plusDays(1))
                .text("SUMMARY", summary)
                .text("DESCRIPTION", description)
                .line("URL", url)
                .line("TRANSP", "TRANSPARENT")
                .line("END", "VEVENT");
        return this;
    }

    String done() {
        return out.line("END", "VCALENDAR").toString();
    }
}
