package org.throughline.vocabulary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Every version of every vocabulary, in memory; never changed once made.
final class Catalogue {

    private final Map<String, NavigableMap<String, Edition>> editions = new LinkedHashMap<>();

    Catalogue(Collection<Edition> all) {
        for (var edition : all) {
            editions.computeIfAbsent(edition.scheme().name(), name -> new TreeMap<>())
                    .put(edition.scheme().version(), edition);
        }
    }

    List<Edition> current() {
        return editions.values().stream()
                .map(versions -> versions.lastEntry().getValue())
                .toList();
    }

    Optional<Edition> current(String scheme) {
        return Optional.ofNullable(editions.get(scheme))
                .map(versions -> versions.lastEntry().getValue());
    }

    Optional<Edition> edition(String scheme, String version) {
        return Optional.ofNullable(editions.get(scheme)).map(versions -> versions.get(version));
    }

    List<String> versions(String scheme) {
        var versions = editions.get(scheme);
        return versions == null ? List.of() : List.copyOf(versions.descendingKeySet());
    }
}
