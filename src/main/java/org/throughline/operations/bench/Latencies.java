package org.throughline.operations.bench;

/// Counts durations in buckets that are two per cent wide, so that percentiles of millions of requests cost no
/// memory.
final class Latencies {

    private static final double GROWTH = Math.log(1.02);
    private static final int BUCKETS = 1_200;

    private final long[] counts = new long[BUCKETS];
    private long count;
    private long longest;

    void record(long nanos) {
        int bucket = (int) (Math.log(Math.max(1, nanos / 1_000.0)) / GROWTH);
        counts[Math.min(bucket, BUCKETS - 1)]++;
        count++;
        longest = Math.max(longest, nanos);
    }

    void add(Latencies other) {
        for (int i = 0; i < BUCKETS; i++) counts[i] += other.counts[i];
        count += other.count;
        longest = Math.max(longest, other.longest);
    }

    long count() {
        return count;
    }

    double maxMillis() {
        return longest / 1e6;
    }

    /// The duration in milliseconds that this share of all requests did not exceed.
    double millis(double share) {
        long wanted = (long) Math.ceil(count * share);
        long passed = 0;
        for (int i = 0; i < BUCKETS; i++) {
            passed += counts[i];
            if (passed >= wanted) return Math.exp((i + 1) * GROWTH) / 1_000.0;
        }
        return maxMillis();
    }
}
