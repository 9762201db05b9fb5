package org.throughline.stocktaking;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was done to many entries at once, or to two that were merged.
///
/// @param words the reason that keepers are told, or the tag
/// @param seenAt when something of it was done last
/// @param done how many were dealt with and are so still; `skipped` how many were left alone, `undone` how many were
/// put back, `kept` how many could not be put back because they have changed since
public record ProjectBatch(
        UUID id,
        Kind kind,
        String words,
        @Nullable UUID person,
        String name,
        Instant begunAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant undoBegunAt,
        @Nullable Instant undoneAt,
        int waiting,
        int done,
        int skipped,
        int undone,
        int kept) {

    /// What can be done to many.
    public enum Kind {
        PUBLISH,
        DECLINE,
        TAG,
        UNTAG,
        MERGE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public int total() {
        return waiting + done + skipped + undone + kept;
    }

    public boolean isRunning() {
        return undoBegunAt == null ? endedAt == null && stoppedAt == null : undoneAt == null;
    }

    public boolean canBeUndone() {
        return undoBegunAt == null && !isRunning() && done > 0;
    }
}
