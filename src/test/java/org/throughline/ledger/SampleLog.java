package org.throughline.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.ledger.Subtree.Place;
import org.throughline.platform.Ids;

/// A whole log in memory, to take receipts and archives from and to spoil them.
final class SampleLog {

    static final String CALL = "call/sample";

    final SigningKey key = SigningKey.generate("example.org/log");
    private final Frontier tree = Frontier.empty();
    private final Map<Place, Hash> nodes = new HashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final Map<Long, Receipt.Opened> opened = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private final SortedMap<Long, byte[]> editions = new TreeMap<>();

    /// A log of inputs of the sample call, with entries about other things between them.
    static SampleLog of(int inputs) {
        var log = new SampleLog();
        for (int number = 1; number <= inputs; number++) {
            log.other("call/elsewhere/inputs/" + number);
            log.input(number, Map.of("text", "Input " + number + " – مياه 水", "words", number * 2));
        }
        return log;
    }

    long input(int number, Map<String, Object> content) {
        var opening = new Receipt.Opened(Commitment.newSalt(), CanonicalJson.bytes(content));
        Hash hash = Commitment.of(opening.salt(), opening.canonicalContent());
        long index = add(EntryKind.RECEIPT, subject(number), hash);
        opened.put(index, opening);
        states.put(subject(number), "received");
        return index;
    }

    long publish(int number) {
        states.put(subject(number), "published");
        return add(EntryKind.PUBLICATION, subject(number), hash(number));
    }

    /// @param state what the archive is to say of it from now on
    long endPublication(int number, String state) {
        states.put(subject(number), state);
        return add(EntryKind.WITHDRAWAL, subject(number), hash(number));
    }

    private static String subject(int number) {
        return CALL + "/inputs/" + number;
    }

    private Hash hash(int number) {
        return leaves.stream()
                .filter(leaf -> leaf.subject().equals(subject(number)))
                .toList()
                .getLast()
                .hash();
    }

    long edition(int number, Map<String, Object> content) {
        byte[] canonical = CanonicalJson.bytes(content);
        long index = add(EntryKind.EDITION, CALL + "/summary/editions/" + number, Hash.sha256(canonical));
        editions.put(index, canonical);
        return index;
    }

    long other(String subject) {
        return add(
                EntryKind.PUBLICATION, subject, Hash.sha256(subject.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private long add(EntryKind kind, String subject, Hash hash) {
        Leaf leaf = new Leaf(Ids.next(), kind.word(), subject, hash, Instant.parse("2025-03-14T22:59:59.9Z"));
        leaves.add(leaf);
        for (Frontier.Node node : tree.append(leaf.leafHash()))
            nodes.put(new Place(node.level(), node.index()), node.hash());
        return leaves.size() - 1;
    }

    long size() {
        return leaves.size();
    }

    Leaf leaf(long index) {
        return leaves.get((int) index);
    }

    Receipt.@Nullable Opened opened(long index) {
        return opened.get(index);
    }

    Checkpoint checkpoint(long size) {
        return Checkpoint.sign(key, size, Subtree.whole(size).hash(nodes::get));
    }

    List<Hash> inclusion(long index, long size) {
        return Subtree.inclusion(index, size).stream()
                .map(range -> range.hash(nodes::get))
                .toList();
    }

    List<Hash> consistency(long first, long second) {
        return Subtree.consistency(first, second).stream()
                .map(range -> range.hash(nodes::get))
                .toList();
    }

    Receipt receipt(long index, long size) {
        return Receipt.of(
                leaf(index), index, inclusion(index, size), checkpoint(size), key.verifier(), opened.get(index));
    }

    /// The archive of the sample call, with every receipt's content and every edition.
    byte[] archive() {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new CallArchive(bytes)) {
            archive.begin(CALL, checkpoint(size()), key.verifier(), Instant.parse("2026-01-01T00:00:00Z"));
            for (Leaf leaf : leaves) archive.leaf(leaf);
            for (long index : opened.keySet().stream().sorted().toList())
                archive.proof(index, inclusion(index, size()));
            for (long index : editions.keySet()) archive.proof(index, inclusion(index, size()));
            for (long index : opened.keySet().stream().sorted().toList()) {
                Leaf leaf = leaf(index);
                boolean newest = opened.keySet().stream()
                        .noneMatch(
                                later -> later > index && leaf(later).subject().equals(leaf.subject()));
                String state = newest ? states.get(leaf.subject()) : "replaced";
                archive.input(
                        leaf.subject(),
                        index,
                        new ArchivedInput(
                                new EntryId(leaf.id()),
                                state,
                                leaf.at(),
                                newest ? leaf.at() : null,
                                opened.get(index),
                                null,
                                null),
                        null);
            }
            for (var edition : editions.entrySet())
                archive.edition(leaf(edition.getKey()).subject(), edition.getKey(), edition.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
