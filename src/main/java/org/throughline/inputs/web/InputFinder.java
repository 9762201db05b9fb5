package org.throughline.inputs.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.calls.Call;
import org.throughline.inputs.PublishedInputs;
import org.throughline.inputs.PublishedInputs.Facet;
import org.throughline.search.Search;
import org.throughline.search.SearchQuery;
import org.throughline.search.SearchQuery.Order;
import org.throughline.search.SearchResults;
import org.throughline.search.SearchResults.Marked;

/// Finds published inputs of a call by words, in six languages and forgiving of spelling. Says so when the index
/// cannot be asked; the list then falls back to plain comparison.
@Component
public class InputFinder {

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
    private final PublishedInputs inputs;

    InputFinder(Search search, PublishedInputs inputs) {
        this.search = search;
        this.inputs = inputs;
    }

    /// All inputs of the list that a query asks for, in its order and however many: what a reader takes away is what
    /// the page shows.
    public List<Integer> numbers(Call call, ListQuery query, String language) {
        return Optional.of(query)
                .filter(asked -> !asked.text().isEmpty())
                .flatMap(asked -> search.keys(wanted(call.slug(), asked, language)))
                .map(keys -> keys.stream().flatMap(InputFinder::number).toList())
                .orElseGet(() -> inputs.numbers(call.id(), query.filter(), query.order(), false));
    }

    private static Stream<Integer> number(String key) {
        String number = key.substring(key.lastIndexOf('/') + 1);
        return number.matches("\\d{1,9}") ? Stream.of(Integer.valueOf(number)) : Stream.empty();
    }

    private static SearchQuery wanted(String slug, ListQuery query, String language) {
        return SearchQuery.of(query.text(), language)
                .ofKinds(List.of("input"))
                .where("call", List.of(slug))
                .where("stakeholder-type", query.types())
                .where("region", query.regions())
                .where("country", query.countries())
                .inLanguages(query.languages())
                .ordered(
                        switch (query.order()) {
                            case NEWEST -> Order.NEWEST;
                            case RECEIVED -> Order.OLDEST;
                            case BEST_MATCH, NAME, MOST_USED -> Order.BEST_MATCH;
                        });
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
        SearchResults results = search.find(wanted(slug, query, language)
                .counting("stakeholder-type", "region", "country")
                .page(page, size));
        if (results.state() == SearchResults.State.UNAVAILABLE) return new Found(0, Map.of(), Map.of(), false, true);
        Map<Integer, Marked> snippets = new LinkedHashMap<>();
        results.hits().forEach(hit -> number(hit.key()).forEach(number -> snippets.put(number, hit.snippet())));
        Map<Facet, Map<String, Long>> facets = new LinkedHashMap<>();
        FACETS.forEach((facet, name) -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            results.facets().getOrDefault(name, List.of()).forEach(count -> counts.put(count.value(), count.count()));
            facets.put(facet, counts);
        });
        return new Found(results.total(), snippets, facets, results.similar(), false);
    }
}
