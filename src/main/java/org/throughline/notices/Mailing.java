package org.throughline.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// A letter to many, and how far it is.
///
/// @param listed how many recipients stand on the list so far
/// @param handed to how many the letter was handed over to the outgoing mail
/// @param leftOut how many on the list get none: gone, unsubscribed, or without a working address
public record Mailing(
        MailingId id,
        Kind kind,
        LocalizedText subject,
        LocalizedText body,
        int perMinute,
        int version,
        @Nullable UUID writtenBy,
        Instant createdAt,
        @Nullable Instant releasedAt,
        @Nullable UUID listedUntil,
        @Nullable Instant listedAt,
        int listed,
        int handed,
        int leftOut,
        Instant nextAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant finishedAt) {

    /// What kind of letter it is, which says who gets it and what is added to its words.
    public enum Kind {
        MEMBERS("members"),
        UPDATE_CALL("update-call"),
        UPDATE_REMINDER("update-reminder");

        final String column;

        Kind(String column) {
            this.column = column;
        }

        static Kind of(String column) {
            for (Kind kind : values()) if (kind.column.equals(column)) return kind;
            throw new IllegalArgumentException("No such kind: " + column);
        }
    }

    /// Where it stands, which follows from its dates.
    public enum State {
        DRAFT,
        LISTING,
        SENDING,
        STOPPED,
        DONE
    }

    public State state() {
        if (releasedAt == null) return State.DRAFT;
        if (finishedAt != null) return State.DONE;
        if (stoppedAt != null) return State.STOPPED;
        return listedAt == null ? State.LISTING : State.SENDING;
    }

    public boolean isRunning() {
        return state() == State.LISTING || state() == State.SENDING;
    }

    /// How its messages are counted together in the outgoing mail.
    String batch() {
        return "mailing/" + id;
    }
}
