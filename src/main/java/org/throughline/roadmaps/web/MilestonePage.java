package org.throughline.roadmaps.web;

import java.util.List;
import org.throughline.citations.MarkLine;
import org.throughline.roadmaps.Milestone;

/// One milestone with all that is known of it.
///
/// @param marks what it cites and was replaced since
/// @param history its changes, newest first; empty for one that never changed
public record MilestonePage(
        MilestoneLine line, Milestone milestone, boolean exact, List<MarkLine> marks, List<Change> history) {

    public record Change(String when, List<String> what) {}
}
