package org.throughline.roadmaps.web;

import java.time.LocalDate;
import org.throughline.platform.Certainty;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Frame;
import org.throughline.roadmaps.Milestone;
import org.throughline.roadmaps.Status;
import org.throughline.roadmaps.Track;

/// A milestone in a list.
///
/// @param overdue planned for a time that has passed
public record MilestoneLine(
        long number,
        LocalizedText title,
        String when,
        Track track,
        String kind,
        Status status,
        String statusWords,
        LocalizedText place,
        Certainty certainty,
        boolean overdue) {

    static MilestoneLine of(Frame frame, Milestone one, Track track, LocalDate today) {
        Milestone.Facts facts = one.facts();
        return new MilestoneLine(
                one.number(),
                facts.title(),
                RoadmapWords.when(frame, one.when()),
                track,
                RoadmapWords.kind(frame, facts.kind()),
                facts.status(),
                RoadmapWords.status(frame, facts.status()),
                facts.place(),
                facts.certainty(),
                facts.status() == Status.PLANNED && one.when().lastDay().isBefore(today));
    }
}
