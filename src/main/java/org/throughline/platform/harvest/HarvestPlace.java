package org.throughline.platform.harvest;

import java.time.Instant;

/// After which record a list goes on.
///
/// @param key of that record; empty for a place before all that changed at this moment
public record HarvestPlace(Instant changedAt, String key) {

    /// Before the first record of all.
    public static final HarvestPlace START = new HarvestPlace(Instant.EPOCH, "");
}
