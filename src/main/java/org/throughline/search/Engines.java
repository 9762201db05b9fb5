package org.throughline.search;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.DataFolder;

/// Starts the [Engine] beside the rest of the program, so that nobody waits for it and nothing else fails with it.
@Component
@DependsOnDatabaseInitialization
class Engines implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Engines.class);
    static final int PHASE = Integer.MIN_VALUE + 1000;
    private static final int PATIENCE_SECONDS = 60;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final DataFolder data;
    private final SearchSettings settings;
    private final boolean owner = !Boolean.getBoolean("throughline.join");
    private volatile @Nullable CompletableFuture<Engine> engine;
    private volatile boolean away;

    Engines(DataSource dataSource, JdbcClient jdbc, DataFolder data, SearchSettings settings) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.data = data;
        this.settings = settings;
    }

    /// Whether this process keeps the index.
    boolean owner() {
        return owner;
    }

    @Override
    public synchronized void start() {
        if (engine != null) return;
        var starting = new CompletableFuture<Engine>();
        engine = starting;
        Thread.ofPlatform().name("search-start").daemon().start(() -> {
            if (settings.lucene()) begin(starting);
            else beginUntilItIsThere(starting);
        });
    }

    private void begin(CompletableFuture<Engine> starting) {
        try {
            // A node that was killed is still listed for half a minute, in which half of the changes would wait
            // for it.
            if (owner) jdbc.sql("DELETE FROM search.hsearch_agent").update();
            open(starting);
        } catch (Throwable e) {
            log.error("Search could not be started; everything else works", e);
            starting.completeExceptionally(e);
        }
    }

    private void beginUntilItIsThere(CompletableFuture<Engine> starting) {
        while (!starting.isDone()) {
            try {
                open(starting);
                away = false;
            } catch (Throwable e) {
                if (!away) log.warn("The search server does not answer and is tried again; everything else works", e);
                away = true;
                LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            }
        }
    }

    private void open(CompletableFuture<Engine> starting) {
        long began = System.nanoTime();
        Engine opened = Engine.start(dataSource, data, settings, owner);
        if (starting.complete(opened)) log.info("Search started in {} ms", (System.nanoTime() - began) / 1_000_000);
        else opened.close();
    }

    /// Whether the index lies with a server that several nodes share, and not in the data folder.
    boolean remote() {
        return !settings.lucene();
    }

    @Override
    public synchronized void stop() {
        CompletableFuture<Engine> started = engine;
        engine = null;
        if (started == null) return;
        if (away) started.completeExceptionally(new IllegalStateException("Stopped before search was there"));
        started.handle((running, failed) -> running)
                .thenAccept(running -> {
                    if (running != null) running.close();
                })
                .join();
    }

    @Override
    public boolean isRunning() {
        return engine != null;
    }

    // First to start, because it takes longest; last to stop, because others still write while they stop.
    @Override
    public int getPhase() {
        return PHASE;
    }

    /// The engine when it runs now; empty while it starts and when it could not.
    Optional<Engine> now() {
        CompletableFuture<Engine> starting = engine;
        return starting != null && starting.state() == CompletableFuture.State.SUCCESS
                ? Optional.of(starting.resultNow())
                : Optional.empty();
    }

    boolean failed() {
        CompletableFuture<Engine> starting = engine;
        return starting == null || away || starting.isCompletedExceptionally();
    }

    /// The engine, waited for while it starts; empty when it could not be started.
    Optional<Engine> await() {
        return await(PATIENCE_SECONDS);
    }

    Optional<Engine> await(int seconds) {
        CompletableFuture<Engine> starting = engine;
        if (starting == null || away) return Optional.empty();
        try {
            return Optional.of(starting.get(seconds, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return Optional.empty();
        }
    }

    /// Leaves word of changed entries in the current transaction. While there is no engine, the index is marked
    /// stale instead, to be made again; nobody waits for search in order to write.
    void announce(Collection<UUID> entries) {
        (owner ? now() : await())
                .ifPresentOrElse(
                        running -> running.announce(entries),
                        () -> jdbc.sql("UPDATE search.index_state SET stale = true WHERE NOT stale")
                                .update());
    }
}
