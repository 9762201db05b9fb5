package org.throughline.stocktaking;

import java.util.List;
import java.util.Map;
import org.throughline.search.SearchResults.Hit;
import org.throughline.search.SearchResults.State;

/// What was found in the register.
///
/// @param state whether words could be looked for; without words always ready
/// @param total how many entries there are
/// @param numbers those of the page, in order
/// @param facets how many entries each value of each facet has, the most frequent first; the values of a facet that
/// was chosen from are counted without that choice, so that the others stay visible
/// @param hits title and text with what was looked for marked, by number; empty without words
/// @param similar whether nothing was as typed, and words spelled alike were taken
public record RegisterResult(
        State state,
        long total,
        List<Long> numbers,
        Map<Facet, List<FacetCount>> facets,
        Map<Long, Hit> hits,
        boolean similar) {

    RegisterResult with(Map<Long, Hit> hits) {
        return new RegisterResult(state, total, numbers, facets, hits, similar);
    }

    public record FacetCount(String value, long count) {}
}
