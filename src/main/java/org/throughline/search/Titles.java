package org.throughline.search;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.search.SearchResults.Hit;

/// Finds a name for what has no title.
@Component
public class Titles {

    private final List<Untitled> untitled;

    Titles(List<Untitled> untitled) {
        this.untitled = untitled;
    }

    /// What stands for the title that a hit does not have, in the reader's language; empty for a hit with a
    /// title. Its key where nobody says what its kind is called.
    public Optional<String> insteadOf(Hit hit, String language) {
        if (!hit.title().plain().isBlank()) return Optional.empty();
        return untitled.stream()
                .filter(naming -> naming.kind().equals(hit.kind()))
                .findFirst()
                .map(naming -> naming.name(hit.key(), language))
                .or(() -> Optional.of(hit.key()));
    }
}
