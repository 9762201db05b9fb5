package org.throughline.stocktaking;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.throughline.stocktaking.RegisterQuery.Sort;

/// By number: what lists are ordered by. Days are since 1970.
final class Columns {

    // Titles that are the same so far keep the order of their numbers.
    private static final int TITLE_LONGS = 4;
    private static final int NEVER = Integer.MIN_VALUE;

    private long[] published = new long[0];
    private int[] confirmed = new int[0];
    private boolean[] closed = new boolean[0];
    private int[] started = new int[0];
    private byte[] completeness = new byte[0];
    private long[] title = new long[0];

    void put(IndexRows.Row row) {
        int number = row.number();
        hold(number);
        published[number] = row.publishedAt().toEpochMilli();
        confirmed[number] =
                (int) LocalDate.ofInstant(row.confirmedAt(), ZoneOffset.UTC).toEpochDay();
        closed[number] = row.closedAt() != null;
        started[number] = row.startsOn() == null ? NEVER : (int) row.startsOn().toEpochDay();
        completeness[number] = (byte) row.completeness();
        ByteBuffer beginning = ByteBuffer.wrap(Arrays.copyOf(row.title(), TITLE_LONGS * Long.BYTES));
        for (int i = 0; i < TITLE_LONGS; i++) title[number * TITLE_LONGS + i] = beginning.getLong() ^ Long.MIN_VALUE;
    }

    private void hold(int number) {
        if (number < published.length) return;
        int size = Math.max(1024, number + 1 + number / 2);
        published = Arrays.copyOf(published, size);
        confirmed = Arrays.copyOf(confirmed, size);
        closed = Arrays.copyOf(closed, size);
        started = Arrays.copyOf(started, size);
        completeness = Arrays.copyOf(completeness, size);
        title = Arrays.copyOf(title, size * TITLE_LONGS);
    }

    Light light(int number, long day) {
        Instant at = Instant.ofEpochSecond(confirmed[number] * 86_400L);
        return Light.of(at, closed[number] ? at : null, Instant.ofEpochSecond(day * 86_400L));
    }

    /// Which of two comes first; never the same for two different numbers.
    int compare(Sort sort, int a, int b) {
        int order = switch (sort) {
            case BEST_MATCH, NEWEST -> Long.compare(published[b], published[a]);
            case OLDEST -> Long.compare(published[a], published[b]);
            case CONFIRMED -> Integer.compare(confirmed[b], confirmed[a]);
            case STARTED -> Integer.compare(started[b], started[a]);
            case COMPLETENESS -> Byte.compare(completeness[b], completeness[a]);
            case TITLE ->
                Arrays.compare(
                        title, a * TITLE_LONGS, (a + 1) * TITLE_LONGS, title, b * TITLE_LONGS, (b + 1) * TITLE_LONGS);
        };
        if (order != 0) return order;
        return sort == Sort.OLDEST || sort == Sort.TITLE ? Integer.compare(a, b) : Integer.compare(b, a);
    }
}
