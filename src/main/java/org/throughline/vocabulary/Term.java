package org.throughline.vocabulary;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;

/// One entry of a vocabulary: its code never changes meaning; names and attributes belong to the version it was
/// read from.
public record Term(
        TermId id,
        @Nullable String parent,
        LocalizedText names,
        LocalizedText notes,
        int position,
        Map<String, String> attributes) {

    public Term {
        // In a fixed order, so that files and hashes made from a term are the same every time.
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    public String code() {
        return id.code();
    }

    /// The name for a reader of `language`; the code where there is no name at all.
    public String name(String language) {
        return names.isEmpty() ? code() : names.textFor(language);
    }

    public Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }
}
