package org.throughline.roadmaps.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;
import org.throughline.roadmaps.Track;

/// One named version of a road map, and what differs to another or to now.
///
/// @param others what it can be compared with
/// @param differences absent while it is compared with nothing
public record EditionPage(
        Track track,
        Line edition,
        List<Milestone> milestones,
        List<Option> others,
        @Nullable List<Change> differences) {

    public record Line(int number, String name, String approval, String taken, int milestones) {}

    public record Milestone(long number, LocalizedText title, String when, String status) {}

    public record Change(long number, LocalizedText title, List<String> what) {}

    /// The versions of a road map, with the form to freeze another one.
    public record All(Track track, List<Line> editions, Typed typed, FormErrors errors) {}

    /// The form of a road map itself.
    ///
    /// @param version 0 for a new one
    public record TrackForm(
            String path,
            String back,
            int version,
            boolean stale,
            List<Differences> differences,
            Typed typed,
            FormErrors errors,
            List<Option> mandates,
            List<LanguagePart> languages) {}
}
