package org.throughline.reports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report as it was made once, as the secretariat sees it: how far the making is, and what became of it.
///
/// @param number counts the editions of a report that were not discarded
/// @param commentsUntil until when a zero draft may be commented on; absent for final ones
/// @param step what is being done: empty while projects are frozen, then the name of the file that is written
/// @param done of `rows`: projects and files
/// @param projects how many it is made of, of `register` public projects in that register then
public record Edition(
        UUID id,
        UUID report,
        String slug,
        int number,
        Stage stage,
        int recipeVersion,
        Recipe recipe,
        @Nullable Instant commentsUntil,
        State state,
        String step,
        long done,
        long rows,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant frozenAt,
        int projects,
        int register,
        @Nullable Instant publishedAt,
        int version) {

    /// Where the making stands. Interrupted is one whose program ended before it did.
    public enum State {
        RUNNING,
        DONE,
        STOPPED,
        FAILED,
        INTERRUPTED
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean isPublished() {
        return publishedAt != null;
    }

    /// Whether the making can go on where it ended.
    public boolean canGoOn() {
        return state != State.RUNNING && state != State.DONE && publishedAt == null;
    }

    public long percent() {
        return rows == 0 ? 0 : Math.min(100, 100 * done / rows);
    }
}
