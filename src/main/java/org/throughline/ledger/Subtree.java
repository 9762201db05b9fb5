package org.throughline.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The leaves from `start` up to, not including, `end`, as RFC 9162 splits a tree: the hash of such a range is what
/// a proof is made of. Only complete nodes are stored; a range is hashed from the at most 2 log n of them that
/// cover it.
record Subtree(long start, long end) {

    /// A stored node: the root of 2^level leaves, the index-th of that level.
    record Place(int level, long index) {}

    Subtree {
        if (start < 0 || end < start) throw new IllegalArgumentException("No such range: " + start + " to " + end);
    }

    static Subtree whole(long size) {
        return new Subtree(0, size);
    }

    private long size() {
        return end - start;
    }

    /// The complete nodes that cover this range, left to right.
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (long at = start; at < end; ) {
            int level = Math.min(
                    at == 0 ? Long.SIZE - 2 : Long.numberOfTrailingZeros(at),
                    Long.SIZE - 1 - Long.numberOfLeadingZeros(end - at));
            places.add(new Place(level, at >>> level));
            at += 1L << level;
        }
        return places;
    }

    Hash hash(Function<Place, Hash> nodes) {
        List<Place> places = places();
        if (places.isEmpty()) return Merkle.EMPTY_ROOT;
        Hash hash = nodes.apply(places.getLast());
        for (int i = places.size() - 2; i >= 0; i--) hash = Merkle.node(nodes.apply(places.get(i)), hash);
        return hash;
    }

    /// PATH of section 2.1.3.1: the ranges whose hashes lead from a leaf to the root, the leaf's neighbour first.
    static List<Subtree> inclusion(long index, long size) {
        if (index < 0 || index >= size)
            throw new IllegalArgumentException("Leaf " + index + " is not in a tree of " + size);
        List<Subtree> rootFirst = new ArrayList<>();
        Subtree tree = whole(size);
        while (tree.size() > 1) {
            long split = tree.split();
            boolean left = index < split;
            rootFirst.add(left ? new Subtree(split, tree.end) : new Subtree(tree.start, split));
            tree = left ? new Subtree(tree.start, split) : new Subtree(split, tree.end);
        }
        return rootFirst.reversed();
    }

    /// PROOF of section 2.1.4.1: the ranges whose hashes show that the tree of `second` leaves begins with that of
    /// `first`.
    static List<Subtree> consistency(long first, long second) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("No consistency proof from " + first + " to " + second);
        }
        List<Subtree> rootFirst = new ArrayList<>();
        Subtree tree = whole(second);
        // While the old tree begins where this range begins, its root is known to the one who asks.
        while (tree.end != first) {
            long split = tree.split();
            boolean left = first <= split;
            rootFirst.add(left ? new Subtree(split, tree.end) : new Subtree(tree.start, split));
            tree = left ? new Subtree(tree.start, split) : new Subtree(split, tree.end);
        }
        if (tree.start > 0) rootFirst.add(tree);
        return rootFirst.reversed();
    }

    /// Where RFC 9162 cuts a range in two: after the largest power of two that is smaller than its size.
    private long split() {
        return start + Long.highestOneBit(size() - 1);
    }
}
