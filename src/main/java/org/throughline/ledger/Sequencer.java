package org.throughline.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Threads;

/// Gives committed entries their places, without gaps, in batches: while one batch is written, the next gathers, so
/// one transaction serves everybody who waits. Writers never wait for each other; the order of the log is made here
/// and nowhere else.
///
/// A lock in the database lets one node at a time do it. Entries that were committed but had no place when a node
/// died are found by the first round after the next start, or by another node's slow poll.
@Component
class Sequencer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sequencer.class);

    private static final int BATCH = 1000;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);

    private final LogTables tables;
    private final SigningKey key;
    private final Clock clock;
    private final TransactionTemplate transaction;

    private final Semaphore wake = new Semaphore(0);
    private final Map<UUID, CompletableFuture<Sequenced>> pending = new ConcurrentHashMap<>();
    private final Cache<UUID, Sequenced> done = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    private volatile @Nullable Thread thread;
    /// The tree as our own last round left it; another node may have gone further.
    private Frontier tree = Frontier.empty();
    private Instant lastSweep = Instant.EPOCH;
    private Instant lastCheckpoint = Instant.EPOCH;
    private long checkpointed = -1;

    Sequencer(LogTables tables, SigningKey key, Clock clock, DataSource dataSource) {
        this.tables = tables;
        this.key = key;
        this.clock = clock;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /// To be called before the entry is committed, so that no round can place it unnoticed.
    void expect(UUID entry) {
        pending.computeIfAbsent(entry, id -> new CompletableFuture<>());
    }

    /// The entry was rolled back: it will never have a place.
    void forget(UUID entry) {
        CompletableFuture<Sequenced> future = pending.remove(entry);
        if (future != null) future.cancel(false);
    }

    void signal() {
        wake.release();
    }

    /// The place of an entry that got it in the last minutes, if it did.
    @Nullable
    Sequenced justPlaced(UUID entry) {
        return done.getIfPresent(entry);
    }

    /// Completes when the entry has its place.
    CompletableFuture<Sequenced> placeOf(UUID entry) {
        CompletableFuture<Sequenced> future = pending.get(entry);
        if (future != null) return future;
        Sequenced known = done.getIfPresent(entry);
        if (known != null) return CompletableFuture.completedFuture(known);
        Long index = tables.places(List.of(entry)).get(entry);
        if (index != null) return CompletableFuture.completedFuture(new Sequenced(index, tables.size()));
        // Written by another node, or by a process that is gone.
        CompletableFuture<Sequenced> added = pending.computeIfAbsent(entry, id -> new CompletableFuture<>());
        signal();
        return added;
    }

    @Override
    public void start() {
        if (tables.remember(key.verifier(), clock.instant())) {
            log.warn(
                    "The ledger has been signed by more than one key; readers need all of them, see /api/v1/ledger/key");
        }
        Thread starting = Thread.ofPlatform().name("ledger-sequencer").daemon().unstarted(this::run);
        thread = starting;
        signal();
        starting.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) return;
        signal();
        Threads.await(running, Duration.ofSeconds(8));
    }

    /// Starts before and stops after the web server, whose last requests still wait for their places.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        Thread self = Thread.currentThread();
        while (thread == self) {
            try {
                if (wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
                while (round() == BATCH) log.debug("A full batch; more may wait");
                checkpoint();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.error("Entries of the ledger could not be placed; trying again", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Places what is committed and waits; answers how many entries that were.
    int round() {
        Round round = transaction.execute(status -> sequence());
        boolean othersWereFaster = round.before.size() != tree.size();
        tree = round.after;
        long index = round.before.size();
        for (Leaf leaf : round.leaves) complete(leaf.id(), new Sequenced(index++, tree.size()));
        if (!pending.isEmpty() && (othersWereFaster || since(lastSweep).compareTo(POLL) >= 0)) sweep();
        return round.leaves.size();
    }

    private record Round(Frontier before, Frontier after, List<Leaf> leaves) {}

    private Round sequence() {
        tables.lockSequencing();
        List<Leaf> leaves = tables.waiting(BATCH);
        long size = tables.size();
        Frontier before = size == tree.size() ? tree : load(size);
        if (leaves.isEmpty()) return new Round(before, before, leaves);
        Frontier after = before.copy();
        List<Frontier.Node> nodes = new ArrayList<>();
        for (Leaf leaf : leaves) nodes.addAll(after.append(leaf.leafHash()));
        tables.place(leaves, size);
        tables.insert(nodes);
        return new Round(before, after, leaves);
    }

    private Frontier load(long size) {
        return Frontier.at(size, tables.nodes(Subtree.whole(size).places())::get);
    }

    private void sweep() {
        lastSweep = clock.instant();
        tables.places(List.copyOf(pending.keySet()))
                .forEach((id, index) -> complete(id, new Sequenced(index, tree.size())));
    }

    private void complete(UUID entry, Sequenced place) {
        done.put(entry, place);
        CompletableFuture<Sequenced> future = pending.remove(entry);
        if (future != null) future.complete(place);
    }

    /// Signs and keeps a checkpoint of the whole log, at most one a second.
    private void checkpoint() {
        if (tree.size() == checkpointed || since(lastCheckpoint).compareTo(BETWEEN_CHECKPOINTS) < 0) return;
        tables.insert(Checkpoint.sign(key, tree.size(), tree.root()), clock.instant());
        checkpointed = tree.size();
        lastCheckpoint = clock.instant();
    }

    private Duration since(Instant then) {
        return Duration.between(then, clock.instant());
    }
}
