package org.throughline.world;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.ledger.EntryKind;

/// What is put on record gets its place in the log a moment after the commit. Here tests wait for it that read it back.
public final class LogPlaces {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LogPlaces() {}

    /// Until every entry of a kind has its place; fails when it takes too long.
    public static void await(JdbcClient jdbc, EntryKind kind) {
        Instant end = Instant.now().plus(PATIENCE);
        while (isWaiting(jdbc, kind)) {
            if (Instant.now().isAfter(end))
                throw new IllegalStateException("An entry gets no place in the log: " + kind);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean isWaiting(JdbcClient jdbc, EntryKind kind) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ledger.entry WHERE kind = ? AND leaf_index IS NULL)")
                .param(kind.word())
                .query(Boolean.class)
                .single();
    }
}
