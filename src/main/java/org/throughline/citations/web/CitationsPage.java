package org.throughline.citations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.FormErrors;

/// The page with the form and, after it was sent, what was found.
///
/// @param date the text's own, as it was typed
/// @param result absent before anything was asked
public record CitationsPage(
        String text, String date, @Nullable Result result, FormErrors errors) {

    /// @param places how many places cite something
    /// @param superseded how many of them something that has been replaced
    /// @param unknown how many of them nothing that is on record
    /// @param lines each thing that is cited once
    /// @param pieces the text, cut where citations begin and end
    public record Result(int places, int superseded, int unknown, List<Line> lines, List<Piece> pieces) {}

    /// @param quote as the first place writes it
    /// @param name of the instrument in full; empty for what is not on record
    /// @param address of the instrument; empty for what is not on record
    /// @param flag what has become of it, in words
    /// @param then the same for the text's own date; empty where that is not known
    /// @param first the anchor of the first place
    public record Line(String quote, String name, String address, Flag flag, String then, int places, String first) {}

    /// @param warns whether somebody should look at it
    public record Flag(String words, boolean warns) {}

    /// @param anchor empty for what lies between citations
    /// @param flag in words beside the citation; empty where there is nothing to say
    public record Piece(String text, String anchor, String address, String flag) {}
}
