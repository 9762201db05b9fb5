package org.throughline.site.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.reviews.Review;

/// The first page: what is open, what came of it, which reviews there are.
///
/// @param things three to try for who comes here for the first time
public record HomePage(List<OpenCall> open, List<Outcome> outcomes, List<Review> reviews, List<Thing> things) {

    /// Something to try.
    ///
    /// @param path its address without the language prefix
    public record Thing(String path, String title, String note) {}

    public record OpenCall(Call call, long daysLeft) {}

    /// A call with a published summary.
    public record Outcome(Call call, long received, long published, int sentences) {}
}
