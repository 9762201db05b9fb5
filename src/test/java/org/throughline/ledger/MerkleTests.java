package org.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.ledger.Subtree.Place;

/// The tree does what RFC 9162 section 2.1 says: by the known values, and by a slow copy of its definitions for
/// every size up to 64.
class MerkleTests {

    private static final List<byte[]> KNOWN_LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();

    private static final List<String> KNOWN_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theKnownRootsComeOut() {
        for (int size = 0; size <= KNOWN_LEAVES.size(); size++) {
            assertThat(tree(KNOWN_LEAVES.subList(0, size)).root(size).hex()).isEqualTo(KNOWN_ROOTS.get(size));
        }
    }

    @Test
    void theKnownInclusionProofsComeOut() {
        assertThat(knownInclusion(0, 1)).isEmpty();
        assertThat(knownInclusion(0, 8))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(knownInclusion(5, 8))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(knownInclusion(2, 3))
                .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(knownInclusion(1, 5))
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void theKnownConsistencyProofsComeOut() {
        assertThat(knownConsistency(1, 1)).isEmpty();
        assertThat(knownConsistency(1, 8))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(knownConsistency(6, 8))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(knownConsistency(2, 5))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void everyTreeUpTo64LeavesHasTheRootOfTheDefinition() {
        Tree tree = tree(leaves(64));
        for (int size = 0; size <= 64; size++) {
            Hash expected = definedRoot(leaves(size));
            assertThat(tree.root(size)).isEqualTo(expected);
            assertThat(tree.rootsWhileGrowing.get(size)).isEqualTo(expected);
            assertThat(Frontier.at(size, tree::node).root()).isEqualTo(expected);
        }
    }

    @Test
    void aFrontierTakenUpAgainGrowsLikeOneNeverPutDown() {
        Tree tree = tree(leaves(64));
        for (int size = 0; size < 64; size++) {
            Frontier again = Frontier.at(size, tree::node);
            for (byte[] leaf : leaves(64).subList(size, 64)) {
                for (Frontier.Node node : again.append(Merkle.leaf(leaf))) {
                    assertThat(node.hash()).isEqualTo(tree.node(new Place(node.level(), node.index())));
                }
            }
            assertThat(again.root()).isEqualTo(tree.root(64));
            assertThat(again.size()).isEqualTo(64);
        }
    }

    @Test
    void everyInclusionProofHoldsAndIsTheDefinedOne() {
        Tree tree = tree(leaves(64));
        for (int size = 1; size <= 64; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> proof = tree.inclusion(index, size);
                assertThat(proof).isEqualTo(definedPath(index, leaves(size)));
                assertThat(Merkle.includes(tree.root(size), size, index, tree.leaf(index), proof))
                        .isTrue();
            }
        }
    }

    @Test
    void noInclusionProofHoldsForAnotherLeafPlaceSizeRootOrLength() {
        Tree tree = tree(leaves(33));
        for (int size = 1; size <= 33; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> proof = tree.inclusion(index, size);
                Hash root = tree.root(size);
                Hash leaf = tree.leaf(index);
                Hash wrong = Hash.sha256(new byte[] {1});
                assertThat(Merkle.includes(root, size, index, wrong, proof)).isFalse();
                assertThat(Merkle.includes(wrong, size, index, leaf, proof)).isFalse();
                assertThat(Merkle.includes(root, size, -1, leaf, proof)).isFalse();
                assertThat(Merkle.includes(root, size, size, leaf, proof)).isFalse();
                for (int other = 0; other < size; other++) {
                    if (other != index)
                        assertThat(Merkle.includes(root, size, other, leaf, proof))
                                .isFalse();
                }
                assertThat(Merkle.includes(root, size, index, leaf, with(proof, proof.size(), wrong)))
                        .isFalse();
                for (int i = 0; i < proof.size(); i++) {
                    List<Hash> changed = new ArrayList<>(proof);
                    changed.set(i, wrong);
                    assertThat(Merkle.includes(root, size, index, leaf, changed))
                            .isFalse();
                    changed.remove(i);
                    assertThat(Merkle.includes(root, size, index, leaf, changed))
                            .isFalse();
                    assertThat(Merkle.includes(root, size, index, leaf, with(proof, i, wrong)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyConsistencyProofHoldsAndIsTheDefinedOne() {
        Tree tree = tree(leaves(64));
        for (int second = 1; second <= 64; second++) {
            for (int first = 1; first <= second; first++) {
                List<Hash> proof = tree.consistency(first, second);
                assertThat(proof).isEqualTo(first == second ? List.of() : definedSubproof(first, leaves(second), true));
                assertThat(Merkle.extendsTree(first, tree.root(first), second, tree.root(second), proof))
                        .isTrue();
            }
        }
    }

    @Test
    void noConsistencyProofHoldsForAnotherTree() {
        Tree tree = tree(leaves(33));
        Hash wrong = Hash.sha256(new byte[] {1});
        for (int second = 2; second <= 33; second++) {
            for (int first = 1; first < second; first++) {
                List<Hash> proof = tree.consistency(first, second);
                Hash old = tree.root(first);
                Hash now = tree.root(second);
                assertThat(Merkle.extendsTree(first, wrong, second, now, proof)).isFalse();
                assertThat(Merkle.extendsTree(first, old, second, wrong, proof)).isFalse();
                assertThat(Merkle.extendsTree(second, now, first, old, proof)).isFalse();
                assertThat(Merkle.extendsTree(0, Merkle.EMPTY_ROOT, second, now, proof))
                        .isFalse();
                assertThat(Merkle.extendsTree(first, old, second, now, List.of()))
                        .isFalse();
                assertThat(Merkle.extendsTree(first, old, second, now, with(proof, proof.size(), wrong)))
                        .isFalse();
                for (int i = 0; i < proof.size(); i++) {
                    List<Hash> changed = new ArrayList<>(proof);
                    changed.set(i, wrong);
                    assertThat(Merkle.extendsTree(first, old, second, now, changed))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aLeafIsNeverTakenForANode() {
        Hash left = Merkle.leaf("a".getBytes(StandardCharsets.UTF_8));
        Hash right = Merkle.leaf("b".getBytes(StandardCharsets.UTF_8));
        byte[] both = new byte[64];
        System.arraycopy(left.bytes(), 0, both, 0, 32);
        System.arraycopy(right.bytes(), 0, both, 32, 32);
        assertThat(Merkle.leaf(both)).isNotEqualTo(Merkle.node(left, right));
    }

    @Test
    void proofsOfWhatIsNotThereAreRefused() {
        assertThatThrownBy(() -> Subtree.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Subtree.inclusion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Subtree.consistency(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Subtree.consistency(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Hash> with(List<Hash> proof, int at, Hash extra) {
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(at, extra);
        return longer;
    }

    private static List<String> knownInclusion(int index, int size) {
        return tree(KNOWN_LEAVES).inclusion(index, size).stream().map(Hash::hex).toList();
    }

    private static List<String> knownConsistency(int first, int second) {
        return tree(KNOWN_LEAVES).consistency(first, second).stream()
                .map(Hash::hex)
                .toList();
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ("leaf " + i).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static Tree tree(List<byte[]> leaves) {
        Tree tree = new Tree();
        leaves.forEach(tree::append);
        return tree;
    }

    // The definitions of the RFC, word for word and slow.

    private static Hash definedRoot(List<byte[]> leaves) {
        if (leaves.isEmpty()) return Hash.sha256();
        if (leaves.size() == 1) return Hash.sha256(new byte[] {0}, leaves.getFirst());
        int k = Integer.highestOneBit(leaves.size() - 1);
        return Hash.sha256(
                new byte[] {1},
                definedRoot(leaves.subList(0, k)).bytes(),
                definedRoot(leaves.subList(k, leaves.size())).bytes());
    }

    private static List<Hash> definedPath(int m, List<byte[]> leaves) {
        if (leaves.size() == 1) return List.of();
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        List<Hash> path = new ArrayList<>(m < k ? definedPath(m, left) : definedPath(m - k, right));
        path.add(definedRoot(m < k ? right : left));
        return path;
    }

    private static List<Hash> definedSubproof(int m, List<byte[]> leaves, boolean known) {
        if (m == leaves.size()) return known ? List.of() : List.of(definedRoot(leaves));
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        List<Hash> proof =
                new ArrayList<>(m <= k ? definedSubproof(m, left, known) : definedSubproof(m - k, right, false));
        proof.add(definedRoot(m <= k ? right : left));
        return proof;
    }

    /// A tree in memory that keeps what the database would keep.
    private static final class Tree {

        private final Map<Place, Hash> nodes = new HashMap<>();
        private final Frontier frontier = Frontier.empty();
        private final List<Hash> rootsWhileGrowing = new ArrayList<>(List.of(Merkle.EMPTY_ROOT));

        void append(byte[] leaf) {
            for (Frontier.Node node : frontier.append(Merkle.leaf(leaf))) {
                assertThat(nodes.put(new Place(node.level(), node.index()), node.hash()))
                        .isNull();
            }
            rootsWhileGrowing.add(frontier.root());
        }

        Hash node(Place place) {
            Hash hash = nodes.get(place);
            assertThat(hash).as("a stored node at %s", place).isNotNull();
            return hash;
        }

        Hash leaf(int index) {
            return node(new Place(0, index));
        }

        Hash root(long size) {
            return Subtree.whole(size).hash(this::node);
        }

        List<Hash> inclusion(int index, int size) {
            return Subtree.inclusion(index, size).stream()
                    .map(range -> range.hash(this::node))
                    .toList();
        }

        List<Hash> consistency(int first, int second) {
            return Subtree.consistency(first, second).stream()
                    .map(range -> range.hash(this::node))
                    .toList();
        }
    }
}
