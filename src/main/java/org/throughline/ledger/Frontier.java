package org.throughline.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The right edge of a growing tree: the roots of the complete subtrees that cover it, largest first. It is all
/// that appending a leaf and computing the root need, so both take O(log n) steps however long the log is.
final class Frontier {

    /// A node that an append completed. Complete nodes never change, so they are stored once.
    record Node(int level, long index, Hash hash) {}

    private final List<Hash> roots;
    private long size;

    private Frontier(long size, List<Hash> roots) {
        this.size = size;
        this.roots = roots;
    }

    static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /// Takes up a stored tree of this size again.
    static Frontier at(long size, Function<Subtree.Place, Hash> nodes) {
        return new Frontier(
                size,
                Subtree.whole(size).places().stream().map(nodes).collect(Collectors.toCollection(ArrayList::new)));
    }

    /// Another one to append to, so that this one stays as it is when the appending fails.
    Frontier copy() {
        return new Frontier(size, new ArrayList<>(roots));
    }

    long size() {
        return size;
    }

    /// Adds a leaf and returns the nodes it completed, the leaf itself first.
    List<Node> append(Hash leaf) {
        List<Node> completed = new ArrayList<>();
        long index = size++;
        Hash hash = leaf;
        int level = 0;
        completed.add(new Node(level, index, hash));
        while ((index & 1) == 1) {
            hash = Merkle.node(roots.removeLast(), hash);
            index >>>= 1;
            completed.add(new Node(++level, index, hash));
        }
        roots.add(hash);
        return completed;
    }

    Hash root() {
        if (roots.isEmpty()) return Merkle.EMPTY_ROOT;
        Hash hash = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) hash = Merkle.node(roots.get(i), hash);
        return hash;
    }
}
