package org.throughline.mandates.web;

import java.util.List;
import org.throughline.platform.WordDiff;
import org.throughline.platform.web.Option;

/// Two revisions side by side.
///
/// @param oldParagraphs and `newParagraphs` how many of each are on record
public record ComparePage(
        String slug,
        String name,
        List<Option> from,
        List<Option> to,
        String before,
        String after,
        int oldParagraphs,
        int newParagraphs,
        List<Row> rows) {

    /// @param state whether it is the same, changed, new or gone
    /// @param official whether it is the words of the document, and not ours
    public record Row(String label, String state, String language, boolean official, List<WordDiff.Piece> pieces) {}
}
