/// Road maps: who plans what until when on the way to a review, side by side on one axis of time, and how the plans
/// changed.
@ApplicationModule(
        allowedDependencies = {"platform", "audit", "citations", "search", "vocabulary", "reviews", "mandates"})
@NullMarked
package org.throughline.roadmaps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
