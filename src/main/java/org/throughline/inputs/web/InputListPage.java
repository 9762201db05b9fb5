package org.throughline.inputs.web;

import java.util.List;
import java.util.Map;
import org.throughline.calls.Call;
import org.throughline.inputs.InputLine;
import org.throughline.platform.web.Frame;
import org.throughline.search.SearchResults.Marked;
import org.throughline.vocabulary.TermNames;

/// The published inputs of a call that match what the reader chose.
///
/// @param snippets where the words were found, by the input's number; empty when nothing was searched
/// @param searchDown whether the index could not be asked; `similar` whether words spelled alike were taken
/// @param total how many match; `published` how many there are
/// @param query the address' query without the page, for feeds and files of exactly this list
/// @param next the address' query of the next page; empty on the last
public record InputListPage(
        Call call,
        String text,
        List<InputLine> lines,
        Map<Integer, Marked> snippets,
        long total,
        long published,
        List<FacetBox> facets,
        List<Chip> chips,
        List<Sort> sorts,
        String query,
        String next,
        boolean first,
        boolean searchDown,
        boolean similar,
        TermNames terms) {

    /// How many values are chosen, of all facets together; words searched for are not among them.
    public int filters() {
        return chips.size() - (text.isEmpty() ? 0 : 1);
    }

    /// The line under an input: number, type, country, region, language, endorsers.
    public String meta(Frame frame, InputLine line) {
        String place = line.country() == null ? "" : terms.country(line.country(), frame.language()) + " · ";
        String joint = line.endorsers() == 0 ? "" : " · " + frame.t("inputs.list.endorsers", line.endorsers());
        return frame.t("inputs.list.number", line.number()) + " · "
                + terms.type(line.stakeholderType(), frame.language()) + " · " + place
                + terms.region(line.region(), frame.language()) + " · "
                + terms.language(line.language(), frame.language()) + joint;
    }

    /// One facet with its values, most frequent first; the rarer ones are folded away.
    public record FacetBox(String name, String title, List<FacetValue> values) {

        private static final int FIRST = 10;

        public List<FacetValue> first() {
            return values.subList(0, Math.min(FIRST, values.size()));
        }

        public List<FacetValue> others() {
            return values.subList(first().size(), values.size());
        }
    }

    /// @param query the address' query with this value chosen, or taken away when it is chosen now
    public record FacetValue(String label, long count, boolean chosen, String query) {}

    /// An order of the list with its address; without one it is the order shown.
    public record Sort(String label, String url) {}

    /// Something the reader chose, with the query without it.
    public record Chip(String label, String query) {}
}
