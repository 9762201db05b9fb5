package org.throughline.stocktaking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import org.throughline.search.Matches;
import org.throughline.search.Search;
import org.throughline.search.SearchQuery;
import org.throughline.search.SearchQuery.Order;
import org.throughline.search.SearchResults.Hit;
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
        RegisterResult bare = index.ask(board -> {
            RoaringBitmap base = board.matching(query.facets(), null, words.matching());
            List<Facet> open = counted.stream()
                    .filter(facet -> !query.facets().containsKey(facet))
                    .toList();
            Map<Facet, List<FacetCount>> counts = board.counts(open, base);
            // A facet that is chosen from is counted without its own choice, so that the other choices stay visible.
            for (Facet facet : counted)
                if (query.facets().containsKey(facet))
                    counts.put(facet, board.counts(facet, board.matching(query.facets(), facet, words.matching())));
            return new RegisterResult(
                    words.state(),
                    base.getLongCardinality(),
                    page(board, query, base, words, query.offset(), query.size()),
                    counts,
                    Map.of(),
                    words.similar());
        });
        return bare.with(hits(query, bare));
    }

    /// The numbers of everything that is found, in order; for those who take it away. Refused while words cannot be
    /// looked for: what is taken away would look as if there were nothing.
    public List<Long> numbers(RegisterQuery query) {
        Words words = words(query);
        if (words.state() == State.UNAVAILABLE) throw ProjectRefusals.searchDown();
        return index.ask(board -> page(
                board, query, board.matching(query.facets(), null, words.matching()), words, 0, Integer.MAX_VALUE));
    }

    /// How many there are.
    public long count(RegisterQuery query) {
        Words words = words(query);
        return index.ask(
                board -> board.matching(query.facets(), null, words.matching()).getLongCardinality());
    }

    /// How many of what is found have each value of a facet, its own choice included: what a picture of the result
    /// shows.
    public List<FacetCount> counted(RegisterQuery query, Facet facet) {
        Words words = words(query);
        return index.ask(board -> board.counts(facet, board.matching(query.facets(), null, words.matching())));
    }

    /// How many of what is found have each pair of values of two facets. A project with several values counts in
    /// each of its cells, so cells must not be added up.
    public Map<String, Map<String, Long>> crossed(RegisterQuery query, Facet rows, Facet across) {
        Words words = words(query);
        return index.ask(board -> board.crossed(rows, across, board.matching(query.facets(), null, words.matching())));
    }

    /// Asks the sets themselves.
    <T> T board(Function<Board, T> question) {
        return index.ask(question);
    }

    private static List<Long> page(
            Board board, RegisterQuery query, RoaringBitmap base, Words words, int offset, int limit) {
        if (words.found() == null || query.sort() != Sort.BEST_MATCH)
            return board.page(query.sort(), base, offset, limit);
        return words.found().best(base::contains, offset, limit);
    }

    /// What the search index says.
    ///
    /// @param found absent when no words were typed
    /// @param matching the same as a set
    private record Words(@Nullable Matches found, @Nullable RoaringBitmap matching) {

        State state() {
            return found == null ? State.READY : found.state();
        }

        boolean similar() {
            return found != null && found.similar();
        }
    }

    private Words words(RegisterQuery query) {
        if (query.text().isEmpty()) return new Words(null, null);
        Matches found = search.matches(asked(query));
        RoaringBitmap matching = new RoaringBitmap();
        matching.add(found.numbers());
        return new Words(found, matching);
    }

    private static SearchQuery asked(RegisterQuery query) {
        return SearchQuery.of(query.text(), query.language())
                .ofKinds(List.of(ProjectSearch.KIND))
                .ordered(query.sort() == Sort.BEST_MATCH ? Order.BEST_MATCH : Order.NEWEST);
    }

    private Map<Long, Hit> hits(RegisterQuery query, RegisterResult result) {
        if (query.text().isEmpty() || result.numbers().isEmpty()) return Map.of();
        List<String> keys = result.numbers().stream().map(Object::toString).toList();
        Map<Long, Hit> hits = new HashMap<>();
        for (Hit hit : search.marked(asked(query), result.similar(), ProjectSearch.KIND, keys))
            hits.put(Long.valueOf(hit.key()), hit);
        return hits;
    }
}
