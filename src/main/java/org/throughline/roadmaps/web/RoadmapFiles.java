package org.throughline.roadmaps.web;

import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.platform.CalendarText;
import org.throughline.platform.Certainty;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.roadmaps.Kind;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.Milestone.Link;
import org.throughline.roadmaps.Milestone.Source;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.roadmaps.Status;
import org.throughline.roadmaps.Track;

/// The road maps in other forms: a calendar to subscribe to, a table, and JSON; each obeys the same choices as the
/// page.
@Controller
class RoadmapFiles {

    private final Roadmaps roadmaps;
    private final PageStore pages;
    private final Settings settings;

    RoadmapFiles(Roadmaps roadmaps, PageStore pages, Settings settings) {
        this.roadmaps = roadmaps;
        this.pages = pages;
        this.settings = settings;
    }

    private record Found(List<Track> tracks, List<Milestone> milestones) {

        Track track(Milestone one) {
            return tracks.stream()
                    .filter(track -> track.code().equals(one.facts().track()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Found find(@Nullable String track, MultiValueMap<String, String> sent) {
        pages.dependsOn(Roadmaps.TAG);
        List<Track> tracks = roadmaps.tracks();
        List<String> codes = tracks.stream().map(Track::code).toList();
        if (track != null && !codes.contains(track)) throw Refusal.notFound();
        RoadmapFilter filter = RoadmapFilter.of(sent, codes);
        return new Found(tracks, (track == null ? filter : filter.of(track)).from(roadmaps.milestones()));
    }

    @OpenToAll
    @GetMapping({"/roadmaps.ics", "/roadmaps/{track:[a-z0-9-]+}.ics"})
    ResponseEntity<byte[]> calendar(
            Frame frame,
            @PathVariable(required = false) @Nullable String track,
            @RequestParam MultiValueMap<String, String> sent) {
        Found found = find(track, sent);
        String name = track == null
                ? frame.t("roadmaps.list.title")
                : frame.text(
                        roadmaps.track(track).orElseThrow(Refusal::notFound).name());
        var out = new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Throughline//Road maps//EN")
                .line("CALSCALE", "GREGORIAN")
                .text("X-WR-CALNAME", name + " – " + settings.name())
                .line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        for (Milestone one : found.milestones()) if (one.when().isExact()) event(out, frame, one, found.track(one));
        return answer(out.line("END", "VCALENDAR").toString(), "text/calendar;charset=utf-8");
    }

    private void event(CalendarText out, Frame frame, Milestone one, Track track) {
        Milestone.Facts facts = one.facts();
        String host = URI.create(settings.publicUrl()).getHost();
        out.line("BEGIN", "VEVENT")
                .line("UID", "milestone-" + one.number() + "@" + host)
                .moment("DTSTAMP", one.changedAt())
                .moment("CREATED", one.addedAt())
                .moment("LAST-MODIFIED", one.changedAt())
                .line("SEQUENCE", String.valueOf(one.version() - 1))
                .day("DTSTART", one.when().firstDay())
                // The day after the last, as the standard counts.
                .day("DTEND", one.when().lastDay().plusDays(1))
                .text("SUMMARY", frame.text(facts.title()))
                .text("DESCRIPTION", description(frame, one));
        if (!facts.place().isEmpty()) out.text("LOCATION", frame.text(facts.place()));
        out.texts("CATEGORIES", frame.text(track.name()), RoadmapWords.kind(frame, facts.kind()))
                .line("STATUS", status(facts.status()))
                .line("TRANSP", "TRANSPARENT")
                .line("URL", settings.publicUrl() + frame.url("/roadmaps/milestones/" + one.number()))
                .line("END", "VEVENT");
    }

    private static String description(Frame frame, Milestone one) {
        String words = RoadmapWords.when(frame, one.when()) + "\n"
                + RoadmapWords.status(frame, one.facts().status());
        return switch (one.facts().certainty()) {
            case CONFIRMED -> words;
            case UNVERIFIED -> words + "\n" + frame.t("roadmaps.unverified");
            case INFERRED -> words + "\n" + frame.t("roadmaps.inferred");
        };
    }

    private static String status(Status status) {
        return switch (status) {
            case DONE -> "CONFIRMED";
            case PLANNED, MOVED -> "TENTATIVE";
            case CANCELLED -> "CANCELLED";
        };
    }

    @OpenToAll
    @GetMapping({"/roadmaps.csv", "/roadmaps/{track:[a-z0-9-]+}.csv"})
    ResponseEntity<byte[]> csv(
            Frame frame,
            @PathVariable(required = false) @Nullable String track,
            @RequestParam MultiValueMap<String, String> sent) {
        Found found = find(track, sent);
        var out = new StringWriter();
        out.append('\uFEFF');
        Csv.row(
                out,
                List.of(
                        "number",
                        "url",
                        "roadmap",
                        "title",
                        "starts",
                        "ends",
                        "otherwise",
                        "firstDay",
                        "lastDay",
                        "kind",
                        "status",
                        "place",
                        "organizer",
                        "inputs",
                        "outputs",
                        "certainty",
                        "sources",
                        "version",
                        "changedAt"));
        for (Milestone one : found.milestones()) {
            Milestone.Facts facts = one.facts();
            Csv.row(
                    out,
                    List.of(
                            one.number(),
                            url(one),
                            facts.track(),
                            frame.text(facts.title()),
                            facts.starts(),
                            facts.ends(),
                            facts.otherwise(),
                            one.when().firstDay(),
                            one.when().lastDay(),
                            facts.kind().word(),
                            facts.status().word(),
                            frame.text(facts.place()),
                            frame.text(facts.organizer()),
                            String.join(
                                    "; ",
                                    facts.inputs().stream().map(Link::text).toList()),
                            String.join(
                                    "; ",
                                    facts.outputs().stream().map(Link::text).toList()),
                            facts.certainty().word(),
                            String.join(
                                    "; ",
                                    facts.sources().stream().map(Source::title).toList()),
                            one.version(),
                            one.changedAt()));
        }
        return answer(out.toString(), "text/csv;charset=utf-8");
    }

    /// A milestone as programs read it.
    record Item(
            long number,
            String url,
            String roadmap,
            LocalizedText title,
            String starts,
            String ends,
            String otherwise,
            LocalDate firstDay,
            LocalDate lastDay,
            Kind kind,
            Status status,
            LocalizedText place,
            LocalizedText organizer,
            List<Link> inputs,
            List<Link> outputs,
            Certainty certainty,
            List<Source> sources,
            int version,
            Instant changedAt) {}

    record TrackItem(String code, LocalizedText name, LocalizedText owner, String mandate) {}

    @OpenToAll
    @GetMapping({"/api/v1/roadmaps", "/roadmaps.json", "/roadmaps/{track:[a-z0-9-]+}.json"})
    ResponseEntity<byte[]> json(
            @PathVariable(required = false) @Nullable String track, @RequestParam MultiValueMap<String, String> sent) {
        Found found = find(track, sent);
        List<TrackItem> tracks = found.tracks().stream()
                .map(one -> new TrackItem(one.code(), one.name(), one.owner(), one.mandate()))
                .toList();
        List<Item> items = found.milestones().stream().map(this::item).toList();
        return answer(
                Json.write(Map.of("roadmaps", tracks, "items", items, "total", items.size())), "application/json");
    }

    private Item item(Milestone one) {
        Milestone.Facts facts = one.facts();
        return new Item(
                one.number(),
                url(one),
                facts.track(),
                facts.title(),
                facts.starts(),
                facts.ends(),
                facts.otherwise(),
                one.when().firstDay(),
                one.when().lastDay(),
                facts.kind(),
                facts.status(),
                facts.place(),
                facts.organizer(),
                facts.inputs(),
                facts.outputs(),
                facts.certainty(),
                facts.sources(),
                one.version(),
                one.changedAt());
    }

    private String url(Milestone one) {
        return settings.publicUrl() + "/roadmaps/milestones/" + one.number();
    }

    private static ResponseEntity<byte[]> answer(String text, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
