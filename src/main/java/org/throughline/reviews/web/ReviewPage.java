package org.throughline.reviews.web;

import java.util.List;
import org.throughline.citations.MarkLine;
import org.throughline.platform.web.Frame;
import org.throughline.reviews.Review;

/// A review with its time line.
///
/// @param marks what it cites and was replaced since
public record ReviewPage(Review review, List<MarkLine> marks) {

    /// The kind of a milestone in words; a kind nobody named is shown as it is.
    public String kind(Frame frame, Review.Milestone milestone) {
        return switch (milestone.kind()) {
            case "call" -> frame.t("reviews.kind.call");
            case "meeting" -> frame.t("reviews.kind.meeting");
            case "event" -> frame.t("reviews.kind.event");
            case "document" -> frame.t("reviews.kind.document");
            case "decision" -> frame.t("reviews.kind.decision");
            default -> milestone.kind();
        };
    }
}
