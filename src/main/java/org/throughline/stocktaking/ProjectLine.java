package org.throughline.stocktaking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as lists show it.
public record ProjectLine(
        long number,
        String collection,
        String title,
        String summary,
        String language,
        String activityType,
        String status,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean ongoing,
        List<String> actionLines,
        List<String> sdgs,
        List<String> countries,
        String entityName,
        String entityType,
        int completeness,
        Instant publishedAt,
        Instant updatedAt,
        Instant confirmedAt,
        @Nullable Instant closedAt) {

    /// How far it can still be taken for true.
    public Light light(Instant now) {
        return Light.of(confirmedAt, closedAt, now);
    }
}
