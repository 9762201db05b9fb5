package org.throughline.stocktaking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final OwnFields own;

    Projects(RegisterIndex index, Search search, OwnFields own) {
        this.index = index;
        this.search = search;
        this.own = own;
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

    /// The same for the fields that only the form of the one register asked about has, in the form's order. A field
    /// that is chosen from is counted without its own choice.
    public Map<String, List<FacetCount>> counted(RegisterQuery query) {
        List<String> registers = query.facets().getOrDefault(Facet.COLLECTION, List.of());
        Map<String, Map<String, RoaringBitmap>> sets = registers.size() == 1 ? own.of(registers.getFirst()) : Map.of();
        if (sets.isEmpty()) return Map.of();
        Words words = words(query);
        Map<String, List<FacetCount>> counts = new LinkedHashMap<>();
        sets.forEach((field, values) -> {
            RoaringBitmap among = query.own().containsKey(field)
                    ? within(words.found(), own.matching(query, field))
                    : words.matching();
            RoaringBitmap base = index.ask(board -> board.matching(query.facets(), null, among));
            List<FacetCount> some = values.entrySet().stream()
                    .map(one -> new FacetCount(one.getKey(), RoaringBitmap.andCardinality(one.getValue(), base)))
                    .filter(one -> one.count() > 0)
                    .sorted(Comparator.comparingLong(FacetCount::count)
                            .reversed()
                            .thenComparing(FacetCount::value))
                    .toList();
            if (!some.isEmpty()) counts.put(field, some);
        });
        return counts;
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
    /// @param matching what has them and what was chosen of the register's own fields; absent where neither was
    /// asked for
    private record Words(@Nullable Matches found, @Nullable RoaringBitmap matching) {

        State state() {
            return found == null ? State.READY : found.state();
        }

        boolean similar() {
            return found != null && found.similar();
        }
    }

    private Words words(RegisterQuery query) {
        Matches found = query.text().isEmpty() ? null : search.matches(asked(query));
        return new Words(found, within(found, own.matching(query, null)));
    }

    // What both have; nothing where there is neither.
    private static @Nullable RoaringBitmap within(@Nullable Matches found, @Nullable RoaringBitmap chosen) {
        if (found == null) return chosen;
        RoaringBitmap matching = new RoaringBitmap();
        matching.add(found.numbers());
        if (chosen != null) matching.and(chosen);
        return matching;
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
