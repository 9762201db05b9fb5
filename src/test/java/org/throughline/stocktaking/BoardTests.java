package org.throughline.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.throughline.stocktaking.RegisterQuery.Sort;

class BoardTests {

    private static final long DAY = LocalDate.of(2026, 11, 23).toEpochDay();
    private final Random random = new Random(11);

    private IndexRows.Row row(int number) {
        Instant then = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(100_000_000));
        byte[] title = new byte[random.nextInt(20)];
        random.nextBytes(title);
        return new IndexRows.Row(
                number,
                Map.of(Facet.SDG, List.of(String.valueOf(1 + random.nextInt(3)))),
                then,
                then,
                null,
                random.nextBoolean() ? null : LocalDate.of(2000 + random.nextInt(20), 1, 1),
                random.nextInt(101),
                title);
    }

    @Test
    void aChangedBoardIsInTheOrderOfAFreshOne() {
        Board changed = new Board();
        changed.turn(DAY);
        List<IndexRows.Row> rows = new ArrayList<>();
        for (int number = 1; number <= 300; number++) {
            rows.add(row(number));
            changed.put(rows.getLast());
        }
        for (Sort sort : Sort.values()) page(changed, sort);
        for (int i = 0; i < 100; i++) {
            Set<Long> numbers = new TreeSet<>();
            for (int n = random.nextInt(5); n >= 0; n--) numbers.add(1 + random.nextLong(350));
            List<IndexRows.Row> found = new ArrayList<>();
            for (long number : numbers) if (random.nextInt(4) > 0) found.add(row((int) number));
            rows.removeIf(row -> numbers.contains((long) row.number()));
            rows.addAll(found);
            changed.replace(numbers, found);
        }
        Board fresh = new Board();
        rows.forEach(fresh::put);
        fresh.turn(DAY);
        for (Sort sort : Sort.values()) assertThat(page(changed, sort)).isEqualTo(page(fresh, sort));
        for (Facet facet : List.of(Facet.SDG, Facet.LIGHT))
            assertThat(changed.counts(facet, everything(changed))).isEqualTo(fresh.counts(facet, everything(fresh)));
    }

    @Test
    void aPageOfFewIsPickedInTheSameOrderAsAmongAll() {
        Board board = new Board();
        board.turn(DAY);
        for (int number = 1; number <= 2_000; number++) board.put(row(number));
        for (int some : List.of(3, 60, 90, 700)) {
            var few = new org.roaringbitmap.RoaringBitmap();
            while (few.getCardinality() < some) few.add(1 + random.nextInt(2_000));
            for (Sort sort : Sort.values()) {
                List<Long> all = board.page(sort, everything(board), 0, 2_000).stream()
                        .filter(number -> few.contains(number.intValue()))
                        .toList();
                assertThat(board.page(sort, few, 0, 2_000)).isEqualTo(all);
                assertThat(board.page(sort, few, 1, 2)).isEqualTo(all.subList(1, 3));
            }
        }
    }

    private static org.roaringbitmap.RoaringBitmap everything(Board board) {
        return board.matching(Map.of(), null, null);
    }

    private static List<Long> page(Board board, Sort sort) {
        return board.page(sort, everything(board), 0, 1_000);
    }

    @Test
    void aDayTurnsTheLights() {
        Board board = new Board();
        Instant confirmed = Instant.parse("2025-11-23T12:00:00Z");
        board.put(new IndexRows.Row(1, Map.of(), confirmed, confirmed, null, null, 0, new byte[0]));
        board.turn(DAY - 1);
        assertThat(board.counts(Facet.LIGHT, everything(board)).getFirst().value())
                .isEqualTo("fresh");
        board.turn(DAY);
        assertThat(board.counts(Facet.LIGHT, everything(board)).getFirst().value())
                .isEqualTo("due");
    }
}
