package org.throughline.opendata;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dump: the state of the register at one moment, under the name of its day.
///
/// @param name such as `2026-11-23`; a second one of a day ends with `.2`
/// @param entries how many lines it has, with those of entries that were gone already
/// @param revision which state of its files is the present one: 1, and one more for each time since when something in
/// it was withdrawn, or is allowed no more or again
/// @param droppedAt since when it is no longer kept
public record DumpEdition(
        UUID id,
        String name,
        Instant takenAt,
        long entries,
        int revision,
        @Nullable Instant droppedAt) {

    public boolean isKept() {
        return droppedAt == null;
    }
}
