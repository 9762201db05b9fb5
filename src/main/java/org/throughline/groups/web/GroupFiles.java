package org.throughline.groups.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.throughline.groups.Group;
import org.throughline.groups.Groups;
import org.throughline.groups.Meeting;
import org.throughline.groups.Meeting.Status;
import org.throughline.groups.Meetings;
import org.throughline.groups.Seat;
import org.throughline.groups.Seats;
import org.throughline.platform.CalendarText;
import org.throughline.platform.Csv;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.Source;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.JsonAnswer;

/// Groups, seats and meetings in other forms.
@Controller
class GroupFiles {

    private final Groups groups;
    private final Seats seats;
    private final Meetings meetings;
    private final Settings settings;
    private final Clock clock;

    GroupFiles(Groups groups, Seats seats, Meetings meetings, Settings settings, Clock clock) {
        this.groups = groups;
        this.seats = seats;
        this.meetings = meetings;
        this.settings = settings;
        this.clock = clock;
    }

    /// The meetings whose days are known; the others cannot stand in a calendar.
    @OpenToAll
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}.ics")
    ResponseEntity<byte[]> calendar(Frame frame, @PathVariable String code) {
        Group group = groups.find(code).orElseThrow(Refusal::notFound);
        Instant now = clock.instant();
        String host = URI.create(settings.publicUrl()).getHost();
        var out = new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Throughline//Meetings//EN")
                .line("CALSCALE", "GREGORIAN")
                .text("X-WR-CALNAME", frame.text(group.name()));
        for (Meeting one : meetings.of(code)) {
            if (one.starts().length() != 10) continue;
            out.line("BEGIN", "VEVENT")
                    .text("UID", "meeting-" + code + "-" + one.number() + "@" + host)
                    .moment("DTSTAMP", now)
                    .line("SEQUENCE", String.valueOf(one.version()))
                    .day("DTSTART", one.firstDay().orElseThrow())
                    .day("DTEND", one.lastDay().orElseThrow().plusDays(1))
                    .text("SUMMARY", frame.text(group.name()) + " – " + frame.text(one.name()));
            if (!one.place().isEmpty()) out.text("LOCATION", frame.text(one.place()));
            out.line("URL", settings.publicUrl() + frame.url(one.address()))
                    .line("STATUS", one.status() == Status.CANCELLED ? "CANCELLED" : "CONFIRMED")
                    .line("TRANSP", "TRANSPARENT")
                    .line("END", "VEVENT");
        }
        return file(
                "text/calendar;charset=utf-8",
                code + ".ics",
                out.line("END", "VCALENDAR").toString());
    }

    @OpenToAll
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}/meetings.csv")
    ResponseEntity<byte[]> csv(Frame frame, @PathVariable String code) {
        groups.find(code).orElseThrow(Refusal::notFound);
        var out = new StringBuilder("\uFEFF");
        Csv.row(
                out,
                List.of(
                        "number",
                        "url",
                        "name",
                        "starts",
                        "ends",
                        "place",
                        "mode",
                        "languages",
                        "status",
                        "certainty",
                        "source",
                        "sourceUrl"));
        for (Meeting one : meetings.of(code))
            Csv.row(
                    out,
                    List.of(
                            one.number(),
                            settings.publicUrl() + frame.url(one.address()),
                            frame.text(one.name()),
                            one.starts(),
                            one.ends(),
                            frame.text(one.place()),
                            one.mode() == null ? "" : one.mode().word(),
                            String.join(";", one.languages()),
                            one.status().word(),
                            one.source().certainty().word(),
                            one.source().title(),
                            one.source().url()));
        return file("text/csv;charset=utf-8", code + "-meetings.csv", out.toString());
    }

    private static ResponseEntity<byte[]> file(String type, String name, String text) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @OpenToAll
    @GetMapping("/api/v1/groups")
    ResponseEntity<byte[]> json() {
        Map<String, List<Seat>> seatsOf = seats.all();
        List<Meeting> all = meetings.all();
        List<Map<String, Object>> items = groups.all().stream()
                .map(group -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("code", group.code());
                    one.put("url", settings.publicUrl() + "/groups/" + group.code());
                    one.put("name", group.name());
                    one.put("founded", group.founded());
                    one.put("mandates", group.mandates());
                    one.put("terms", group.terms());
                    one.put("termsSymbol", group.termsSymbol());
                    one.put("source", source(group.source()));
                    one.put(
                            "seats",
                            seatsOf.getOrDefault(group.code(), List.of()).stream()
                                    .map(GroupFiles::seat)
                                    .toList());
                    one.put(
                            "meetings",
                            all.stream()
                                    .filter(meeting -> meeting.group().equals(group.code()))
                                    .map(this::meeting)
                                    .toList());
                    return one;
                })
                .toList();
        return JsonAnswer.of(new JsonAnswer.Listing<>(items, items.size(), null));
    }

    private static Map<String, Object> seat(Seat seat) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("role", seat.role().word());
        one.put("country", seat.country());
        one.put("entity", seat.entity());
        one.put("person", seat.person());
        one.put("region", seat.region());
        one.put("starts", seat.starts());
        one.put("ends", seat.ends());
        one.put("declined", seat.declined());
        one.put("source", source(seat.source()));
        return one;
    }

    private Map<String, Object> meeting(Meeting meeting) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("number", meeting.number());
        one.put("url", settings.publicUrl() + meeting.address());
        one.put("name", meeting.name());
        one.put("starts", meeting.starts());
        one.put("ends", meeting.ends());
        one.put("place", meeting.place());
        one.put("mode", meeting.mode() == null ? "" : meeting.mode().word());
        one.put("languages", meeting.languages());
        one.put("status", meeting.status().word());
        one.put(
                "agenda",
                meeting.items().stream()
                        .map(item -> Map.of("number", item.number(), "title", item.title()))
                        .toList());
        one.put("source", source(meeting.source()));
        return one;
    }

    private static Map<String, Object> source(Source source) {
        return Map.of(
                "title", source.title(),
                "url", source.url(),
                "certainty", source.certainty().word());
    }
}
