package org.throughline.roadmaps.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.citations.CitationTags;
import org.throughline.citations.Cited;
import org.throughline.citations.Citing;
import org.throughline.citations.MarkLine;
import org.throughline.mandates.InstrumentNames;
import org.throughline.mandates.Mandates;
import org.throughline.platform.Certainty;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.roadmaps.Kind;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.roadmaps.Status;
import org.throughline.roadmaps.Track;
import org.throughline.roadmaps.web.RoadmapsPage.MandateLink;

/// The road maps side by side, one of them, and one milestone.
@Controller
class RoadmapPages {

    private final Roadmaps roadmaps;
    private final Mandates mandates;
    private final Cited cited;
    private final PageStore pages;
    private final Clock clock;

    RoadmapPages(Roadmaps roadmaps, Mandates mandates, Cited cited, PageStore pages, Clock clock) {
        this.roadmaps = roadmaps;
        this.mandates = mandates;
        this.cited = cited;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/roadmaps")
    ModelAndView all(Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        List<Track> tracks = roadmaps.tracks();
        List<String> codes = tracks.stream().map(Track::code).toList();
        return show(frame, tracks, null, RoadmapFilter.of(sent, codes));
    }

    @OpenToAll
    @GetMapping("/roadmaps/{track:[a-z0-9-]+}")
    ModelAndView one(Frame frame, @PathVariable String track, @RequestParam MultiValueMap<String, String> sent) {
        List<Track> tracks = roadmaps.tracks();
        Track found = tracks.stream()
                .filter(one -> one.code().equals(track))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return show(frame, tracks, found, RoadmapFilter.of(sent, List.of()).of(track));
    }

    private ModelAndView show(Frame frame, List<Track> tracks, @Nullable Track track, RoadmapFilter filter) {
        pages.dependsOn(Roadmaps.TAG, "mandates");
        pages.freshFor(Duration.ofHours(1));
        List<Milestone> all = roadmaps.milestones();
        List<Milestone> found = filter.from(all);
        Map<String, Track> byCode = tracks.stream().collect(Collectors.toMap(Track::code, Function.identity()));
        LocalDate today = LocalDate.now(clock.withZone(Moments.GENEVA));
        Map<Integer, List<MilestoneLine>> years = new TreeMap<>();
        for (Milestone one : found)
            years.computeIfAbsent(one.when().firstDay().getYear(), year -> new ArrayList<>())
                    .add(MilestoneLine.of(frame, one, byCode.get(one.facts().track()), today));
        return Pages.show(
                frame,
                "roadmaps/web/roadmaps",
                new RoadmapsPage(
                        track,
                        track == null ? null : mandate(frame, track),
                        track == null ? "/roadmaps" : "/roadmaps/" + track.code(),
                        filter.query(track == null),
                        tracks.stream()
                                .map(one -> new Option(
                                        one.code(),
                                        frame.text(one.name()),
                                        filter.tracks().contains(one.code())))
                                .toList(),
                        Arrays.stream(Kind.values())
                                .map(one -> new Option(one.word(), RoadmapWords.kind(frame, one), one == filter.kind()))
                                .toList(),
                        years(all, filter.year()),
                        Arrays.stream(Status.values())
                                .map(one ->
                                        new Option(one.word(), RoadmapWords.status(frame, one), one == filter.status()))
                                .toList(),
                        found.isEmpty() ? List.of() : RoadmapChart.draw(frame, tracks, found, today),
                        found.isEmpty() ? null : RoadmapChart.table(frame, tracks, found),
                        years.entrySet().stream()
                                .map(year -> new RoadmapsPage.Year(String.valueOf(year.getKey()), year.getValue()))
                                .toList(),
                        found.size(),
                        (int) found.stream()
                                .filter(one -> one.facts().certainty() != Certainty.CONFIRMED)
                                .count(),
                        (int) found.stream()
                                .filter(one -> !one.when().isExact())
                                .count()));
    }

    private static List<Option> years(List<Milestone> all, @Nullable Integer chosen) {
        var years = new TreeSet<Integer>();
        for (Milestone one : all)
            for (int year = one.when().firstDay().getYear();
                    year <= one.when().lastDay().getYear();
                    year++) years.add(year);
        return years.stream()
                .map(year -> new Option(String.valueOf(year), String.valueOf(year), year.equals(chosen)))
                .toList();
    }

    private @Nullable MandateLink mandate(Frame frame, Track track) {
        if (track.mandate().isEmpty()) return null;
        return mandates.find(track.mandate())
                .map(one -> new MandateLink(
                        one.slug(),
                        one.number().isEmpty() ? "" : InstrumentNames.name(frame.texts(), one.kind(), one.number()),
                        one.body().name(),
                        one.topic()))
                .orElse(null);
    }

    @OpenToAll
    @GetMapping("/roadmaps/milestones/{number:\\d{1,9}}")
    ModelAndView milestone(Frame frame, @PathVariable long number) {
        Milestone one = roadmaps.milestone(number).orElseThrow(Refusal::notFound);
        Track track = roadmaps.track(one.facts().track()).orElseThrow(Refusal::notFound);
        pages.dependsOn(Roadmaps.TAG, CitationTags.of(Citing.Kind.MILESTONE, String.valueOf(number)));
        pages.freshFor(Duration.ofHours(1));
        LocalDate today = LocalDate.now(clock.withZone(Moments.GENEVA));
        return Pages.show(
                frame,
                "roadmaps/web/milestone",
                new MilestonePage(
                        MilestoneLine.of(frame, one, track, today),
                        one,
                        one.when().isExact(),
                        MarkLine.of(frame, cited.marks(Citing.Kind.MILESTONE, String.valueOf(number))),
                        one.version() == 1 ? List.of() : history(frame, number)));
    }

    private List<MilestonePage.Change> history(Frame frame, long number) {
        List<Roadmaps.Version> versions = roadmaps.versions(number);
        return IntStream.range(0, versions.size())
                .mapToObj(i -> new MilestonePage.Change(
                        frame.dateTime(versions.get(i).at()),
                        RoadmapWords.changes(
                                frame,
                                i + 1 < versions.size() ? versions.get(i + 1).facts() : null,
                                versions.get(i).facts())))
                .toList();
    }
}
