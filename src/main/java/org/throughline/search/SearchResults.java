package org.throughline.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was found, and how far the answer can be trusted.
///
/// @param state whether the index could be asked, and whether it is whole
/// @param total how many entries match; may lag behind a change by a second
/// @param similar whether nothing matched as typed and words spelled alike were taken instead
/// @param facets how many matching entries each value of each counted facet has, the most frequent first
/// @param searched the terms that were looked for; empty when nothing typed can be looked for
public record SearchResults(
        State state,
        long total,
        List<Hit> hits,
        boolean similar,
        Map<String, List<FacetCount>> facets,
        List<String> searched) {

    public enum State {
        /// The index was asked and knows everything.
        READY,
        /// The index is being made again; what is shown is true but not yet all.
        BUILDING,
        /// The index cannot be asked; nothing is shown.
        UNAVAILABLE
    }

    /// One entry as it stands in the database now.
    ///
    /// @param url its address without a language prefix
    /// @param language the language of the title and the snippet shown
    public record Hit(
            String kind,
            String key,
            String url,
            String language,
            Marked title,
            Marked snippet,
            @Nullable Instant happenedAt) {}

    /// Text in pieces, of which some are what was looked for.
    public record Marked(List<Span> spans) {

        public String plain() {
            var text = new StringBuilder();
            spans.forEach(span -> text.append(span.text()));
            return text.toString();
        }
    }

    public record Span(String text, boolean found) {}

    public record FacetCount(String value, long count) {}

    static SearchResults nothing(State state, List<String> searched) {
        return new SearchResults(state, 0, List.of(), false, Map.of(), searched);
    }
}
