package org.throughline.roadmaps.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.chart.DataTable;
import org.throughline.platform.chart.Svg;
import org.throughline.platform.web.Option;
import org.throughline.roadmaps.Track;

/// All road maps on one axis of time, or one of them.
///
/// @param track the road map that the page is about; absent for all of them
/// @param path the address without what was chosen
/// @param charts one below the other; none where nothing is found
/// @param table what the charts show, in words; absent with them
/// @param inexact how many are not known to the day
/// @param exact what was chosen, as the end of an address
public record RoadmapsPage(
        @Nullable Track track,
        @Nullable MandateLink mandate,
        String path,
        String exact,
        List<Option> tracks,
        List<Option> kinds,
        List<Option> years,
        List<Option> statuses,
        List<Svg> charts,
        @Nullable DataTable table,
        List<Year> lines,
        int total,
        int unsure,
        int inexact) {

    /// The milestones that begin in one year.
    public record Year(String year, List<MilestoneLine> lines) {}

    /// @param name such as "Resolution 140"; empty for what is called by its topic
    public record MandateLink(String slug, String name, LocalizedText body, LocalizedText topic) {}
}
