package org.throughline.roadmaps.web;

import java.time.LocalDate;
import java.util.List;
import org.throughline.platform.Certainty;
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
                frame.url("/roadmaps/milestones/" + one.number()));
    }

    private static Look look(Milestone one) {
        return switch (one.facts().status()) {
            case DONE -> Look.DONE;
            case PLANNED, MOVED -> Look.TO_COME;
            case CANCELLED -> Look.CANCELLED;
        };
    }
}
