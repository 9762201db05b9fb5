package org.throughline.mandates;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says about a task: against its status, with a reason, or a comment.
///
/// @param number counts the remarks on a task; people cite it
/// @param status what the status was when it was contested; empty for a comment
/// @param name empty where the public may not see it
public record Remark(
        UUID id,
        int number,
        Kind kind,
        String status,
        String text,
        String language,
        String name,
        boolean nameShown,
        Instant receivedAt,
        @Nullable Instant shownAt,
        @Nullable Instant declinedAt,
        String reason,
        int version) {

    public enum Kind {
        CONTEST,
        COMMENT;

        static Kind of(String word) {
            return word.equals("contest") ? CONTEST : COMMENT;
        }

        public String word() {
            return this == CONTEST ? "contest" : "comment";
        }
    }

    public boolean isWaiting() {
        return shownAt == null && declinedAt == null;
    }
}
