package org.throughline.mandates.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.throughline.mandates.Due;
import org.throughline.platform.CalendarText;
import org.throughline.platform.PlannedDate;
import org.throughline.platform.PlannedDate.Precision;

/// The days on which something is due, as a calendar.
final class TaskCalendar {

    // Every month has as many days.
    private static final int SHORTEST_MONTH = 28;
    private static final int FEBRUARY = 2;

    private final CalendarText out = new CalendarText();

    TaskCalendar(String name) {
        out.line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Throughline//Tasks//EN")
                .line("CALSCALE", "GREGORIAN")
                .text("X-WR-CALNAME", name);
    }

    /// Something of which it is known when it is due; the last day that its date can mean counts.
    TaskCalendar due(String uid, Instant stamp, Due due, String summary, String description, String url) {
        LocalDate day = PlannedDate.last(due.first()).orElseThrow();
        out.line("BEGIN", "VEVENT")
                .text("UID", uid)
                .moment("DTSTAMP", stamp)
                .day("DTSTART", day)
                .day("DTEND", day.plusDays(1));
        if (due.isAgain()) out.line("RRULE", rule(due, day));
        out.text("SUMMARY", summary)
                .text("DESCRIPTION", description)
                .line("URL", url)
                .line("TRANSP", "TRANSPARENT")
                .line("END", "VEVENT");
        return this;
    }

    /// A rule by which a program counts the same days as [Due#times]: calendars leave out what a month does not
    /// have, where a task is due on its last day.
    private static String rule(Due due, LocalDate day) {
        int years = due.period().getYears();
        int months = due.period().getMonths();
        boolean lastOfMonth = PlannedDate.precision(due.first()) != Precision.DAY;
        var rule = new StringBuilder(years > 0 ? "FREQ=YEARLY;INTERVAL=" + years : "FREQ=MONTHLY;INTERVAL=" + months);
        PlannedDate.last(due.until())
                .ifPresent(last -> rule.append(";UNTIL=").append(last.toString().replace("-", "")));
        boolean differs = years == 0 || day.getMonthValue() == FEBRUARY;
        if (!differs || (!lastOfMonth && day.getDayOfMonth() <= SHORTEST_MONTH)) return rule.toString();
        if (years > 0) rule.append(";BYMONTH=").append(day.getMonthValue());
        if (lastOfMonth) return rule.append(";BYMONTHDAY=-1").toString();
        String days = IntStream.rangeClosed(SHORTEST_MONTH, day.getDayOfMonth())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        return rule.append(";BYMONTHDAY=").append(days).append(";BYSETPOS=-1").toString();
    }

    String done() {
        return out.line("END", "VCALENDAR").toString();
    }
}
