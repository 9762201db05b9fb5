package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.chart.Chart;
import org.throughline.search.SearchResults.Marked;

/// The projects of a register that match what the reader chose.
///
/// @param path of the list without a language, for forms
/// @param total how many match; `of` how many there are
/// @param down whether the words could not be looked for, because the index does not answer
/// @param exact the query, with its question mark, of files and feeds of exactly this result; `inApi` that of the API
/// @param picture the picture of the result where that is what is shown
/// @param named filters that are called like words of the search
/// @param hidden what the search form keeps besides the words
public record ProjectListPage(
        String path,
        String heading,
        String text,
        String view,
        long total,
        long of,
        List<Line> lines,
        @Nullable Picture picture,
        List<FacetBox> facets,
        List<Chip> chips,
        int filters,
        List<Link> views,
        List<Link> sorts,
        List<Kept> hidden,
        String exact,
        String inApi,
        @Nullable String previous,
        @Nullable String next,
        String pageOf,
        boolean down,
        boolean building,
        boolean similar,
        List<Link> named,
        @Nullable Elsewhere elsewhere) {

    /// One project.
    ///
    /// @param title and `snippet` with what was looked for marked
    /// @param language that of the words; `direction` its own
    public record Line(
            long number,
            Marked title,
            Marked snippet,
            String language,
            String direction,
            String entity,
            String meta,
            String light,
            String shape,
            Cells cells) {}

    /// What the table shows of a project.
    public record Cells(String country, String lines, String goals, String years, String status, String completeness) {}

    /// A picture of the result, with what its codes stand for.
    ///
    /// @param key what is seen in it, each with the list that it counts
    /// @param others what is in it without a count, behind `othersTitle`
    public record Picture(Chart chart, String keyTitle, List<Key> key, String othersTitle, List<Key> others) {}

    /// @param code as it stands in the picture; empty where the name has it
    public record Key(String code, String name, String count, String url) {}

    /// One facet; the rarer values are folded away, and where there are very many, on a page with all of them.
    ///
    /// @param all the address at which all of them are shown; empty where they are here
    public record FacetBox(
            String name, String title, List<FacetValue> first, List<FacetValue> others, String all, int size) {}

    /// @param url the list with this value chosen, or without it when it is chosen now
    public record FacetValue(String label, String count, boolean chosen, String url) {}

    /// Something the reader chose, with the list without it.
    public record Chip(String label, String url) {}

    /// An address; without one it is what is shown.
    public record Link(String label, String url) {}

    public record Kept(String name, String value) {}

    /// Where to look when nothing was found.
    ///
    /// @param withoutFilters empty when none is set
    public record Elsewhere(String withoutFilters, String withoutWords, String everywhere) {}

    public boolean isList() {
        return view.equals("list");
    }

    public boolean isTable() {
        return view.equals("table");
    }

    public boolean isEmptyRegister() {
        return of == 0;
    }
}
