package org.throughline.stocktaking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An entry as everybody may see it.
///
/// @param answers everything public that was answered, by field code
/// @param version which of its states it is
/// @param completeness how many of the fields for everybody are answered, in per cent
/// @param updatedAt since when this state is public
/// @param confirmedAt when its owner last said that it is true
public record PublishedProject(
        long number,
        String collection,
        String title,
        String summary,
        String language,
        String activityType,
        String status,
        String coverage,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean ongoing,
        List<String> actionLines,
        List<String> sdgs,
        List<String> gdc,
        List<String> countries,
        List<String> regions,
        List<String> beneficiaries,
        String entityName,
        String entityType,
        String entityCountry,
        String website,
        JsonNode answers,
        int formVersion,
        int version,
        int completeness,
        boolean quotable,
        boolean translatable,
        Instant receivedAt,
        Instant publishedAt,
        Instant updatedAt,
        Instant confirmedAt,
        @Nullable Instant closedAt) {

    /// How far it can still be taken for true.
    public Light light(Instant now) {
        return Light.of(confirmedAt, closedAt, now);
    }

    /// Its address below the site, without a language.
    public String path() {
        return "/stocktaking/" + number;
    }
}
