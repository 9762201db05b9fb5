package org.throughline.opendata;

import java.time.Instant;
import java.util.List;

/// That an entry of the register changed, came or went.
///
/// @param kind `public`, or why it is gone: `withdrawn`, `merged`, `unpublished`
/// @param sets what harvesters may choose it by, such as `actionLine:C2`; an entry that is gone stays in those it was
/// in, so that who harvests one of them hears that it went
/// @param changedAt the moment, as finely as the database keeps it; harvesters are told the second
public record ChangedRecord(
        long number, String collection, String kind, List<String> sets, Instant firstAt, Instant changedAt) {

    public boolean isPublic() {
        return kind.equals("public");
    }
}
