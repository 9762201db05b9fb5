package org.throughline.stocktaking;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.throughline.stocktaking.RegisterQuery.Sort;
import org.throughline.stocktaking.RegisterResult.FacetCount;

/// The sets of numbers that have each value of each facet, and the orders they can be shown in. Not safe for several
/// threads; [RegisterIndex] sees to that.
final class Board {

    private RoaringBitmap everything = new RoaringBitmap();
    private Map<Facet, Map<String, Members>> sets = new EnumMap<>(Facet.class);
    private Columns columns = new Columns();
    private Orders orders = new Orders(columns);
    private long day = -1;

    /// For which day (since 1970) the lights are right.
    long day() {
        return day;
    }

    void become(Board other) {
        everything = other.everything;
        sets = other.sets;
        columns = other.columns;
        orders = other.orders;
        day = other.day;
    }

    /// Takes these numbers out, and these rows in: what became of some entries.
    void replace(Set<Long> numbers, List<IndexRows.Row> rows) {
        RoaringBitmap gone = new RoaringBitmap();
        numbers.forEach(number -> gone.add(Math.toIntExact(number)));
        rows.forEach(row -> gone.add(row.number()));
        gone.and(everything);
        orders.without(gone);
        sets.values().forEach(values -> values.values().forEach(set -> set.remove(gone)));
        everything.andNot(gone);
        RoaringBitmap fresh = new RoaringBitmap();
        rows.forEach(row -> {
            put(row);
            fresh.add(row.number());
        });
        orders.with(fresh);
    }

    /// Takes in a row of an entry that is not there yet.
    void put(IndexRows.Row row) {
        int number = row.number();
        everything.add(number);
        columns.put(row);
        row.facets()
                .forEach((facet, values) ->
                        values.forEach(value -> set(facet, value).add(number)));
        if (day >= 0) set(Facet.LIGHT, columns.light(number, day).word()).add(number);
    }

    private Members set(Facet facet, String value) {
        return sets.computeIfAbsent(facet, any -> new HashMap<>()).computeIfAbsent(value, any -> new Members());
    }

    /// Makes the lights those of a day.
    void turn(long day) {
        if (this.day == day) return;
        this.day = day;
        sets.remove(Facet.LIGHT);
        everything.forEach((int number) ->
                set(Facet.LIGHT, columns.light(number, day).word()).add(number));
    }

    /// Those that have one of the wanted values of each facet named, one facet left out where it is given.
    RoaringBitmap matching(Map<Facet, List<String>> wanted, @Nullable Facet without, @Nullable RoaringBitmap among) {
        RoaringBitmap result = among == null ? everything : RoaringBitmap.and(everything, among);
        for (var one : wanted.entrySet()) {
            if (one.getKey() == without) continue;
            RoaringBitmap any = new RoaringBitmap();
            Map<String, Members> values = sets.getOrDefault(one.getKey(), Map.of());
            for (String value : one.getValue())
                if (values.containsKey(value)) any.or(values.get(value).set());
            result = RoaringBitmap.and(result, any);
        }
        return result;
    }

    /// How many of `base` each value of a facet has, the most frequent first; values that none has are left out.
    List<FacetCount> counts(Facet facet, RoaringBitmap base) {
        return counts(facet, base == everything ? Members::size : among(base));
    }

    /// The same for several facets at once.
    Map<Facet, List<FacetCount>> counts(Collection<Facet> facets, RoaringBitmap base) {
        ToLongFunction<Members> among = base == everything ? Members::size : among(base);
        Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
        facets.forEach(facet -> counts.put(facet, counts(facet, among)));
        return counts;
    }

    private static ToLongFunction<Members> among(RoaringBitmap base) {
        long[] bits = Members.bits(base);
        return members -> members.among(bits);
    }

    private List<FacetCount> counts(Facet facet, ToLongFunction<Members> among) {
        return sets.getOrDefault(facet, Map.of()).entrySet().stream()
                .map(one -> new FacetCount(one.getKey(), among.applyAsLong(one.getValue())))
                .filter(count -> count.count() > 0)
                .sorted((a, b) -> a.count() != b.count()
                        ? Long.compare(b.count(), a.count())
                        : a.value().compareTo(b.value()))
                .toList();
    }

    /// How many of `base` have both a value of one facet and one of another, by both values; none is left out.
    Map<String, Map<String, Long>> crossed(Facet rows, Facet across, RoaringBitmap base) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        sets.getOrDefault(rows, Map.of()).forEach((row, set) -> {
            RoaringBitmap inRow = RoaringBitmap.and(set.set(), base);
            if (inRow.isEmpty()) return;
            long[] bits = Members.bits(inRow);
            sets.getOrDefault(across, Map.of()).forEach((value, other) -> {
                long both = other.among(bits);
                if (both > 0)
                    counts.computeIfAbsent(row, any -> new TreeMap<>()).put(value, both);
            });
        });
        return counts;
    }

    /// The numbers of `base` in an order, from `offset` on, at most `limit`.
    List<Long> page(Sort sort, RoaringBitmap base, int offset, int limit) {
        return new Numbers(orders.page(sort == Sort.BEST_MATCH ? Sort.NEWEST : sort, everything, base, offset, limit));
    }
}
