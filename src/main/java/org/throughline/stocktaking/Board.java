package org.throughline.stocktaking;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.throughline.stocktaking.RegisterQuery.Sort;
import org.throughline.stocktaking.RegisterResult.FacetCount;

/// The sets of numbers that have each value of each facet, and the orders they can be shown in. Not safe for several
/// threads; [RegisterIndex] sees to that.
final class Board {

    // Titles that are the same so far keep the order of their numbers.
    private static final int TITLE_LONGS = 4;
    private static final int NEVER = Integer.MIN_VALUE;

    private RoaringBitmap everything = new RoaringBitmap();
    private Map<Facet, Map<String, RoaringBitmap>> sets = new EnumMap<>(Facet.class);
    private Columns columns = new Columns();
    private final Map<Sort, Order> orders = new ConcurrentHashMap<>();
    private long day = -1;

    /// By number: what the orders go by. Days are since 1970.
    private static final class Columns {
        long[] published = new long[0];
        int[] confirmed = new int[0];
        boolean[] closed = new boolean[0];
        int[] started = new int[0];
        byte[] completeness = new byte[0];
        long[] title = new long[0];

        void hold(int number) {
            if (number < published.length) return;
            int size = Math.max(1024, number + 1 + number / 2);
            published = Arrays.copyOf(published, size);
            confirmed = Arrays.copyOf(confirmed, size);
            closed = Arrays.copyOf(closed, size);
            started = Arrays.copyOf(started, size);
            completeness = Arrays.copyOf(completeness, size);
            title = Arrays.copyOf(title, size * TITLE_LONGS);
        }
    }

    /// For which day (since 1970) the lights are right.
    long day() {
        return day;
    }

    void become(Board other) {
        everything = other.everything;
        sets = other.sets;
        columns = other.columns;
        day = other.day;
        orders.clear();
    }

    void put(IndexRows.Row row) {
        int number = row.number();
        remove(number);
        columns.hold(number);
        everything.add(number);
        columns.published[number] = row.publishedAt().toEpochMilli();
        columns.confirmed[number] = dayOf(row.confirmedAt());
        columns.closed[number] = row.closedAt() != null;
        columns.started[number] =
                row.startsOn() == null ? NEVER : (int) row.startsOn().toEpochDay();
        columns.completeness[number] = (byte) row.completeness();
        ByteBuffer title = ByteBuffer.wrap(Arrays.copyOf(row.title(), TITLE_LONGS * Long.BYTES));
        for (int i = 0; i < TITLE_LONGS; i++)
            columns.title[number * TITLE_LONGS + i] = title.getLong() ^ Long.MIN_VALUE;
        row.facets()
                .forEach((facet, values) ->
                        values.forEach(value -> set(facet, value).add(number)));
        if (day >= 0) set(Facet.LIGHT, light(number).word()).add(number);
        orders.values().forEach(order -> order.add(number));
    }

    void remove(long wanted) {
        int number = Math.toIntExact(wanted);
        if (!everything.contains(number)) return;
        orders.values().forEach(order -> order.remove(number));
        everything.remove(number);
        sets.values().forEach(values -> values.values().forEach(set -> set.remove(number)));
    }

    /// Before so many changes that sorting again is cheaper than moving each into its place.
    void forgetOrders() {
        orders.clear();
    }

    private RoaringBitmap set(Facet facet, String value) {
        return sets.computeIfAbsent(facet, any -> new HashMap<>()).computeIfAbsent(value, any -> new RoaringBitmap());
    }

    private static int dayOf(Instant at) {
        return (int) LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
    }

    private Light light(int number) {
        Instant confirmed = Instant.ofEpochSecond(columns.confirmed[number] * 86_400L);
        Instant now = Instant.ofEpochSecond(day * 86_400L);
        return Light.of(confirmed, columns.closed[number] ? confirmed : null, now);
    }

    /// Makes the lights those of a day.
    void turn(long day) {
        if (this.day == day) return;
        this.day = day;
        sets.remove(Facet.LIGHT);
        everything.forEach(
                (int number) -> set(Facet.LIGHT, light(number).word()).add(number));
    }

    /// Those that have one of the wanted values of each facet named, one facet left out where it is given.
    RoaringBitmap matching(Map<Facet, List<String>> wanted, @Nullable Facet without, @Nullable RoaringBitmap among) {
        RoaringBitmap result = among == null ? everything : RoaringBitmap.and(everything, among);
        for (var one : wanted.entrySet()) {
            if (one.getKey() == without) continue;
            RoaringBitmap any = new RoaringBitmap();
            Map<String, RoaringBitmap> values = sets.getOrDefault(one.getKey(), Map.of());
            for (String value : one.getValue()) if (values.containsKey(value)) any.or(values.get(value));
            result = RoaringBitmap.and(result, any);
        }
        return result;
    }

    /// How many of `base` each value of a facet has, the most frequent first; values that none has are left out.
    List<FacetCount> counts(Facet facet, RoaringBitmap base) {
        return sets.getOrDefault(facet, Map.of()).entrySet().stream()
                .map(one -> new FacetCount(one.getKey(), among(one.getValue(), base)))
                .filter(count -> count.count() > 0)
                .sorted((a, b) -> a.count() != b.count()
                        ? Long.compare(b.count(), a.count())
                        : a.value().compareTo(b.value()))
                .toList();
    }

    private long among(RoaringBitmap set, RoaringBitmap base) {
        return base == everything ? set.getLongCardinality() : RoaringBitmap.andCardinality(set, base);
    }

    /// How many of `base` have both a value of one facet and one of another, by both values; none is left out.
    Map<String, Map<String, Long>> crossed(Facet rows, Facet across, RoaringBitmap base) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        sets.getOrDefault(rows, Map.of()).forEach((row, set) -> {
            RoaringBitmap inRow = RoaringBitmap.and(set, base);
            if (inRow.isEmpty()) return;
            sets.getOrDefault(across, Map.of()).forEach((value, other) -> {
                long both = RoaringBitmap.andCardinality(inRow, other);
                if (both > 0)
                    counts.computeIfAbsent(row, any -> new TreeMap<>()).put(value, both);
            });
        });
        return counts;
    }

    /// The numbers of `base` in an order, from `offset` on, at most `limit`.
    List<Long> page(Sort sort, RoaringBitmap base, int offset, int limit) {
        long[] page = new long[Math.min(limit, Math.max(0, base.getCardinality() - offset))];
        Order order = order(sort == Sort.BEST_MATCH ? Sort.NEWEST : sort);
        int seen = 0;
        int taken = 0;
        for (int i = 0; i < order.size && taken < page.length; i++)
            if (base == everything || base.contains(order.numbers[i]))
                if (seen++ >= offset) page[taken++] = order.numbers[i];
        return Arrays.stream(page, 0, taken).boxed().toList();
    }

    private Order order(Sort sort) {
        return orders.computeIfAbsent(sort, wanted -> new Order(wanted, everything.toArray()));
    }

    /// All numbers in one order; what changes is moved into its place.
    private final class Order {

        private final Sort sort;
        private int[] numbers;
        private int size;

        Order(Sort sort, int[] all) {
            this.sort = sort;
            this.numbers = Arrays.stream(all)
                    .boxed()
                    .sorted(this::compare)
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.size = all.length;
        }

        // Two different numbers are never equal, so that each has one place only.
        private int compare(int a, int b) {
            int order = Board.this.compare(sort, a, b);
            return order != 0 ? order : Integer.compare(b, a);
        }

        void add(int number) {
            int place = place(number);
            if (size == numbers.length) numbers = Arrays.copyOf(numbers, size + size / 8 + 16);
            System.arraycopy(numbers, place, numbers, place + 1, size - place);
            numbers[place] = number;
            size++;
        }

        void remove(int number) {
            int place = place(number);
            System.arraycopy(numbers, place + 1, numbers, place, size - place - 1);
            size--;
        }

        // Where it stands, or would stand.
        private int place(int number) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (compare(numbers[middle], number) < 0) low = middle + 1;
                else high = middle;
            }
            return low;
        }
    }

    private int compare(Sort sort, int a, int b) {
        return switch (sort) {
            case BEST_MATCH, NEWEST -> Long.compare(columns.published[b], columns.published[a]);
            case OLDEST -> {
                int order = Long.compare(columns.published[a], columns.published[b]);
                yield order != 0 ? order : Integer.compare(a, b);
            }
            case CONFIRMED -> Integer.compare(columns.confirmed[b], columns.confirmed[a]);
            case STARTED -> Integer.compare(columns.started[b], columns.started[a]);
            case COMPLETENESS -> Byte.compare(columns.completeness[b], columns.completeness[a]);
            case TITLE -> {
                int order = Arrays.compare(
                        columns.title,
                        a * TITLE_LONGS,
                        (a + 1) * TITLE_LONGS,
                        columns.title,
                        b * TITLE_LONGS,
                        (b + 1) * TITLE_LONGS);
                yield order != 0 ? order : Integer.compare(a, b);
            }
        };
    }
}
