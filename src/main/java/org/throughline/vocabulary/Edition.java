package org.throughline.vocabulary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A vocabulary in one version with all its terms, in their order.
record Edition(Scheme scheme, Map<String, Term> terms) {

    static Edition of(Scheme scheme, List<Term> terms) {
        var byCode = new LinkedHashMap<String, Term>();
        for (var term : terms) {
            if (byCode.put(term.code(), term) != null)
                throw new IllegalArgumentException("Twice in one vocabulary: " + term.id());
        }
        for (var term : terms) {
            if (term.parent() != null && !byCode.containsKey(term.parent()))
                throw new IllegalArgumentException(term.id() + " names a parent that is not there: " + term.parent());
        }
        return new Edition(scheme, Collections.unmodifiableMap(byCode));
    }

    boolean sameVersionAs(Edition other) {
        return scheme.name().equals(other.scheme.name()) && scheme.version().equals(other.scheme.version());
    }
}
