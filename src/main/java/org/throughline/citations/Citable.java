package org.throughline.citations;

import java.util.List;

/// Something with a number or a name that texts cite.
///
/// @param slug its name in addresses, such as `pp-140`
/// @param body who adopted it, by a code of [Bodies]; others are found by their number alone
/// @param number as it is cited, such as `140` or `70/125`; empty for what is called by its name
/// @param names it goes by, in any language; those all in capitals are found in capitals only
/// @param revisions oldest first, at least one
public record Citable(String slug, String body, String number, List<String> names, List<Revision> revisions) {

    /// One of its states.
    ///
    /// @param label how it is told from the others; empty where there is one only
    /// @param symbol of the document; empty where none is known
    /// @param place where it was adopted; empty where it is not known
    /// @param adopted a year, a month or a day; empty where it is not known
    public record Revision(int position, String label, String symbol, String place, String adopted) {

        String year() {
            return adopted.length() < 4 ? "" : adopted.substring(0, 4);
        }
    }

    public Citable {
        if (revisions.isEmpty()) throw new IllegalArgumentException("Nothing of it was ever adopted: " + slug);
        names = List.copyOf(names);
        revisions = List.copyOf(revisions);
    }
}
