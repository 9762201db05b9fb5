package org.throughline.stocktaking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A state in which an entry was sent, with everything in it. For its keepers and the secretariat only.
///
/// @param person who sent it; absent for what the program did by itself
/// @param answers those for everybody; `hidden` those for the secretariat only
/// @param firstPublicAt since when the public sees or saw it; absent where it never did
public record ProjectRevision(
        int number,
        Instant receivedAt,
        @Nullable UUID person,
        int formVersion,
        String language,
        JsonNode answers,
        JsonNode hidden,
        String title,
        String summary,
        String entityName,
        int completeness,
        @Nullable Instant firstPublicAt) {}
