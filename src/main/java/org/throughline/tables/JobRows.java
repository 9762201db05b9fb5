package org.throughline.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.platform.Json;

/// What the tables of jobs have in common, whatever else each of them keeps: `id`, `state`, `done` of `rows`,
/// `refused`,
/// `reason`, `started_at`, `seen_at`, `ended_at`, the `node` that works on it and whether `stop_asked`. Knows which
/// jobs this process works
/// on.
public final class JobRows {

    /// A job that says nothing for so long was interrupted, on whichever node it was.
    public static final Duration SILENCE = Duration.ofSeconds(60);

    private static final long SECOND = 1_000_000_000L;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String table;
    private final String node;
    private final Set<UUID> ours = ConcurrentHashMap.newKeySet();

    /// @param table with its schema
    /// @param node this process among those that share a database
    public JobRows(JdbcClient jdbc, Clock clock, String table, String node) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table;
        this.node = node;
    }

    /// Says before its row is written that this process works on a job.
    public void begun(UUID id) {
        ours.add(id);
    }

    public String node() {
        return node;
    }

    public Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /// Writes to the job's row how far it is, once a second, whoever else is told; and ends the work when the row says
    /// that somebody wants that.
    public Progress telling(UUID id, Progress also) {
        long[] told = {System.nanoTime()};
        return (done, total, refused) -> {
            also.at(done, total, refused);
            if (System.nanoTime() - told[0] < SECOND) return;
            told[0] = System.nanoTime();
            if (progress(id, done, total, refused)) throw new CancellationException();
        };
    }

    /// Whether somebody wants the job to stop is the answer.
    private boolean progress(UUID id, long done, long rows, long refused) {
        return jdbc.sql("UPDATE " + table
                        + " SET done = ?, rows = ?, refused = ?, seen_at = ? WHERE id = ? RETURNING stop_asked")
                .params(done, rows, refused, now(), id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Tells the process that works on a job, wherever that is, to stop it.
    void askToStop(UUID id) {
        jdbc.sql("UPDATE " + table + " SET stop_asked = true WHERE id = ? AND state = 'running'")
                .param(id)
                .update();
    }

    void seen(UUID id) {
        jdbc.sql("UPDATE " + table + " SET seen_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
    }

    /// Says how a job ended that did not come to its end.
    public void end(UUID id, JobState state, @Nullable Reason reason) {
        jdbc.sql("UPDATE " + table + " SET state = ?, reason = ?::jsonb, ended_at = ? WHERE id = ?")
                .params(state.word(), reason == null ? null : storable(reason), now(), id)
                .update();
    }

    /// Nothing of it is running here any more; what its row says now holds.
    public void over(UUID id) {
        ours.remove(id);
    }

    /// The jobs this process works on, taken before rows are read: a job leaves the set once its row tells how it
    /// ended,
    /// never earlier.
    public Set<UUID> begunHere() {
        return Set.copyOf(ours);
    }

    /// What an earlier process on this node was at is over; of another node's work, silence tells.
    public JobState state(ResultSet row, Set<UUID> begun) throws SQLException {
        JobState state = JobState.of(row.getString("state"));
        if (state != JobState.RUNNING || begun.contains(row.getObject("id", UUID.class))) return state;
        if (row.getString("node").equals(node)) return JobState.INTERRUPTED;
        Instant seen = row.getTimestamp("seen_at").toInstant();
        return seen.isBefore(clock.instant().minus(SILENCE)) ? JobState.INTERRUPTED : state;
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    public static @Nullable Reason reason(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null ? null : Json.read(reason, Reason.class);
    }

    /// As JSON that the database can keep: the names of columns may hold anything.
    public static String storable(Object value) {
        return Json.write(value)
                .replace("\\u0000", "\\ufffd")
                .codePoints()
                .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
