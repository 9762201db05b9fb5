package org.throughline.roadmaps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.roadmaps.Milestone.Facts;
import org.throughline.roadmaps.Roadmaps.Version;

/// What is different in a milestone at a later moment.
///
/// @param at when it was last changed by then
/// @param before absent for one that was not there yet
public record RoadmapChange(
        long milestone, int version, Instant at, @Nullable Facts before, Facts after) {

    /// What differs between two moments, in the order in which it was last changed; what was changed and changed back
    /// is no difference.
    ///
    /// @param history every state of every milestone, oldest first
    public static List<RoadmapChange> between(List<Version> history, Instant from, Instant to) {
        Map<Long, Facts> before = new LinkedHashMap<>();
        Map<Long, Version> after = new LinkedHashMap<>();
        for (Version one : history) {
            if (one.at().isBefore(from)) before.put(one.milestone(), one.facts());
            else if (one.at().isBefore(to)) {
                after.remove(one.milestone());
                after.put(one.milestone(), one);
            }
        }
        List<RoadmapChange> changes = new ArrayList<>();
        after.values().forEach(one -> {
            Facts was = before.get(one.milestone());
            if (!one.facts().equals(was))
                changes.add(new RoadmapChange(one.milestone(), one.version(), one.at(), was, one.facts()));
        });
        return changes;
    }

    /// Every single change, newest first.
    public static List<RoadmapChange> all(List<Version> history) {
        Map<Long, Facts> before = new LinkedHashMap<>();
        List<RoadmapChange> changes = new ArrayList<>();
        for (Version one : history)
            changes.add(new RoadmapChange(
                    one.milestone(), one.version(), one.at(), before.put(one.milestone(), one.facts()), one.facts()));
        return changes.reversed();
    }
}
