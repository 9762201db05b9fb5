package org.throughline.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;

/// The append-only record of what the program acknowledged. An entry is written in the transaction of the act it
/// records, so one is never there without the other; its place in the log it gets right after the commit.
@Service
public class Ledger {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PROOFS_AT_ONCE = 200;

    private final LogTables tables;
    private final Sequencer sequencer;
    private final PublicLog publicLog;
    private final Clock clock;

    Ledger(LogTables tables, Sequencer sequencer, PublicLog publicLog, Clock clock) {
        this.tables = tables;
        this.sequencer = sequencer;
        this.publicLog = publicLog;
        this.clock = clock;
    }

    /// Puts an act on record, now. See the other [#append].
    @Transactional(propagation = Propagation.MANDATORY)
    public EntryId append(EntryKind kind, String subject, Hash hash) {
        return append(kind, subject, hash, clock.instant());
    }

    /// Puts an act on record, in the caller's transaction: one row, no lock. `subject` is public for ever, so it
    /// names a public thing by its path ("calls/wsis20/inputs/17") and no person; `hash` binds what must not be
    /// public, see [Commitment]. Refuses to run outside a transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public EntryId append(EntryKind kind, String subject, Hash hash, Instant at) {
        return appendAll(kind, List.of(new Act(subject, hash, at))).getFirst();
    }

    /// An act to be put on record. See [#append] for what the parts may say.
    public record Act(String subject, Hash hash, Instant at) {}

    /// Puts many acts of one kind on record in the caller's transaction, in their order. See [#append].
    @Transactional(propagation = Propagation.MANDATORY)
    public List<EntryId> appendAll(EntryKind kind, List<Act> acts) {
        List<Leaf> leaves = acts.stream()
                .map(act -> new Leaf(Ids.next(), kind.word(), act.subject(), act.hash(), act.at()))
                .toList();
        tables.insertAll(leaves);
        leaves.forEach(leaf -> sequencer.expect(leaf.id()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) leaves.forEach(leaf -> sequencer.forget(leaf.id()));
                else sequencer.signal();
            }
        });
        return leaves.stream().map(leaf -> new EntryId(leaf.id())).toList();
    }

    /// Waits, after the commit, until the entry has its place in the log. Refuses to wait inside a transaction,
    /// where it would wait for itself, and gives up after a while with a refusal that says that nothing is lost.
    public Sequenced await(EntryId entry) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "An entry gets its place after the commit; wait for it outside the transaction");
        }
        try {
            return sequencer.placeOf(entry.value()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw delayed();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw delayed();
        }
    }

    /// What is said when an entry has no place after a while: nothing is lost, it takes longer than usual.
    public static Refusal delayed() {
        return new Refusal("receipt-delayed", 503, "ledger.problem.receipt-delayed");
    }

    /// The receipt of an entry that has its place. With `opened` it also shows what the hash binds; that is for
    /// the author's eyes.
    public Receipt receipt(EntryId entry, Receipt.@Nullable Opened opened) {
        PlacedLeaf placed = publicLog.find(entry).orElseThrow(Ledger::delayed);
        Sequenced fresh = sequencer.justPlaced(entry.value());
        // All receipts of one batch show the same tree, which is then read and signed once.
        PublicLog.Inclusion inclusion =
                fresh == null ? publicLog.inclusion(placed) : publicLog.inclusion(placed, fresh.treeSize());
        return Receipt.of(
                placed.leaf(), placed.index(), inclusion.proof(), inclusion.checkpoint(), publicLog.key(), opened);
    }

    /// How many leaves the log has, when all that is on record below this subject ("calls/wsis20") has its place;
    /// else nothing. Asked in the transaction that reads what those leaves are about, it tells which log that
    /// agrees with.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public OptionalLong settled(String subject) {
        return tables.isWaiting(subject + "/") ? OptionalLong.empty() : OptionalLong.of(tables.size());
    }

    /// Writes the [CallArchive] of the call with this subject ("calls/wsis20") as it was when the log had `size`
    /// leaves. The inputs may come straight from the database; entries that came later are left out.
    public void archive(
            String call,
            long size,
            Iterable<ArchivedInput> inputs,
            Iterable<ArchivedEdition> editions,
            OutputStream out)
            throws IOException {
        Checkpoint checkpoint = publicLog.checkpoint(size);
        Map<EntryId, PlacedLeaf> shown = new HashMap<>();
        Map<EntryId, Long> consents = new HashMap<>();
        try (var archive = new CallArchive(out)) {
            archive.begin(call, checkpoint, publicLog.key(), clock.instant());
            for (long start = 0; start < checkpoint.size(); start += PublicLog.MAX_ENTRIES) {
                for (PlacedLeaf placed : publicLog.entries(start, checkpoint.size())) {
                    archive.leaf(placed.leaf());
                    if (CallArchive.isReceipt(call, placed.leaf()) || CallArchive.isEdition(call, placed.leaf()))
                        shown.put(new EntryId(placed.leaf().id()), placed);
                    if (CallArchive.isConsent(call, placed.leaf()))
                        consents.put(new EntryId(placed.leaf().id()), placed.index());
                }
            }
            proofs(
                    archive,
                    checkpoint.size(),
                    shown.values().stream().map(PlacedLeaf::index).sorted().toList());
            for (ArchivedInput input : inputs) {
                PlacedLeaf placed = shown.get(input.entry());
                if (placed != null)
                    archive.input(
                            placed.leaf().subject(),
                            placed.index(),
                            input,
                            newest(input.consent(), consents, placed.index()));
            }
            for (ArchivedEdition edition : editions) {
                PlacedLeaf placed = shown.get(edition.entry());
                if (placed != null)
                    archive.edition(placed.leaf().subject(), placed.index(), edition.canonicalContent());
            }
        }
    }

    private static CallArchive.@Nullable PlacedConsent newest(
            @Nullable ArchivedConsent consent, Map<EntryId, Long> places, long receipt) {
        if (consent == null) return null;
        return consent.recorded().stream()
                .map(one -> new CallArchive.PlacedConsent(places.getOrDefault(one.entry(), -1L), one.opened()))
                .filter(one -> one.leafIndex() > receipt)
                .max(Comparator.comparing(CallArchive.PlacedConsent::leafIndex))
                .orElse(null);
    }

    private void proofs(CallArchive archive, long size, List<Long> indexes) throws IOException {
        for (int from = 0; from < indexes.size(); from += PROOFS_AT_ONCE) {
            List<Long> some = indexes.subList(from, Math.min(indexes.size(), from + PROOFS_AT_ONCE));
            List<Subtree> ranges = new ArrayList<>();
            some.forEach(index -> ranges.addAll(Subtree.inclusion(index, size)));
            List<Hash> hashes = publicLog.hashes(ranges);
            int at = 0;
            for (long index : some) {
                int length = Subtree.inclusion(index, size).size();
                archive.proof(index, hashes.subList(at, at + length));
                at += length;
            }
        }
    }
}
