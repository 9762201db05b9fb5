package org.throughline.calls;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// A call for inputs as everybody may know it.
///
/// @param firstClosesAt the deadline as first announced
/// @param closesAt the deadline now in force; later than the first one when it was extended
/// @param publishedAt absent while the secretariat still writes the call
/// @param closedAt set when the secretariat closed the call before its deadline
/// @param version counts changes of the words, so that two editors do not overwrite each other
public record Call(
        CallId id,
        String slug,
        @Nullable UUID reviewId,
        LocalizedText title,
        LocalizedText purpose,
        LocalizedText body,
        Mandate mandate,
        Instant opensAt,
        Instant firstClosesAt,
        Instant closesAt,
        @Nullable Instant publishedAt,
        @Nullable Instant closedAt,
        int version,
        List<Extension> extensions) {

    /// The paragraph of an instrument that the call answers, as text with a link.
    public record Mandate(String instrument, String paragraph, String url) {
        public static final Mandate NONE = new Mandate("", "", "");

        public boolean isEmpty() {
            return instrument.isBlank() && paragraph.isBlank();
        }
    }

    /// A deadline that was moved, when it was decided, and why.
    public record Extension(Instant decidedAt, Instant oldEnd, Instant newEnd, LocalizedText reason) {}

    /// Where a call stands at a moment.
    public enum Stage {
        DRAFT,
        UPCOMING,
        OPEN,
        CLOSED
    }

    public Stage stageAt(Instant now) {
        if (publishedAt == null) return Stage.DRAFT;
        if (closedAt != null && !now.isBefore(closedAt)) return Stage.CLOSED;
        if (now.isBefore(opensAt)) return Stage.UPCOMING;
        return now.isBefore(closesAt) ? Stage.OPEN : Stage.CLOSED;
    }

    public boolean isOpenAt(Instant now) {
        return stageAt(now) == Stage.OPEN;
    }

    /// The moment after which nothing is taken in any more.
    public Instant endsAt() {
        return closedAt != null && closedAt.isBefore(closesAt) ? closedAt : closesAt;
    }
}
