package org.throughline.inputs.imports;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.inputs.imports.ImportJob.State;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;

/// The rows of imports, and which of them this process works on.
@Component
class ImportJobRows {

    /// An import that says nothing for so long was interrupted, on whichever node it was.
    static final Duration SILENCE = Duration.ofSeconds(60);

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final DataFolder data;
    private final Clock clock;
    private final String node;
    private final Set<UUID> ours = ConcurrentHashMap.newKeySet();

    ImportJobRows(JdbcClient jdbc, DataFolder data, Clock clock) {
        this.jdbc = jdbc;
        this.data = data;
        this.clock = clock;
        // One process at a time has a data folder.
        this.node = new String(
                data.secret("node", () -> Ids.next().toString().getBytes(StandardCharsets.US_ASCII)),
                StandardCharsets.US_ASCII);
    }

    void insert(UUID id, CallId call, String name, String stored, String mapping, boolean dryRun, @Nullable UUID by) {
        ours.add(id);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                INSERT INTO inputs.import_job (id, call_id, file_name, stored, mapping, dry_run, state, started_by, started_at, seen_at, node)
                VALUES (?, ?, ?, ?, ?, ?, 'running', ?, ?, ?, ?)""")
                .params(id, call.value(), name, stored, mapping, dryRun, by, now, now, node)
                .update();
    }

    void progress(UUID id, long done, long rows, long refused) {
        jdbc.sql("UPDATE inputs.import_job SET done = ?, rows = ?, refused = ?, seen_at = ? WHERE id = ?")
                .params(done, rows, refused, Timestamp.from(clock.instant()), id)
                .update();
    }

    void seen(UUID id) {
        jdbc.sql("UPDATE inputs.import_job SET seen_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    void done(UUID id, ImportResult result) {
        jdbc.sql("""
                UPDATE inputs.import_job SET state = 'done', rows = ?, done = ?, inputs = ?, already = ?, refused = ?, repaired = ?,
                    unclear = ?, language_if_unclear = ?, encoding = ?, encoding_guessed = ?,
                    preview = ?::jsonb, ended_at = ? WHERE id = ?""")
                .params(
                        result.rows(),
                        result.rows(),
                        result.inputs(),
                        result.already(),
                        result.refusedInputs(),
                        result.repairedCells(),
                        result.unclear(),
                        result.languageIfUnclear(),
                        result.encoding(),
                        result.encodingGuessed(),
                        storable(result.preview()),
                        Timestamp.from(clock.instant()),
                        id)
                .update();
    }

    void end(UUID id, State state, @Nullable Reason reason) {
        jdbc.sql("UPDATE inputs.import_job SET state = ?, reason = ?::jsonb, ended_at = ? WHERE id = ?")
                .params(state.word(), reason == null ? null : storable(reason), Timestamp.from(clock.instant()), id)
                .update();
    }

    /// Nothing of it is running here any more; what its row says now holds.
    void over(UUID id) {
        ours.remove(id);
    }

    Optional<ImportJob> find(CallId call, UUID id) {
        Set<UUID> begun = begunHere();
        return jdbc.sql("SELECT * FROM inputs.import_job WHERE call_id = ? AND id = ?")
                .params(call.value(), id)
                .query((row, n) -> job(row, begun))
                .optional();
    }

    /// The newest first.
    List<ImportJob> of(CallId call) {
        Set<UUID> begun = begunHere();
        return jdbc.sql("SELECT * FROM inputs.import_job WHERE call_id = ? ORDER BY started_at DESC, id DESC LIMIT ?")
                .params(call.value(), SHOWN)
                .query((row, n) -> job(row, begun))
                .list();
    }

    // Taken before the row is read: an import leaves the set once its row tells how it ended, never earlier.
    private Set<UUID> begunHere() {
        return Set.copyOf(ours);
    }

    String stored(UUID id) {
        return jdbc.sql("SELECT stored FROM inputs.import_job WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    // The names of columns may hold anything.
    private static String storable(Object value) {
        return Json.write(value)
                .replace("\\u0000", "\\ufffd")
                .codePoints()
                .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private ImportJob job(ResultSet row, Set<UUID> begun) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        String preview = row.getString("preview");
        String reason = row.getString("reason");
        String stored = row.getString("stored");
        return new ImportJob(
                row.getObject("id", UUID.class),
                new CallId(row.getObject("call_id", UUID.class)),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                state(row, begun),
                row.getLong("rows"),
                row.getLong("done"),
                row.getLong("inputs"),
                row.getLong("already"),
                row.getLong("refused"),
                row.getLong("repaired"),
                row.getLong("unclear"),
                row.getString("language_if_unclear"),
                row.getString("encoding"),
                row.getBoolean("encoding_guessed"),
                row.getString("mapping"),
                preview == null ? null : Json.read(preview, Preview.class),
                reason == null ? null : Json.read(reason, Reason.class),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                !stored.isEmpty()
                        && java.nio.file.Files.exists(data.folder("imports").resolve(stored)));
    }

    // What an earlier process on this folder was at is over; of another node's work, silence tells.
    private State state(ResultSet row, Set<UUID> begun) throws SQLException {
        State state = State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT));
        if (state != State.RUNNING || begun.contains(row.getObject("id", UUID.class))) return state;
        if (row.getString("node").equals(node)) return State.INTERRUPTED;
        Instant seen = row.getTimestamp("seen_at").toInstant();
        return seen.isBefore(clock.instant().minus(SILENCE)) ? State.INTERRUPTED : state;
    }
}
