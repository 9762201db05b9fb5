package org.throughline.chain;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.throughline.platform.PartialDate;
import org.throughline.search.SearchEntry;
import org.throughline.search.SearchEntry.Words;
import org.throughline.search.SearchIndex;

/// Keeps the search entry of an output, in the transaction that writes the output.
@Component
class ChainSearch {

    private static final String KIND = "output";

    private final SearchIndex search;

    ChainSearch(SearchIndex search) {
        this.search = search;
    }

    void put(String slug, Output.Facts facts) {
        if (!facts.withdrawn().isEmpty()) {
            search.remove(KIND, slug);
            return;
        }
        Map<String, Words> words = new TreeMap<>();
        for (String language : facts.title().texts().keySet())
            words.put(
                    language,
                    new Words(
                            facts.title().textFor(language),
                            (facts.symbol() + " " + facts.body().textFor(language)).strip()));
        var entry =
                new SearchEntry(KIND, slug, "/chain/" + slug, facts.title().languageFor("en"), words, Map.of(), null);
        // A search shows days: a year or a month alone would be made into a day that nobody has confirmed.
        search.put(PartialDate.first(facts.date())
                .filter(day ->
                        PartialDate.last(facts.date()).filter(day::equals).isPresent())
                .map(day -> entry.at(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .orElse(entry));
    }
}
