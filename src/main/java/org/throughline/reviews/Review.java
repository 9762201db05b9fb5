package org.throughline.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.throughline.platform.LocalizedText;

/// A review and its time line, oldest point first.
public record Review(UUID id, String slug, LocalizedText title, LocalizedText description, List<Milestone> milestones) {

    /// A dated point on the way of a review.
    ///
    /// @param kind `call`, `meeting`, `event`, `document` or `decision`
    /// @param source where the date comes from, empty when the secretariat set it
    public record Milestone(LocalDate heldOn, String kind, LocalizedText title, String source) {}
}
