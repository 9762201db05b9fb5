package org.throughline.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.throughline.ledger.Subtree.Place;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;

/// The log as everybody may read it, through the published views only: checkpoints, leaves and proofs.
@Service
public class PublicLog {

    /// How many entries are given at once.
    public static final int MAX_ENTRIES = 1000;

    private final Published published;
    private final SigningKey key;
    /// Many receipts are asked for at one size of the log, and signing costs more than all the hashing.
    private final Cache<Unsigned, Checkpoint> signed =
            Caffeine.newBuilder().maximumSize(100).build();

    PublicLog(Published published, SigningKey key) {
        this.published = published;
        this.key = key;
    }

    /// A leaf's way to the root of a checkpoint.
    public record Inclusion(PlacedLeaf leaf, List<Hash> proof, Checkpoint checkpoint) {}

    /// That the second checkpoint's log begins with the first one's.
    public record Consistency(Checkpoint first, Checkpoint second, List<Hash> proof) {}

    /// A key that has signed this log, and since when.
    public record KnownKey(String publicKey, java.time.Instant firstUsedAt) {}

    public VerifierKey key() {
        return key.verifier();
    }

    /// All keys that have ever signed this log, the newest first.
    public List<KnownKey> keys() {
        return published
                .sql("SELECT public_key, first_used_at FROM ledger.published_key ORDER BY first_used_at DESC")
                .query((row, n) ->
                        new KnownKey(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    /// The newest checkpoint that was made public; at most about a second old while entries come in.
    public Checkpoint newest() {
        return published
                .sql("SELECT note FROM ledger.published_checkpoint ORDER BY size DESC LIMIT 1")
                .query(String.class)
                .optional()
                .map(Checkpoint::parse)
                .orElseGet(() -> Checkpoint.sign(key, 0, Merkle.EMPTY_ROOT));
    }

    public long size() {
        return published
                .sql("SELECT coalesce(max(leaf_index) + 1, 0) FROM ledger.published_entry")
                .query(Long.class)
                .single();
    }

    /// The leaves from `start` up to, not including, `end`, at most [#MAX_ENTRIES].
    public List<PlacedLeaf> entries(long start, long end) {
        return published
                .sql("""
                SELECT id, kind, subject, hash, at, leaf_index FROM ledger.published_entry
                WHERE leaf_index >= :start AND leaf_index < :end ORDER BY leaf_index LIMIT :limit""")
                .param("start", start)
                .param("end", end)
                .param("limit", MAX_ENTRIES)
                .query((row, n) -> new PlacedLeaf(row.getLong("leaf_index"), LogTables.leaf(row, n)))
                .list();
    }

    /// What is on record about one thing, the newest first, at most [#MAX_ENTRIES].
    public List<PlacedLeaf> about(String subject) {
        return published
                .sql("""
                SELECT id, kind, subject, hash, at, leaf_index FROM ledger.published_entry
                WHERE subject = ? ORDER BY leaf_index DESC LIMIT ?""")
                .params(subject, MAX_ENTRIES)
                .query((row, n) -> new PlacedLeaf(row.getLong("leaf_index"), LogTables.leaf(row, n)))
                .list();
    }

    public Optional<PlacedLeaf> find(EntryId entry) {
        return published
                .sql("SELECT id, kind, subject, hash, at, leaf_index FROM ledger.published_entry WHERE id = ?")
                .param(entry.value())
                .query((row, n) -> new PlacedLeaf(row.getLong("leaf_index"), LogTables.leaf(row, n)))
                .optional();
    }

    /// The checkpoint of the log when it had `size` leaves. Signing has no chance in it, so this is the very note
    /// that was public then. Refuses sizes the log has not reached.
    public Checkpoint checkpoint(long size) {
        requireSize(size);
        return sign(size, hashes(List.of(Subtree.whole(size))).getFirst());
    }

    /// Refuses leaves and sizes the log does not have, and a leaf that is not in a tree of that size.
    public Inclusion inclusion(long index, long size) {
        requireSize(size);
        return inclusion(leaf(index, size), size);
    }

    /// The same, to the newest public checkpoint that covers the leaf, else to a fresh one of the whole log.
    public Inclusion inclusion(long index) {
        return inclusion(leaf(index, size()));
    }

    /// The proof of the entry of this kind about this thing that binds this hash; nothing while it has no place.
    public Optional<LeafProof> proof(EntryKind kind, String subject, Hash hash) {
        return about(subject).stream()
                .filter(placed -> placed.leaf().kind().equals(kind.word())
                        && placed.leaf().hash().equals(hash))
                .findFirst()
                .map(this::inclusion)
                .map(inclusion -> new LeafProof(
                        inclusion.leaf().leaf().canonical(),
                        inclusion.leaf().index(),
                        inclusion.checkpoint().origin(),
                        key().toString(),
                        new Receipt.Inclusion(
                                inclusion.checkpoint().size(),
                                inclusion.proof().stream().map(Hash::base64Url).toList()),
                        inclusion.checkpoint().note()));
    }

    Inclusion inclusion(PlacedLeaf leaf) {
        long newest = newest().size();
        return inclusion(leaf, newest > leaf.index() ? newest : size());
    }

    private PlacedLeaf leaf(long index, long size) {
        if (index < 0 || index >= size) throw new Refusal("no-such-leaf", 404, "ledger.problem.no-such-leaf");
        return entries(index, index + 1).getFirst();
    }

    Inclusion inclusion(PlacedLeaf leaf, long size) {
        List<Subtree> ranges = new ArrayList<>(Subtree.inclusion(leaf.index(), size));
        ranges.add(Subtree.whole(size));
        List<Hash> hashes = hashes(ranges);
        return new Inclusion(leaf, hashes.subList(0, hashes.size() - 1), sign(size, hashes.getLast()));
    }

    /// Refuses sizes the log has not reached, an empty first tree and a first tree larger than the second.
    public Consistency consistency(long from, long to) {
        requireSize(to);
        if (from < 1 || from > to) throw new Refusal("no-such-size", 404, "ledger.problem.no-such-size");
        List<Subtree> ranges = new ArrayList<>(Subtree.consistency(from, to));
        ranges.add(Subtree.whole(from));
        ranges.add(Subtree.whole(to));
        List<Hash> hashes = hashes(ranges);
        int proof = hashes.size() - 2;
        return new Consistency(
                sign(from, hashes.get(proof)), sign(to, hashes.get(proof + 1)), hashes.subList(0, proof));
    }

    private Checkpoint sign(long size, Hash root) {
        return signed.get(new Unsigned(size, root), it -> Checkpoint.sign(key, it.size(), it.root()));
    }

    private record Unsigned(long size, Hash root) {}

    private void requireSize(long size) {
        if (size < 0 || size > size()) throw new Refusal("no-such-size", 404, "ledger.problem.no-such-size");
    }

    /// The hashes of these ranges, with one query for all nodes they need.
    List<Hash> hashes(List<Subtree> ranges) {
        Set<Place> places = new LinkedHashSet<>();
        ranges.forEach(range -> places.addAll(range.places()));
        Map<Place, Hash> nodes =
                LogTables.nodes(published.sql(LogTables.NODES.formatted("ledger.published_node")), places);
        return ranges.stream().map(range -> range.hash(nodes::get)).toList();
    }
}
