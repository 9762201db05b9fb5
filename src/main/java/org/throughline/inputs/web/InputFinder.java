package org.throughline.inputs.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.inputs.PublishedInputs.Facet;
import org.throughline.search.Search;
import org.throughline.search.SearchQuery;
import org.throughline.search.SearchResults;
import org.throughline.search.SearchResults.Marked;

/// Finds published inputs of a call by words, in six languages and forgiving of spelling. Says so when the index
/// cannot be asked; the list then falls back to plain comparison.
@Component
class InputFinder {

    private static final Map<Facet, String> FACETS = Map.of(
            Facet.STAKEHOLDER_TYPE,
            "stakeholder-type",
            Facet.REGION,
            "region",
            Facet.COUNTRY,
            "country",
            Facet.LANGUAGE,
            "language");

    private final Search search;

    InputFinder(Search search) {
        this.search = search;
    }

    /// @param snippets by the input's number, best match first
    /// @param similar whether words spelled alike were taken because nothing matched as typed
    record Found(
            long total,
            Map<Integer, Marked> snippets,
            Map<Facet, Map<String, Long>> facets,
            boolean similar,
            boolean down) {}

    Found find(String slug, ListQuery query, String language, int page, int size) {
        SearchQuery wanted = SearchQuery.of(query.text(), language)
                .ofKinds(List.of("input"))
                .where("call", List.of(slug))
                .where("stakeholder-type", query.types())
                .where("region", query.regions())
                .where("country", query.countries())
                .inLanguages(query.languages())
                .counting("stakeholder-type", "region", "country")
                .page(page, size);
        SearchResults results = search.find(wanted);
        if (results.state() == SearchResults.State.UNAVAILABLE) return new Found(0, Map.of(), Map.of(), false, true);
        Map<Integer, Marked> snippets = new LinkedHashMap<>();
        for (SearchResults.Hit hit : results.hits()) {
            String number = hit.key().substring(hit.key().lastIndexOf('/') + 1);
            if (number.matches("\\d{1,9}")) snippets.put(Integer.valueOf(number), hit.snippet());
        }
        Map<Facet, Map<String, Long>> facets = new LinkedHashMap<>();
        FACETS.forEach((facet, name) -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            results.facets().getOrDefault(name, List.of()).forEach(count -> counts.put(count.value(), count.count()));
            facets.put(facet, counts);
        });
        return new Found(results.total(), snippets, facets, results.similar(), false);
    }
}
