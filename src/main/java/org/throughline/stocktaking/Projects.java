package org.throughline.stocktaking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import org.throughline.search.Search;
import org.throughline.search.SearchQuery;
import org.throughline.search.SearchResults.State;
import org.throughline.stocktaking.RegisterQuery.Sort;
import org.throughline.stocktaking.RegisterResult.FacetCount;

/// Finds entries by words and facets. Without words nothing but memory is asked; with words the search index says
/// which entries have them. Counts are of exactly the entries that match.
@Service
public class Projects {

    private final RegisterIndex index;
    private final Search search;

    Projects(RegisterIndex index, Search search) {
        this.index = index;
        this.search = search;
    }

    /// Where each facet is counted.
    public RegisterResult find(RegisterQuery query) {
        return find(query, Facet.ALL);
    }

    /// The same with only some facets counted.
    public RegisterResult find(RegisterQuery query, List<Facet> counted) {
        Words words = words(query);
        return index.ask(board -> {
            RoaringBitmap base = board.matching(query.facets(), null, words.matching());
            Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
            for (Facet facet : counted)
                counts.put(
                        facet,
                        board.counts(
                                facet,
                                query.facets().containsKey(facet)
                                        ? board.matching(query.facets(), facet, words.matching())
                                        : base));
            return new RegisterResult(
                    words.state(),
                    base.getLongCardinality(),
                    page(board, query, base, words, query.offset(), query.size()),
                    counts,
                    Map.of(),
                    words.similar());
        });
    }

    /// The numbers of everything that is found, in order; for those who take it away.
    public List<Long> numbers(RegisterQuery query) {
        Words words = words(query);
        return index.ask(board -> page(
                board, query, board.matching(query.facets(), null, words.matching()), words, 0, Integer.MAX_VALUE));
    }

    /// How many of what is found have each pair of values of two facets. A project with several values counts in
    /// each of its cells, so cells must not be added up.
    public Map<String, Map<String, Long>> crossed(RegisterQuery query, Facet rows, Facet across) {
        Words words = words(query);
        return index.ask(board -> board.crossed(rows, across, board.matching(query.facets(), null, words.matching())));
    }

    private static List<Long> page(
            Board board, RegisterQuery query, RoaringBitmap base, Words words, int offset, int limit) {
        if (words.order() == null || query.sort() != Sort.BEST_MATCH)
            return board.page(query.sort(), base, offset, limit);
        return words.order().stream()
                .filter(number -> base.contains(Math.toIntExact(number)))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    /// What the search index says.
    ///
    /// @param matching those that have the words; absent when no words were typed
    /// @param order the same, best first
    private record Words(
            State state,
            @Nullable RoaringBitmap matching,
            @Nullable List<Long> order,
            boolean similar) {}

    private Words words(RegisterQuery query) {
        if (query.text().isEmpty()) return new Words(State.READY, null, null, false);
        SearchQuery asked = SearchQuery.of(query.text(), query.language()).ofKinds(List.of(ProjectSearch.KIND));
        List<Long> keys = new ArrayList<>();
        var found = search.keys(asked);
        found.ifPresent(all -> all.forEach(key -> keys.add(Long.valueOf(key))));
        RoaringBitmap matching = new RoaringBitmap();
        keys.forEach(number -> matching.add(Math.toIntExact(number)));
        return new Words(found.isPresent() ? State.READY : State.UNAVAILABLE, matching, keys, false);
    }
}
