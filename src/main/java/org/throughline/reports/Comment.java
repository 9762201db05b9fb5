package org.throughline.reports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody said about a zero draft.
///
/// @param number counts the comments on an edition; people cite it
/// @param paragraph the number of the paragraph it is about; absent for the draft as a whole
/// @param name and `organisation` empty where the public may not see them
/// @param email for the secretariat only, empty for the public
/// @param reply of the secretariat; empty where it gave none
public record Comment(
        UUID id,
        int number,
        @Nullable Integer paragraph,
        String text,
        String language,
        String name,
        String organisation,
        String email,
        boolean nameShown,
        Instant receivedAt,
        @Nullable Instant shownAt,
        @Nullable Instant declinedAt,
        String reason,
        String reply,
        String replyLanguage,
        int version) {

    public boolean isWaiting() {
        return shownAt == null && declinedAt == null;
    }
}
