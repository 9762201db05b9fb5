package org.throughline.stocktaking;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/// The numbers that share one value of a facet: changed seldom, and counted among the numbers of some result for
/// nearly every page. For counting, many numbers are kept as bits, 64 to a word, and few as a list, so that neither
/// takes more steps than the register has words. Changes and questions must be kept apart, as [Board] says.
final class Members {

    private final RoaringBitmap set = new RoaringBitmap();
    private @Nullable Countable countable;

    private record Countable(long[] bits, int[] numbers) {}

    void add(int number) {
        set.add(number);
        countable = null;
    }

    void remove(RoaringBitmap gone) {
        if (!RoaringBitmap.intersects(set, gone)) return;
        set.andNot(gone);
        countable = null;
    }

    /// The set itself, to be read only.
    RoaringBitmap set() {
        return set;
    }

    long size() {
        return set.getLongCardinality();
    }

    /// How many of them are in a set of [bits][#bits(RoaringBitmap)].
    long among(long[] base) {
        Countable mine = countable;
        if (mine == null) {
            mine = countable();
            countable = mine;
        }
        long count = 0;
        int words = Math.min(base.length, mine.bits().length);
        for (int i = 0; i < words; i++) count += Long.bitCount(base[i] & mine.bits()[i]);
        for (int number : mine.numbers()) {
            int word = number >> 6;
            if (word < base.length) count += base[word] >>> number & 1;
        }
        return count;
    }

    private Countable countable() {
        if (set.isEmpty() || set.getCardinality() <= set.last() >> 6) return new Countable(new long[0], set.toArray());
        return new Countable(bits(set), new int[0]);
    }

    /// A set as bits: number `n` is bit `n % 64` of word `n / 64`.
    static long[] bits(RoaringBitmap set) {
        return BitSetUtil.bitsetOf(set).toLongArray();
    }
}
