package org.throughline.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One public thing that can be found, as its owner describes it. Refuses an entry without a kind, a key, an address
/// or words.
///
/// @param kind what sort of thing it is, such as `input` or `call`
/// @param key the owner's name of the thing within its kind, such as `wsis20/17`
/// @param url its address without a language prefix
/// @param language the language it was written in
/// @param words its title and text by language, at least in its own
/// @param facets what a list of results may be narrowed by, such as `region` → `AFR`
/// @param happenedAt the date that "newest first" goes by
/// @param withheld whether some of its words may not be given: until the index knows the words that may, the thing is
///     not found at all
public record SearchEntry(
        String kind,
        String key,
        String url,
        String language,
        Map<String, Words> words,
        Map<String, List<String>> facets,
        @Nullable Instant happenedAt,
        boolean withheld) {

    /// The words of an entry in one language.
    public record Words(String title, String body) {}

    public SearchEntry {
        if (kind.isBlank() || key.isBlank() || !url.startsWith("/"))
            throw new IllegalArgumentException("Not a thing that can be found: " + kind + " " + key + " " + url);
        if (!words.containsKey(language))
            throw new IllegalArgumentException("No words in " + language + ": " + kind + " " + key);
        words = Map.copyOf(words);
        facets = Map.copyOf(facets);
    }

    public SearchEntry(
            String kind,
            String key,
            String url,
            String language,
            Map<String, Words> words,
            Map<String, List<String>> facets,
            @Nullable Instant happenedAt) {
        this(kind, key, url, language, words, facets, happenedAt, false);
    }

    /// An entry in one language.
    public static SearchEntry of(String kind, String key, String url, String language, String title, String body) {
        return new SearchEntry(
                kind, key, url, language, Map.of(language, new Words(title, body)), Map.of(), null, false);
    }

    /// The same with a facet; no values means none.
    public SearchEntry withFacet(String name, Collection<String> values) {
        if (!name.matches("[a-z][a-z0-9-]*")) throw new IllegalArgumentException("Not a facet's name: " + name);
        if (values.isEmpty()) return this;
        var more = new TreeMap<>(facets);
        more.put(name, List.copyOf(values));
        return new SearchEntry(kind, key, url, language, words, more, happenedAt, withheld);
    }

    public SearchEntry withFacet(String name, String value) {
        return withFacet(name, List.of(value));
    }

    public SearchEntry at(Instant happenedAt) {
        return new SearchEntry(kind, key, url, language, words, facets, happenedAt, withheld);
    }

    public SearchEntry withheld(boolean withheld) {
        return new SearchEntry(kind, key, url, language, words, facets, happenedAt, withheld);
    }
}
