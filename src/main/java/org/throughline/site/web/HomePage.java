package org.throughline.site.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.reviews.Review;

/// The first page: what is open, what came of it, which reviews there are.
public record HomePage(List<OpenCall> open, List<Outcome> outcomes, List<Review> reviews) {

    public record OpenCall(Call call, long daysLeft) {}

    /// A call with a published summary.
    public record Outcome(Call call, long received, long published, int sentences) {}
}
