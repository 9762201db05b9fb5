package org.throughline.inputs;

import java.util.Map;

/// How many inputs a call received and what became of them: received = published + unpublished + withdrawn +
/// duplicates.
///
/// @param distinct received without duplicates
/// @param receivedByType and `receivedByRegion` count every input; the maps with `published` count published ones
public record Tally(
        long received,
        long published,
        long unpublished,
        long withdrawn,
        long duplicates,
        Map<String, Long> receivedByType,
        Map<String, Long> publishedByType,
        Map<String, Long> receivedByRegion,
        Map<String, Long> publishedByRegion,
        Map<String, Long> publishedByCountry,
        Map<String, Long> publishedByLanguage) {

    public long distinct() {
        return received - duplicates;
    }
}
