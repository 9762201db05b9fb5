package org.throughline.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// A circular letter.
///
/// @param reference its number, such as CL-26/1; absent until it is dispatched
/// @param dated the day of its dispatch
/// @param callSlug the address of the call it is about; empty where there is none, and for readers while it is
/// not public
/// @param extensions of the deadline of a decision, the first first; that of a call has its own
/// @param closesAt up to when replies count, which for a questionnaire is the deadline of its call
public record CircularLetter(
        UUID id,
        LetterContent content,
        @Nullable String reference,
        @Nullable LocalDate dated,
        String callSlug,
        @Nullable Instant closesAt,
        @Nullable Instant dispatchedAt,
        List<Extension> extensions,
        int version) {

    /// A deadline that was moved, when that was decided, and why.
    public record Extension(Instant decidedAt, Instant oldEnd, Instant newEnd, LocalizedText reason) {}

    /// The tag of pages that show public letters.
    public static final String TAG = "letters";

    public String path() {
        return "/letters/" + reference;
    }

    /// The deadline as the letter first said it.
    public @Nullable Instant firstClosesAt() {
        return extensions.isEmpty() ? closesAt : extensions.getFirst().oldEnd();
    }

    public boolean isClosedAt(Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }

    public boolean isOpenAt(Instant now) {
        return dispatchedAt != null && closesAt != null && now.isBefore(closesAt);
    }
}
