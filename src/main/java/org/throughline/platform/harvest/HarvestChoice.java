package org.throughline.platform.harvest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A part of the records.
///
/// @param set only records in this set, or in a part of it
/// @param from and `until`, both included, in whole seconds
public record HarvestChoice(
        @Nullable String set,
        @Nullable Instant from,
        @Nullable Instant until) {}
