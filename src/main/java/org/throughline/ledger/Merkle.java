package org.throughline.ledger;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// The arithmetic of RFC 9162, section 2.1: how leaves and nodes are hashed, and how the two kinds of proof are
/// checked. A leaf and a node can never be taken for each other, because a different byte goes before each.
final class Merkle {

    /// The root of a log without leaves: the hash of nothing.
    static final Hash EMPTY_ROOT = Hash.sha256();

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private Merkle() {}

    static Hash leaf(byte[] data) {
        MessageDigest digest = Hash.newDigest();
        digest.update(LEAF);
        digest.update(data);
        return Hash.finish(digest);
    }

    static Hash node(Hash left, Hash right) {
        MessageDigest digest = Hash.newDigest();
        digest.update(NODE);
        left.addTo(digest);
        right.addTo(digest);
        return Hash.finish(digest);
    }

    /// Section 2.1.3.2: is the leaf at `index` of the tree with this size and root?
    static boolean includes(Hash root, long size, long index, Hash leaf, List<Hash> proof) {
        if (index < 0 || index >= size) return false;
        long fn = index;
        long sn = size - 1;
        Hash r = leaf;
        for (Hash p : proof) {
            if (sn == 0) return false;
            if (isOdd(fn) || fn == sn) {
                r = node(p, r);
                while (!isOdd(fn) && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && r.equals(root);
    }

    /// Section 2.1.4.2: does the tree of size `second` begin with exactly the leaves of the tree of size `first`?
    /// Refuses an empty first tree, about which a proof says nothing.
    static boolean extendsTree(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
        if (first < 1 || first > second) return false;
        if (first == second) return proof.isEmpty() && firstRoot.equals(secondRoot);
        if (proof.isEmpty()) return false;
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) path.addFirst(firstRoot);
        long fn = first - 1;
        long sn = second - 1;
        while (isOdd(fn)) {
            fn >>>= 1;
            sn >>>= 1;
        }
        Hash fr = path.getFirst();
        Hash sr = fr;
        for (Hash c : path.subList(1, path.size())) {
            if (sn == 0) return false;
            if (isOdd(fn) || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while (!isOdd(fn) && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
    }

    private static boolean isOdd(long n) {
        return (n & 1) == 1;
    }
}
