package org.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;
import org.throughline.world.ThroughlineTest;
import org.throughline.world.Verified;

/// What is committed gets a place, once, without gaps, whoever writes and whatever dies.
@ThroughlineTest
class LedgerTests {

    @Autowired
    Ledger ledger;

    @Autowired
    PublicLog publicLog;

    @Autowired
    Sequencer sequencer;

    @Autowired
    LogTables tables;

    @Autowired
    SigningKey key;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    DataFolder data;

    private static final Instant AT = Instant.parse("2025-03-14T22:59:59.900Z");

    private final TransactionTemplate transaction;

    LedgerTests(@Autowired PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void anEntryGetsAPlaceAndAReceiptThatHolds() {
        var opened = new Receipt.Opened(Commitment.newSalt(), CanonicalJson.bytes(Map.of("text", "مياه", "n", 3)));
        EntryId entry = append("call/receipts/inputs/1", Commitment.of(opened.salt(), opened.canonicalContent()));
        Sequenced placed = ledger.await(entry);
        assertThat(placed.treeSize()).isGreaterThan(placed.leafIndex());
        assertThat(ledger.await(entry).leafIndex()).isEqualTo(placed.leafIndex());
        Receipt receipt = ledger.receipt(entry, opened);
        assertThat(receipt.leafIndex()).isEqualTo(placed.leafIndex());
        assertThat(receipt.number()).isOne();
        assertThat(verify(receipt).holds()).isTrue();
        assertThat(verify(ledger.receipt(entry, null)).holds()).isTrue();
    }

    @Test
    void anEntryBelongsToATransaction() {
        assertThatThrownBy(() -> ledger.append(EntryKind.EDITION, "call/x/summary/1", Hash.sha256()))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    EntryId entry = ledger.append(EntryKind.EDITION, "call/x/summary/1", Hash.sha256());
                    ledger.await(entry);
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsRolledBackLeavesNoTrace() {
        EntryId entry = transaction.execute(status -> {
            EntryId appended = ledger.append(EntryKind.RECEIPT, "call/rolled-back/inputs/1", Hash.sha256());
            status.setRollbackOnly();
            return appended;
        });
        ledger.await(append("call/rolled-back/inputs/2", Hash.sha256()));
        assertThat(publicLog.find(entry)).isEmpty();
    }

    @Test
    void sixtyFourWritersGetPlacesWithoutGapsAndEveryReceiptHolds() throws Exception {
        int each = 20;
        long before = publicLog.size();
        List<Callable<List<EntryId>>> writers = new ArrayList<>();
        for (int writer = 0; writer < 64; writer++) {
            int number = writer;
            writers.add(() -> {
                List<EntryId> mine = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    EntryId entry =
                            append("call/many/inputs/" + (number * each + i + 1), Hash.sha256(new byte[] {(byte) i}));
                    Sequenced placed = ledger.await(entry);
                    assertThat(placed.treeSize()).isGreaterThan(placed.leafIndex());
                    mine.add(entry);
                }
                return mine;
            });
        }
        List<EntryId> entries = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(64)) {
            for (Future<List<EntryId>> future : pool.invokeAll(writers)) entries.addAll(future.get());
        }
        assertThat(publicLog.size()).isGreaterThanOrEqualTo(before + 64 * each);
        assertThat(placesWithoutGaps()).isTrue();
        assertThat(entries.stream()
                        .map(entry -> ledger.await(entry).leafIndex())
                        .distinct())
                .hasSize(64 * each);
        for (int i = 0; i < entries.size(); i += 37)
            assertThat(verify(ledger.receipt(entries.get(i), null)).holds()).isTrue();
    }

    @Test
    void entriesOfAProcessThatDiedBeforePlacingThemAreFound() {
        UUID left = insertBehindTheBack("call/killed/inputs/1");
        Sequenced placed = ledger.await(new EntryId(left));
        assertThat(verify(ledger.receipt(new EntryId(left), null)).holds()).isTrue();
        assertThat(publicLog
                        .entries(placed.leafIndex(), placed.leafIndex() + 1)
                        .getFirst()
                        .leaf()
                        .id())
                .isEqualTo(left);
    }

    @Test
    void entriesNobodyWaitsForAreFoundByTheSlowPoll() throws InterruptedException {
        UUID left = insertBehindTheBack("call/killed/inputs/2");
        for (int i = 0; i < 100 && tables.places(List.of(left)).isEmpty(); i++) Thread.sleep(100);
        assertThat(tables.places(List.of(left))).containsKey(left);
    }

    @Test
    void twoNodesTakeTurns() throws Exception {
        var other = new Sequencer(tables, key, Clock.systemUTC(), dataSource);
        other.start();
        try (var pool = Executors.newFixedThreadPool(16)) {
            List<Callable<Sequenced>> writers = new ArrayList<>();
            for (int i = 1; i <= 200; i++) {
                String subject = "call/nodes/inputs/" + i;
                boolean here = i % 2 == 0;
                writers.add(() -> {
                    if (here) return ledger.await(append(subject, Hash.sha256()));
                    return other.placeOf(insertBehindTheBack(subject)).get(20, TimeUnit.SECONDS);
                });
            }
            List<Long> places = new ArrayList<>();
            for (Future<Sequenced> future : pool.invokeAll(writers))
                places.add(future.get().leafIndex());
            assertThat(places).doesNotHaveDuplicates();
        } finally {
            other.stop();
        }
        assertThat(placesWithoutGaps()).isTrue();
        assertThat(publicLog.checkpoint(publicLog.size()).root()).isEqualTo(rootByDefinition());
    }

    @Test
    void everyOlderStateIsTheBeginningOfTheNewest() {
        for (int i = 1; i <= 20; i++) ledger.await(append("call/growing/inputs/" + i, Hash.sha256()));
        long size = publicLog.size();
        for (long from : LongStream.of(1, 2, size / 2, size - 1, size).toArray()) {
            PublicLog.Consistency consistency = publicLog.consistency(from, size);
            assertThat(new Verifier(Set.of(publicLog.key()))
                            .checkpoints(
                                    new Verifier.Signed(consistency.first(), publicLog.key()),
                                    new Verifier.Signed(consistency.second(), publicLog.key()),
                                    consistency.proof())
                            .holds())
                    .isTrue();
        }
    }

    @Test
    void checkpointsAppearByThemselves() throws InterruptedException {
        long place =
                ledger.await(append("call/checkpoint/inputs/1", Hash.sha256())).leafIndex();
        for (int i = 0; i < 100 && publicLog.newest().size() <= place; i++) Thread.sleep(100);
        Checkpoint newest = publicLog.newest();
        assertThat(newest.size()).isGreaterThan(place);
        assertThat(newest).isEqualTo(publicLog.checkpoint(newest.size()));
        assertThat(newest.isSignedBy(publicLog.key())).isTrue();
    }

    @Test
    void whatTheLogDoesNotHaveIsRefused() {
        long size = publicLog.size();
        assertThatThrownBy(() -> publicLog.inclusion(0, size + 1_000_000)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> publicLog.inclusion(-1, size)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> publicLog.inclusion(size, size)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> publicLog.consistency(0, size)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> publicLog.checkpoint(-1)).isInstanceOf(Refusal.class);
    }

    @Test
    void theDatabaseItselfRefusesChanges() {
        EntryId entry = append("call/kept/inputs/1", Hash.sha256());
        ledger.await(entry);
        for (String change : List.of(
                "UPDATE ledger.entry SET subject = 'call/kept/inputs/2' WHERE id = ?",
                "UPDATE ledger.entry SET leaf_index = NULL WHERE id = ?",
                "DELETE FROM ledger.entry WHERE id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(entry.value()).update())
                    .hasStackTraceContaining("append-only");
        }
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM ledger.node").update()).hasStackTraceContaining("append-only");
    }

    @Test
    void personalDataCannotBecomeASubject() {
        for (String subject : List.of("", "Jane Doe", "jane@example.org", "call/é", "a".repeat(201))) {
            assertThatThrownBy(() -> append(subject, Hash.sha256())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theKeyIsReadableByItsOwnerOnly() throws IOException {
        Path file = data.file("secrets/ledger.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.parse(Files.readString(file)).verifier()).isEqualTo(publicLog.key());
        assertThat(publicLog.keys())
                .extracting(PublicLog.KnownKey::publicKey)
                .contains(publicLog.key().toString());
    }

    @Test
    void anArchiveHoldsUntilSomebodyChangesAnInputBehindTheProgramsBack(@TempDir Path folder) throws IOException {
        String call = "call/archived-" + Ids.next();
        List<ArchivedInput> inputs = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            var opened = new Receipt.Opened(Commitment.newSalt(), CanonicalJson.bytes(Map.of("text", "Text " + i)));
            Hash hash = Commitment.of(opened.salt(), opened.canonicalContent());
            String subject = call + "/inputs/" + i;
            EntryId entry = transaction.execute(status -> ledger.append(EntryKind.RECEIPT, subject, hash, AT));
            ledger.await(entry);
            inputs.add(new ArchivedInput(entry, "received", AT, AT, opened, null, null));
        }
        assertThat(verifyArchive(call, inputs, folder))
                .startsWith("0")
                .contains("Input 17: the stored content matches");
        ArchivedInput old = inputs.get(16);
        byte[] changed = CanonicalJson.bytes(Map.of("text", "Text 17, improved"));
        inputs.set(
                16,
                new ArchivedInput(
                        old.entry(),
                        "received",
                        AT,
                        AT,
                        new Receipt.Opened(old.opened().salt(), changed),
                        null,
                        null));
        assertThat(verifyArchive(call, inputs, folder))
                .startsWith("1")
                .contains("Input 17: the stored content does not match its receipt");
        inputs.set(16, new ArchivedInput(old.entry(), "received", AT, AT, null, null, null));
        assertThat(verifyArchive(call, inputs, folder))
                .startsWith("0")
                .contains("Input 17: its content is not in this archive");
    }

    private String verifyArchive(String call, List<ArchivedInput> inputs, Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        long size = Objects.requireNonNull(
                transaction.execute(status -> ledger.settled(call).orElseThrow()));
        ledger.archive(call, size, inputs, List.of(), bytes);
        return Verified.archive(bytes.toByteArray(), folder);
    }

    private EntryId append(String subject, Hash hash) {
        return transaction.execute(status -> ledger.append(EntryKind.RECEIPT, subject, hash));
    }

    private UUID insertBehindTheBack(String subject) {
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO ledger.entry (id, kind, subject, hash, at) VALUES (?, 'receipt', ?, ?, ?)")
                .params(id, subject, Hash.sha256().bytes(), Timestamp.from(Instant.parse("2026-01-01T00:00:00.123Z")))
                .update();
        return id;
    }

    private boolean placesWithoutGaps() {
        return jdbc.sql("SELECT count(leaf_index) = max(leaf_index) + 1 AND min(leaf_index) = 0 FROM ledger.entry")
                .query(Boolean.class)
                .single();
    }

    /// The root over every leaf there is, without any stored node.
    private Hash rootByDefinition() {
        Frontier tree = Frontier.empty();
        long size = publicLog.size();
        for (long start = 0; start < size; start += PublicLog.MAX_ENTRIES) {
            publicLog
                    .entries(start, size)
                    .forEach(placed -> tree.append(placed.leaf().leafHash()));
        }
        return tree.root();
    }

    private Verification verify(Receipt receipt) {
        return new Verifier(Set.of(publicLog.key())).verify(receipt.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
