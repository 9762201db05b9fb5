package org.throughline.citations;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An instrument that a thing names.
///
/// @param instrument its slug
/// @param revision the label of the revision that is named; absent where none is, or one that is not on record
/// @param named that revision as the words have it, where it is not on record; else empty
/// @param quote the words that name it
/// @param language of those words
/// @param paragraphs that are named with it
public record Found(
        String instrument,
        @Nullable String revision,
        String named,
        String quote,
        String language,
        List<String> paragraphs) {

    private static final int LONGEST_QUOTE = 300;

    public Found {
        if (quote.isBlank()) throw new IllegalArgumentException("Nothing is quoted that names " + instrument);
        if (quote.length() > LONGEST_QUOTE)
            quote = quote.substring(0, LONGEST_QUOTE - 1).strip() + "…";
        paragraphs = List.copyOf(paragraphs);
    }

    /// What was found in a text; nothing for what is not on record.
    ///
    /// @param language of the text
    public static Optional<Found> of(Citation citation, String language) {
        Citable citable = citation.citable();
        if (citable == null) return Optional.empty();
        Citable.Revision revision = citation.revision();
        return Optional.of(new Found(
                citable.slug(),
                revision == null ? null : revision.label(),
                citation.ofUnknownRevision() ? citation.named() : "",
                citation.quote().replaceAll("\\s{1,100}", " "),
                language,
                citation.paragraphs()));
    }
}
