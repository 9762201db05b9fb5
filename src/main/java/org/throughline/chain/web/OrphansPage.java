package org.throughline.chain.web;

import java.util.List;
import org.throughline.platform.LocalizedText;

/// Where the chain breaks off.
///
/// @param unused outputs that are there and went into nothing on record
/// @param unfounded outputs of which nothing says what they rest on
/// @param outputs how many there are in all
/// @param calls what became of the inputs of each public call
public record OrphansPage(List<OutputLine> unused, List<OutputLine> unfounded, int outputs, List<CallLine> calls) {

    /// @param numbers of published inputs that no sentence cites, a hundred at most
    /// @param more how many there are beyond these
    public record CallLine(
            String slug,
            LocalizedText title,
            boolean summarised,
            long received,
            long published,
            long unpublished,
            long withdrawn,
            long duplicates,
            long unused,
            String share,
            long unquotable,
            List<Integer> numbers,
            long more) {}
}
