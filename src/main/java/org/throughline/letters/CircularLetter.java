package org.throughline.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A circular letter.
///
/// @param reference its number, such as CL-26/1; absent until it is dispatched
/// @param dated the day of its dispatch
/// @param callSlug the address of the call it is about; empty where there is none, and for readers while it is
/// not public
/// @param closesAt up to when replies count, which for a questionnaire is the deadline of its call
public record CircularLetter(
        UUID id,
        LetterContent content,
        @Nullable String reference,
        @Nullable LocalDate dated,
        String callSlug,
        @Nullable Instant closesAt,
        @Nullable Instant dispatchedAt,
        int version) {

    /// The tag of pages that show public letters.
    public static final String TAG = "letters";

    public String path() {
        return "/letters/" + reference;
    }

    public boolean isClosedAt(Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }

    public boolean isOpenAt(Instant now) {
        return dispatchedAt != null && closesAt != null && now.isBefore(closesAt);
    }
}
