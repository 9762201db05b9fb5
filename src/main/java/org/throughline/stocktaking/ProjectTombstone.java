package org.throughline.stocktaking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is left of an entry that was public once.
///
/// @param kind `withdrawn` by its keeper, `merged` with another, or `unpublished`
/// @param mergedInto the number of the entry it is part of now, where that one is public
public record ProjectTombstone(
        long number,
        String collection,
        String kind,
        Instant at,
        @Nullable Long mergedInto) {}
