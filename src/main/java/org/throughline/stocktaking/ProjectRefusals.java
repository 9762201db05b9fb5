package org.throughline.stocktaking;

import org.throughline.platform.Refusal;

/// What readers of the register are refused, in words.
public final class ProjectRefusals {

    private ProjectRefusals() {}

    /// The entry was public once. A merged one says where it went.
    public static Refusal gone(ProjectTombstone tombstone) {
        return tombstone.mergedInto() == null
                ? new Refusal("project-gone", 410, "stocktaking.problem.not-public", Long.toString(tombstone.number()))
                : new Refusal(
                        "project-merged",
                        410,
                        "stocktaking.problem.merged",
                        Long.toString(tombstone.number()),
                        Long.toString(tombstone.mergedInto()));
    }

    /// The entry is public, and had this file in an earlier state.
    public static Refusal fileGone() {
        return new Refusal("file-gone", 410, "stocktaking.problem.file-gone");
    }

    /// Words cannot be looked for now; a list without them would not be what was asked for.
    public static Refusal searchDown() {
        return new Refusal("search-unavailable", 503, "stocktaking.problem.search-down");
    }
}
