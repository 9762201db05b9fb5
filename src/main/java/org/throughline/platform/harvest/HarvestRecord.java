package org.throughline.platform.harvest;

import java.time.Instant;
import java.util.List;

/// That something changed, came or went.
///
/// @param key its name within its source, for ever
/// @param changedAt the moment, as finely as the database keeps it; harvesters are told the second
/// @param isGone whether nobody may read it any more
/// @param sets by which it can be chosen; what is gone stays in those it was in, so that who harvests one of them
///     hears that it went
public record HarvestRecord(String key, Instant changedAt, boolean isGone, List<String> sets) {

    public HarvestRecord {
        sets = List.copyOf(sets);
    }
}
