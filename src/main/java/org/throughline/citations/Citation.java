package org.throughline.citations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in a text that names an instrument or a document.
///
/// @param start in UTF-16 code units, as Java and JavaScript count
/// @param citable what it names; absent where that is not on record or not certain
/// @param revision which of its revisions it names; absent where it names none, or one that is not on record
/// @param named the revision as the text writes it, such as `Rev. Bucharest, 2022`; empty where it names none
/// @param symbol of a document in one spelling, such as `CWG-WSIS&SDG-40/12`; empty for what is no document
/// @param paragraphs of it that the text names beside it, as they are cited
public record Citation(
        int start,
        int end,
        String quote,
        @Nullable Citable citable,
        Citable.@Nullable Revision revision,
        String named,
        String symbol,
        List<String> paragraphs) {

    /// Whether it names a document and not what a body adopted.
    public boolean ofDocument() {
        return !symbol.isEmpty();
    }

    /// Whether it names a revision that is not on record of something that is.
    public boolean ofUnknownRevision() {
        return citable != null && revision == null && !named.isEmpty();
    }
}
