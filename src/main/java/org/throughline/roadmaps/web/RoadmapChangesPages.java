package org.throughline.roadmaps.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.markup.Xml;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.roadmaps.RoadmapChange;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.roadmaps.Track;

/// What changed between two days, and every change as a feed.
@Controller
class RoadmapChangesPages {

    private static final int DAYS = 30;
    private static final int FEED = 100;
    private static final int UNPROCESSABLE = 422;

    private final Roadmaps roadmaps;
    private final PageStore pages;
    private final Settings settings;
    private final Clock clock;

    RoadmapChangesPages(Roadmaps roadmaps, PageStore pages, Settings settings, Clock clock) {
        this.roadmaps = roadmaps;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/roadmaps/changes")
    ModelAndView show(
            Frame frame,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String track) {
        pages.dependsOn(Roadmaps.TAG);
        LocalDate today = LocalDate.now(clock.withZone(Moments.GENEVA));
        String last = to.isBlank() ? today.toString() : to.strip();
        LocalDate lastDay = day(last);
        String first =
                from.isBlank() && lastDay != null ? lastDay.minusDays(DAYS).toString() : from.strip();
        LocalDate firstDay = day(first);
        var errors = FormErrors.collector();
        if (firstDay == null) errors.add("from", frame.t("roadmaps.changes.day.wrong"));
        if (lastDay == null) errors.add("to", frame.t("roadmaps.changes.day.wrong"));
        if (firstDay != null && lastDay != null && lastDay.isBefore(firstDay))
            errors.add("to", frame.t("roadmaps.desk.ends.wrong"));
        List<Track> tracks = roadmaps.tracks();
        boolean known = tracks.stream().anyMatch(one -> one.code().equals(track));
        List<RoadmapChange> changes = !errors.isEmpty() || firstDay == null || lastDay == null
                ? List.of()
                : RoadmapChange.between(roadmaps.history(), begin(firstDay), begin(lastDay.plusDays(1)));
        Map<String, Track> byCode = tracks.stream().collect(Collectors.toMap(Track::code, Function.identity()));
        return Pages.show(
                frame,
                "roadmaps/web/changes",
                new RoadmapChangesPage(
                        first,
                        last,
                        tracks.stream()
                                .map(one -> new Option(
                                        one.code(),
                                        frame.text(one.name()),
                                        one.code().equals(track)))
                                .toList(),
                        errors.done(),
                        known ? "/roadmaps/" + track + ".atom" : "/roadmaps.atom",
                        changes.stream()
                                .filter(one -> !known || on(one, track))
                                .map(one -> line(frame, one, byCode))
                                .toList()),
                errors.isEmpty() ? 200 : UNPROCESSABLE);
    }

    private static RoadmapChangesPage.Line line(Frame frame, RoadmapChange one, Map<String, Track> tracks) {
        return new RoadmapChangesPage.Line(
                one.milestone(),
                one.after().title(),
                tracks.get(one.after().track()),
                RoadmapWords.when(frame, one.after().when()),
                RoadmapWords.changes(frame, one.before(), one.after()));
    }

    // What left a road map for another changed that one, too.
    private static boolean on(RoadmapChange one, String track) {
        return one.after().track().equals(track)
                || (one.before() != null && one.before().track().equals(track));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Moments.GENEVA).toInstant();
    }

    private static @Nullable LocalDate day(String text) {
        if (!text.matches("[12]\\d{3}-\\d{2}-\\d{2}")) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @OpenToAll
    @GetMapping({"/roadmaps.atom", "/roadmaps/{track:[a-z0-9-]+}.atom"})
    ResponseEntity<byte[]> feed(Frame frame, @PathVariable(required = false) @Nullable String track) {
        pages.dependsOn(Roadmaps.TAG);
        Track found = track == null ? null : roadmaps.track(track).orElseThrow(Refusal::notFound);
        List<RoadmapChange> newest = RoadmapChange.all(roadmaps.history()).stream()
                .filter(one -> track == null || on(one, track))
                .limit(FEED)
                .toList();
        String self =
                settings.publicUrl() + frame.url(track == null ? "/roadmaps.atom" : "/roadmaps/" + track + ".atom");
        var xml = new Xml();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", frame.language());
        xml.element("id", self);
        xml.element("title", found == null ? frame.t("roadmaps.list.title") : frame.text(found.name()));
        xml.empty("link", "rel", "self", "href", self);
        xml.element(
                "updated",
                newest.isEmpty()
                        ? Instant.EPOCH.toString()
                        : newest.getFirst().at().toString());
        xml.open("author").element("name", settings.name()).close("author");
        for (RoadmapChange one : newest) entry(xml, frame, one);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=utf-8"))
                .body(xml.close("feed").toString().getBytes(StandardCharsets.UTF_8));
    }

    private void entry(Xml xml, Frame frame, RoadmapChange one) {
        String address = settings.publicUrl() + "/roadmaps/milestones/" + one.milestone();
        xml.open("entry");
        xml.element("id", address + "#v" + one.version());
        xml.element("title", frame.text(one.after().title()));
        xml.element("updated", one.at().toString());
        xml.empty(
                "link",
                "rel",
                "alternate",
                "type",
                "text/html",
                "href",
                settings.publicUrl() + frame.url("/roadmaps/milestones/" + one.milestone()));
        xml.empty("category", "term", one.after().track());
        xml.element("summary", String.join("\n", RoadmapWords.changes(frame, one.before(), one.after())));
        xml.close("entry");
    }
}
