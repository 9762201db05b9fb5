package org.throughline.search;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.throughline.search.SearchResults.State;

/// Everything of one kind that matches, by the numbers its owner calls it by; for owners that count and narrow by
/// themselves.
///
/// @param numbers in no order
/// @param scores how well each of them matches; empty where that was not asked for
/// @param similar whether nothing matched as typed and words spelled alike were taken instead
/// @param searched the terms that were looked for
public record Matches(State state, int[] numbers, float[] scores, boolean similar, List<String> searched) {

    static Matches nothing(State state, List<String> searched) {
        return new Matches(state, new int[0], new float[0], false, searched);
    }

    /// Those that are wanted, the best first and of equals the higher number, from `offset` on.
    public List<Long> best(IntPredicate wanted, int offset, int limit) {
        long[] ordered = IntStream.range(0, numbers.length)
                .filter(i -> wanted.test(numbers[i]))
                .mapToLong(i -> ((long) Float.floatToIntBits(scores[i]) << 32) | numbers[i])
                .toArray();
        // A score is never negative, so that its bits are in its order.
        Arrays.sort(ordered);
        return IntStream.range(Math.min(offset, ordered.length), (int) Math.min((long) offset + limit, ordered.length))
                .mapToObj(i -> ordered[ordered.length - 1 - i] & 0xFFFF_FFFFL)
                .toList();
    }
}
