package org.throughline.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.Session;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.outboxpolling.OutboxPollingExtension;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingMonitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Threads;
import org.throughline.search.SearchResults.State;

/// Keeps the index usable: makes it again from the table when it is missing, broken, of an older form or behind,
/// and when an operator asks. Everything else works meanwhile.
@Service
public class SearchMaintenance implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SearchMaintenance.class);

    /// Goes up whenever fields or analysis change, so that indexes of older releases are made again.
    private static final String FORMAT = "3";
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_REPAIRS = Duration.ofMinutes(5);

    private final Engines engines;
    private final JdbcClient jdbc;
    private final DataFolder data;
    private final Clock clock;
    private final LinkedBlockingQueue<CompletableFuture<Progress>> asked = new LinkedBlockingQueue<>();
    private final AtomicLong done = new AtomicLong();
    private volatile long total;
    private volatile @Nullable Instant begunAt;
    private volatile State state = State.BUILDING;
    private volatile Instant repairedAt = Instant.EPOCH;
    private Instant triedAgainAt = Instant.EPOCH;
    private volatile @Nullable Thread carer;

    SearchMaintenance(Engines engines, JdbcClient jdbc, DataFolder data, Clock clock) {
        this.engines = engines;
        this.jdbc = jdbc;
        this.data = data;
        this.clock = clock;
    }

    /// How far a rebuild is, or how the last one ended.
    ///
    /// @param begunAt when the last rebuild began; absent when there was none since the start
    public record Progress(
            State state, long done, long total, @Nullable Instant begunAt) {}

    public Progress progress() {
        return new Progress(state(), done.get(), total, begunAt);
    }

    /// Makes the whole index again, in the background. The answer is there when it is finished; what can be found
    /// grows meanwhile.
    public CompletableFuture<Progress> rebuild() {
        if (!engines.owner()) throw new IllegalStateException("The index is kept by the server, not by this process");
        var answer = new CompletableFuture<Progress>();
        asked.add(answer);
        return answer;
    }

    /// Waits until the index has taken in all that was committed before; false when that lasts longer than
    /// `patience`.
    public boolean awaitCaughtUp(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (state != State.READY || stale() || waiting("PENDING") + waiting("ABORTED") > 0) {
            if (System.nanoTime() > until) return false;
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        refresh();
        return true;
    }

    // A server shows what it has taken in only after its next look, a second later.
    private void refresh() {
        if (!engines.remote()) return;
        engines.now()
                .ifPresent(engine -> Search.mapping(engine.sessions())
                        .scope(Entry.class)
                        .workspace()
                        .refresh());
    }

    State state() {
        if (!engines.owner()) return engines.now().isPresent() ? State.READY : State.UNAVAILABLE;
        return engines.failed() ? State.UNAVAILABLE : state;
    }

    /// A reader's query failed: the index is made again, but not over and over.
    void suspect(RuntimeException failure) {
        if (!engines.owner() || state != State.READY) return;
        if (!engines.remote() && clock.instant().isBefore(repairedAt.plus(BETWEEN_REPAIRS))) return;
        repairedAt = clock.instant();
        if (engines.remote()) {
            log.warn("The search server does not answer; everything else works", failure);
            state = State.UNAVAILABLE;
            return;
        }
        log.warn("The search index seems to be broken and is made again", failure);
        rebuild();
    }

    @Override
    public void start() {
        if (!engines.owner() || carer != null) return;
        state = State.BUILDING;
        boolean fresh = !engines.remote() && !Files.exists(folder().resolve(Entry.INDEX));
        carer = Thread.ofPlatform().name("search-care").daemon().start(() -> care(fresh));
    }

    private void care(boolean fresh) {
        try {
            Engine engine = engines.await().orElse(null);
            while (engine == null && engines.remote()) {
                Thread.sleep(LOOK);
                engine = engines.now().orElse(null);
            }
            if (engine == null) return;
            look(engine, fresh);
            while (!Thread.currentThread().isInterrupted()) {
                CompletableFuture<Progress> request = asked.poll(LOOK.toSeconds(), TimeUnit.SECONDS);
                if (request != null) make(engine, request);
                else if (stale()) make(engine, new CompletableFuture<>());
                else if (engines.remote() && state == State.UNAVAILABLE) comeBack(engine);
                else if (waiting("ABORTED") > 0) again(engine);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Engine engine, boolean fresh) throws InterruptedException {
        boolean stale = stale();
        if (fresh && !stale && rows() == 0) {
            writeFormat();
            state = State.READY;
            return;
        }
        if (!fresh && !stale && readFormat().equals(FORMAT) && readable(engine)) {
            state = State.READY;
            return;
        }
        log.info("The search index is missing, behind, broken or of an older form and is made again");
        make(engine, new CompletableFuture<>());
    }

    // What changed while the server was away waits in the outbox.
    private void comeBack(Engine engine) throws InterruptedException {
        if (!readable(engine)) return;
        look(engine, false);
        if (state == State.READY && waiting("ABORTED") > 0) again(engine);
    }

    // An index that a server lost is made again empty when we start, so that empty is as good as missing.
    private boolean readable(Engine engine) {
        try (Session session = engine.open()) {
            long found = Search.session(session)
                    .search(Entry.class)
                    .where(f -> f.matchAll())
                    .fetchTotalHitCount();
            return !engines.remote() || found > 0 || rows() == 0;
        } catch (RuntimeException broken) {
            if (state != State.UNAVAILABLE) log.warn("The search index cannot be read: {}", broken.getMessage());
            return false;
        }
    }

    private void make(Engine engine, CompletableFuture<Progress> answer) throws InterruptedException {
        state = State.BUILDING;
        begunAt = clock.instant();
        done.set(0);
        total = rows();
        long began = System.nanoTime();
        try {
            forgetFormat();
            jdbc.sql("UPDATE search.index_state SET stale = false").update();
            Search.mapping(engine.sessions())
                    .scope(Entry.class)
                    .massIndexer()
                    .dropAndCreateSchemaOnStart(true)
                    .threadsToLoadObjects(1)
                    .batchSizeToLoadObjects(50)
                    .idFetchSize(500)
                    .mergeSegmentsOnFinish(true)
                    .monitor(new Monitor())
                    .startAndWait();
            writeFormat();
            state = State.READY;
            log.info(
                    "The search index was made again: {} entries in {} ms",
                    done.get(),
                    (System.nanoTime() - began) / 1_000_000);
        } catch (IOException | RuntimeException e) {
            log.error("The search index could not be made again; everything else works", e);
            state = State.UNAVAILABLE;
        }
        answer.complete(progress());
    }

    // A change that could not be taken in three times, for instance while another program held the index, waits
    // here.
    private void again(Engine engine) {
        if (clock.instant().isBefore(triedAgainAt.plus(BETWEEN_ATTEMPTS))) return;
        triedAgainAt = clock.instant();
        SearchMapping mapping = Search.mapping(engine.sessions());
        long count = mapping.extension(OutboxPollingExtension.get()).reprocessAbortedEvents();
        log.warn("{} changed entries could not be indexed before and are tried again", count);
    }

    private long waiting(String status) {
        return jdbc.sql("SELECT count(*) FROM search.hsearch_outbox_event WHERE status = :status")
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private boolean stale() {
        return jdbc.sql("SELECT stale FROM search.index_state")
                .query(Boolean.class)
                .single();
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM search.entry").query(Long.class).single();
    }

    private Path folder() {
        return data.folder("search");
    }

    private void forgetFormat() throws IOException {
        if (engines.remote()) formatInTable("");
        else Files.deleteIfExists(folder().resolve("format"));
    }

    private void formatInTable(String format) {
        jdbc.sql("UPDATE search.index_state SET format = ?").param(format).update();
    }

    private String readFormat() {
        if (engines.remote())
            return jdbc.sql("SELECT format FROM search.index_state")
                    .query(String.class)
                    .single();
        try {
            return Files.readString(folder().resolve("format"));
        } catch (IOException missing) {
            return "";
        }
    }

    private void writeFormat() {
        if (engines.remote()) {
            formatInTable(FORMAT);
            return;
        }
        try {
            Files.writeString(folder().resolve("format"), FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        Thread running = carer;
        carer = null;
        Threads.stop(running, Duration.ofSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return carer != null;
    }

    @Override
    public int getPhase() {
        return Engines.PHASE + 1;
    }

    private final class Monitor implements MassIndexingMonitor {
        @Override
        public void documentsAdded(long increment) {
            done.addAndGet(increment);
        }

        @Override
        public void documentsBuilt(long increment) {}

        @Override
        public void entitiesLoaded(long increment) {}

        @Override
        public void addToTotalCount(long increment) {}

        @Override
        public void indexingCompleted() {}
    }
}
