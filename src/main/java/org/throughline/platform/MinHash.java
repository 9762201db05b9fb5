package org.throughline.platform;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How alike two texts are, without comparing every text with every other: the share of three-word runs they have
/// in common (Jaccard), exactly for two texts and estimated from signatures for many. One-permutation MinHash, Li,
/// Owen and Zhang, NIPS 2012; empty bins borrow from the next one, Shrivastava and Li, UAI 2014.
public final class MinHash {

    static final int BINS = 128;
    private static final int BANDS = 32;
    private static final int ROWS = BINS / BANDS;
    private static final int INDEXED = 16;
    private static final int RUN = 3;
    private static final int MOST_COMPARISONS = 60;
    private static final int FIRST_HAN = 0x2E80;

    private MinHash() {}

    /// The text as it is compared: words only, in small letters; a Chinese character is a word.
    public static List<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int at = 0; at < lower.length(); ) {
            int c = lower.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean chinese = c >= FIRST_HAN && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
            boolean inside = !chinese && WordCount.isWordPart(c);
            if (inside && start < 0) start = at;
            if (!inside && start >= 0) {
                words.add(lower.substring(start, at));
                start = -1;
            }
            if (chinese) words.add(lower.substring(at, next));
            at = next;
        }
        if (start >= 0) words.add(lower.substring(start));
        return words;
    }

    public static Set<Long> runs(List<String> words) {
        Set<Long> runs = new HashSet<>();
        for (long run : runHashes(words)) runs.add(run);
        return runs;
    }

    private static long[] runHashes(List<String> words) {
        if (words.isEmpty()) return new long[0];
        long[] each = words.stream().mapToLong(MinHash::hash).toArray();
        long[] runs = new long[Math.max(1, each.length - RUN + 1)];
        for (int i = 0; i < runs.length; i++) {
            long hash = 0;
            for (int j = i; j < Math.min(i + RUN, each.length); j++) hash = mix(hash * 31 + each[j]);
            runs[i] = hash;
        }
        return runs;
    }

    /// The share of runs that two texts have in common, among all they have.
    public static double share(Set<Long> one, Set<Long> other) {
        if (one.isEmpty() || other.isEmpty()) return 0;
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }

    public static int[] signature(List<String> words) {
        long[] runs = runHashes(words);
        int[] bins = new int[BINS];
        Arrays.fill(bins, -1);
        for (long run : runs) {
            int bin = (int) (run >>> 57);
            int value = (int) run & Integer.MAX_VALUE;
            if (bins[bin] < 0 || value < bins[bin]) bins[bin] = value;
        }
        if (runs.length == 0) return bins;
        int[] full = bins.clone();
        for (int bin = 0; bin < BINS; bin++) {
            int from = bin;
            int steps = 0;
            while (bins[from] < 0) {
                from = (from + 1) % BINS;
                steps++;
            }
            full[bin] = (bins[from] + steps * 0x3779fb9) & Integer.MAX_VALUE;
        }
        return full;
    }

    public static double estimate(int[] one, int[] other) {
        if (one[0] < 0 || other[0] < 0) return 0;
        int same = 0;
        for (int i = 0; i < BINS; i++) if (one[i] == other[i]) same++;
        return (double) same / BINS;
    }

    /// What finds alike texts again in an index: a few numbers, of which two texts that share 60 % of their runs have
    /// one in common nine times in ten, and texts that share 20 % once in forty times. None for a text without
    /// words.
    public static Integer[] bands(int[] signature) {
        if (signature[0] < 0) return new Integer[0];
        Integer[] bands = new Integer[INDEXED];
        for (int band = 0; band < INDEXED; band++) {
            long key = band;
            for (int row = 0; row < ROWS; row++) key = mix(key * 31 + signature[band * ROWS + row]);
            bands[band] = (int) key;
        }
        return bands;
    }

    /// Groups of two or more by their places: each member is at least so much like another one of its group.
    public static List<List<Integer>> groups(List<int[]> signatures, double least) {
        int[] leader = new int[signatures.size()];
        for (int i = 0; i < leader.length; i++) leader[i] = i;
        for (int band = 0; band < BANDS; band++) {
            Map<Long, List<Integer>> buckets = new HashMap<>();
            for (int i = 0; i < signatures.size(); i++) {
                int[] signature = signatures.get(i);
                if (signature[0] < 0) continue;
                long key = 0;
                for (int row = 0; row < ROWS; row++) key = mix(key * 31 + signature[band * ROWS + row]);
                buckets.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            }
            for (List<Integer> bucket : buckets.values()) join(bucket, signatures, least, leader);
        }
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < leader.length; i++)
            groups.computeIfAbsent(leaderOf(i, leader), k -> new ArrayList<>()).add(i);
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static void join(List<Integer> bucket, List<int[]> signatures, double least, int[] leader) {
        for (int i = 1; i < bucket.size(); i++) {
            int one = bucket.get(i);
            for (int j = Math.max(0, i - MOST_COMPARISONS); j < i; j++) {
                int other = bucket.get(j);
                int first = leaderOf(one, leader);
                int second = leaderOf(other, leader);
                if (first == second || estimate(signatures.get(one), signatures.get(other)) < least) continue;
                leader[Math.max(first, second)] = Math.min(first, second);
            }
        }
    }

    public static int leaderOf(int member, int[] leader) {
        int top = member;
        while (leader[top] != top) top = leader[top];
        leader[member] = top;
        return top;
    }

    public static byte[] bytes(int[] signature) {
        var buffer = ByteBuffer.allocate(BINS * Integer.BYTES);
        for (int value : signature) buffer.putInt(value);
        return buffer.array();
    }

    public static int[] of(byte[] bytes) {
        int[] signature = new int[BINS];
        ByteBuffer.wrap(bytes).asIntBuffer().get(signature);
        return signature;
    }

    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        return hash;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
