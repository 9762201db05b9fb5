package org.throughline.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.search.SearchResults.Marked;
import org.throughline.search.SearchResults.State;

/// What the search page shows.
///
/// @param q what was typed
/// @param unsearchable whether nothing of it can be looked for
public record SearchPage(
        String q,
        State state,
        boolean unsearchable,
        long total,
        boolean similar,
        List<Result> results,
        List<Chip> chips,
        List<Choice> kinds,
        List<Choice> languages,
        List<Sort> sorts,
        @Nullable String previous,
        @Nullable String next,
        int page) {

    /// @param foreign the name of the result's language when it is not the reader's
    /// @param titleLanguage that of the result, or the reader's where a name stands for the title
    public record Result(
            String url,
            String kind,
            String language,
            String dir,
            @Nullable String foreign,
            Marked title,
            String titleLanguage,
            String titleDir,
            Marked snippet,
            @Nullable String date) {}

    /// A filter that is chosen and the address without it.
    public record Chip(String name, @Nullable String language, String without) {}

    /// A filter that can be chosen, with the number of results it leaves.
    public record Choice(String name, @Nullable String language, long count, String url) {}

    /// An order of the results with its address; without one it is the order shown.
    public record Sort(String name, @Nullable String url) {}

    static SearchPage empty() {
        return new SearchPage(
                "", State.READY, false, 0, false, List.of(), List.of(), List.of(), List.of(), List.of(), null, null, 1);
    }

    public boolean asked() {
        return !q.isBlank();
    }

    public boolean unavailable() {
        return state == State.UNAVAILABLE;
    }

    public boolean building() {
        return state == State.BUILDING;
    }
}
