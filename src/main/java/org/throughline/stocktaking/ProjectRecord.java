package org.throughline.stocktaking;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where an entry stands, for its keepers and the secretariat.
///
/// @param revision the newest state that was sent
/// @param publicRevision the state that the public sees or saw last; absent for what never was public
/// @param note why it was asked back, declined or taken out of sight
/// @param sentAt when the newest state was sent
/// @param unpublishedAt when the public last lost sight of it
/// @param version of the row, against two changes at once
public record ProjectRecord(
        ProjectId id,
        String collection,
        long number,
        String title,
        String language,
        Instant receivedAt,
        int revision,
        @Nullable Integer publicRevision,
        Consent consent,
        @Nullable Instant publishedAt,
        @Nullable Instant askedBackAt,
        @Nullable Instant declinedAt,
        String note,
        Instant confirmedAt,
        @Nullable Instant closedAt,
        @Nullable Instant withdrawnAt,
        @Nullable ProjectId mergedInto,
        Instant sentAt,
        @Nullable Instant unpublishedAt,
        int version) {

    /// Whether a state waits for the secretariat: one that was never public, or one that its keeper allows again.
    public boolean waits() {
        return state() == State.WAITING;
    }

    /// Where it stands.
    public State state() {
        if (mergedInto != null) return State.MERGED;
        if (withdrawnAt != null) return State.WITHDRAWN;
        if (declinedAt != null) return State.DECLINED;
        if (askedBackAt != null) return State.ASKED_BACK;
        boolean unseen = !Integer.valueOf(revision).equals(publicRevision);
        if (consent.text() && (unseen || publishedAt == null && note.isEmpty())) return State.WAITING;
        return publishedAt != null ? State.PUBLISHED : State.UNPUBLISHED;
    }

    /// Where an entry can stand. What waits, was declined or asked back is its newest state; an earlier one may be
    /// public all the while.
    public enum State {
        WAITING,
        ASKED_BACK,
        DECLINED,
        UNPUBLISHED,
        PUBLISHED,
        WITHDRAWN,
        MERGED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
