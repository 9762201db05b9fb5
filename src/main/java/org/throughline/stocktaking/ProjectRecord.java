package org.throughline.stocktaking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where an entry stands, for its keepers and the secretariat.
///
/// @param revision the newest state that was sent
/// @param publicRevision the state that the public sees or saw last; absent for what never was public
/// @param note why it was asked back, declined or taken out of sight
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
        int version) {

    /// Whether a state was sent that waits for the secretariat.
    public boolean waits() {
        return withdrawnAt == null
                && mergedInto == null
                && declinedAt == null
                && askedBackAt == null
                && !(publishedAt != null && Integer.valueOf(revision).equals(publicRevision));
    }
}
