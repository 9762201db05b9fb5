package org.throughline.roadmaps.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.platform.Certainty;
import org.throughline.platform.chart.DataTable;
import org.throughline.platform.chart.Gantt;
import org.throughline.platform.chart.Gantt.Item;
import org.throughline.platform.chart.Gantt.Lane;
import org.throughline.platform.chart.Gantt.Look;
import org.throughline.platform.chart.Svg;
import org.throughline.platform.web.Frame;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.Track;
import org.throughline.roadmaps.When;

/// Draws road maps side by side.
final class RoadmapChart {

    private RoadmapChart() {}

    /// In as many pictures as can be read on paper, one below the other.
    static List<Svg> draw(Frame frame, List<Track> tracks, List<Milestone> milestones, LocalDate today) {
        List<Lane> lanes = tracks.stream()
                .map(track -> new Lane(
                        frame.text(track.name()),
                        milestones.stream()
                                .filter(one -> one.facts().track().equals(track.code()))
                                .map(one -> item(frame, one))
                                .toList()))
                .filter(lane -> !lane.items().isEmpty())
                .toList();
        int first = milestones.stream()
                .mapToInt(one -> one.when().firstDay().getYear())
                .min()
                .orElse(0);
        int last = milestones.stream()
                .mapToInt(one -> one.when().lastDay().getYear())
                .max()
                .orElse(0);
        return Gantt.sheets(
                frame.language(),
                frame.t("roadmaps.chart.title"),
                frame.t(
                        "roadmaps.chart.description",
                        milestones.size(),
                        lanes.size(),
                        String.valueOf(first),
                        String.valueOf(last)),
                lanes,
                new Gantt.Words(
                        frame.t("roadmaps.chart.day"),
                        frame.t("roadmaps.chart.period"),
                        frame.t("roadmaps.chart.to-come"),
                        frame.t("roadmaps.chart.cancelled"),
                        frame.t("roadmaps.chart.vague"),
                        frame.t("roadmaps.chart.unsure"),
                        frame.t("roadmaps.chart.today")),
                today);
    }

    static DataTable table(Frame frame, List<Track> tracks, List<Milestone> milestones) {
        Map<String, String> names =
                tracks.stream().collect(Collectors.toMap(Track::code, track -> frame.text(track.name())));
        return new DataTable(
                frame.t("roadmaps.chart.title"),
                List.of(
                        frame.t("roadmaps.desk.title"),
                        frame.t("roadmaps.show.when"),
                        frame.t("roadmaps.filter.track"),
                        frame.t("roadmaps.kind"),
                        frame.t("roadmaps.status"),
                        frame.t("roadmaps.show.place")),
                milestones.stream()
                        .map(one -> row(
                                frame,
                                one.facts(),
                                names.getOrDefault(one.facts().track(), "")))
                        .toList(),
                milestones.stream().map(one -> address(frame, one)).toList());
    }

    private static List<String> row(Frame frame, Milestone.Facts facts, String track) {
        String status = RoadmapWords.status(frame, facts.status());
        return List.of(
                frame.text(facts.title()),
                RoadmapWords.when(frame, facts.when()),
                track,
                RoadmapWords.kind(frame, facts.kind()),
                facts.certainty() == Certainty.CONFIRMED
                        ? status
                        : status + " – " + RoadmapWords.certainty(frame, facts.certainty()),
                frame.text(facts.place()));
    }

    private static String address(Frame frame, Milestone one) {
        return frame.url("/roadmaps/milestones/" + one.number());
    }

    private static Item item(Frame frame, Milestone one) {
        Milestone.Facts facts = one.facts();
        When when = one.when();
        boolean unsure = facts.certainty() != Certainty.CONFIRMED;
        String name = frame.t(
                "roadmaps.chart.name",
                frame.text(facts.title()),
                RoadmapWords.when(frame, when),
                RoadmapWords.status(frame, facts.status()));
        return new Item(
                frame.text(facts.title()),
                unsure ? name + " – " + frame.t("roadmaps.unverified") : name,
                when.firstDay(),
                when.lastDay(),
                look(one),
                !when.isExact(),
                unsure,
                address(frame, one));
    }

    private static Look look(Milestone one) {
        return switch (one.facts().status()) {
            case DONE -> Look.DONE;
            case PLANNED, MOVED -> Look.TO_COME;
            case CANCELLED -> Look.CANCELLED;
        };
    }
}
