package org.throughline.search;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a reader wants to find. Any text is a valid query; nothing in it is syntax but quotes and a minus.
///
/// @param text what was typed
/// @param kinds only these kinds; none means all
/// @param language the reader's language, in which words count more and titles are shown where they exist
/// @param languages only entries that have words in one of these languages; none means all
/// @param facets only entries with one of these values, for each facet named
/// @param counted the facets to be counted besides kind and language
/// @param order what comes first
/// @param page the number of the page of results, from 1
/// @param size how many results a page has, at most 100
public record SearchQuery(
        String text,
        List<String> kinds,
        String language,
        List<String> languages,
        Map<String, List<String>> facets,
        List<String> counted,
        Order order,
        int page,
        int size) {

    /// How many results can be leafed through; [Search#keys] has no end.
    public static final int LAST = 10_000;

    /// What comes first of what matches; what has no date comes last.
    public enum Order {
        BEST_MATCH,
        NEWEST,
        OLDEST
    }

    public SearchQuery {
        size = Math.clamp(size, 1, 100);
        page = Math.clamp(page, 1, LAST / size);
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
        facets = Map.copyOf(facets);
        counted = List.copyOf(counted);
    }

    /// The first ten results, whatever their kind and language.
    public static SearchQuery of(String text, String language) {
        return new SearchQuery(text, List.of(), language, List.of(), Map.of(), List.of(), Order.BEST_MATCH, 1, 10);
    }

    public SearchQuery ofKinds(List<String> kinds) {
        return new SearchQuery(text, kinds, language, languages, facets, counted, order, page, size);
    }

    public SearchQuery inLanguages(List<String> languages) {
        return new SearchQuery(text, kinds, language, languages, facets, counted, order, page, size);
    }

    public SearchQuery where(String facet, List<String> values) {
        if (values.isEmpty()) return this;
        var more = new TreeMap<>(facets);
        more.put(facet, List.copyOf(values));
        return new SearchQuery(text, kinds, language, languages, more, counted, order, page, size);
    }

    public SearchQuery counting(String... counted) {
        return new SearchQuery(text, kinds, language, languages, facets, List.of(counted), order, page, size);
    }

    public SearchQuery ordered(Order order) {
        return new SearchQuery(text, kinds, language, languages, facets, counted, order, page, size);
    }

    public SearchQuery page(int page, int size) {
        return new SearchQuery(text, kinds, language, languages, facets, counted, order, page, size);
    }

    int offset() {
        return (page - 1) * size;
    }
}
