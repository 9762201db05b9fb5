package org.throughline.roadmaps.web;

import java.util.List;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.roadmaps.Track;

/// What changed in the road maps between two days.
///
/// @param from the first day, as typed
/// @param to the last day, as typed
public record RoadmapChangesPage(
        String from, String to, List<Option> tracks, FormErrors errors, String feed, List<Line> lines) {

    public record Line(long number, LocalizedText title, Track track, String when, List<String> what) {}
}
