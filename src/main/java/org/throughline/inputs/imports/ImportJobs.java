package org.throughline.inputs.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.CallId;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Ids;
import org.throughline.platform.Refusal;

/// Imports that the server does by itself once a file was handed over: they go on when nobody looks, and can be stopped
/// between two batches; what was taken in until then stays.
@Service
public class ImportJobs {

    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);
    private static final long SECOND = 1_000_000_000L;

    private final JdbcClient jdbc;
    private final Importer importer;
    private final DataFolder data;
    private final Clock clock;
    private final Set<UUID> stopped = ConcurrentHashMap.newKeySet();

    ImportJobs(JdbcClient jdbc, Importer importer, DataFolder data, Clock clock) {
        this.jdbc = jdbc;
        this.importer = importer;
        this.data = data;
        this.clock = clock;
    }

    /// One import. `state` is running, done, stopped or failed; `problem` says why it failed.
    public record Job(
            UUID id,
            CallId call,
            String file,
            boolean dryRun,
            String state,
            long rows,
            long done,
            long inputs,
            long already,
            long refused,
            long repaired,
            String problem,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /// Begins an import of a stored file, which is deleted at the end.
    ///
    /// @param mapping as JSON; null when the columns speak for themselves
    public Job start(Call call, Path file, String name, @Nullable String mapping, boolean dryRun, Actor actor) {
        Mapping read = mapping == null || mapping.isBlank() ? null : parsed(mapping);
        UUID id = Ids.next();
        jdbc.sql("""
                INSERT INTO inputs.import_job (id, call_id, file_name, dry_run, state, started_by, started_at)
                VALUES (?, ?, ?, ?, 'running', ?, ?)""")
                .params(id, call.id().value(), name, dryRun, actor.name(), Timestamp.from(clock.instant()))
                .update();
        Thread.ofVirtual().name("import-" + id).start(() -> work(id, call.slug(), file, read, dryRun, actor));
        return find(call.id(), id).orElseThrow();
    }

    private static Mapping parsed(String mapping) {
        try {
            return Mapping.parse(mapping, "of the import");
        } catch (ImportFailed e) {
            throw new Refusal("mapping-wrong", 422, "inputs.api.mapping-wrong", String.valueOf(e.getMessage()));
        }
    }

    public Optional<Job> find(CallId call, UUID id) {
        return jdbc.sql("SELECT * FROM inputs.import_job WHERE call_id = ? AND id = ?")
                .params(call.value(), id)
                .query((row, n) -> job(row))
                .optional();
    }

    /// Where the refused rows of an import stand; there is no such file when none was refused.
    public Path refusedFile(Job job) {
        return data.folder("imports").resolve(job.id() + ".refused.csv");
    }

    public void stop(Job job) {
        stopped.add(job.id());
    }

    private void work(UUID id, String slug, Path file, @Nullable Mapping mapping, boolean dryRun, Actor actor) {
        long[] told = {System.nanoTime()};
        Progress progress = (done, total, refused) -> {
            if (stopped.contains(id)) throw new CancellationException();
            if (System.nanoTime() - told[0] < SECOND) return;
            told[0] = System.nanoTime();
            jdbc.sql("UPDATE inputs.import_job SET done = ?, rows = ?, refused = ? WHERE id = ?").params(done, total, refused, id).update();
        };
        try {
            Path refused = data.folder("imports").resolve(id + ".refused.csv");
            ImportResult result = importer.run(slug, file, mapping, refused, dryRun, actor, progress);
            jdbc.sql("""
                    UPDATE inputs.import_job SET state = 'done', rows = ?, done = ?, inputs = ?, already = ?, refused = ?,
                        repaired = ?, ended_at = ? WHERE id = ?""")
                    .params(
                            result.rows(), result.rows(), result.inputs(), result.already(), result.refusedInputs(),
                            result.repairedCells(), Timestamp.from(clock.instant()), id)
                    .update();
            log.info("Import {} into {} done: {} inputs, {} refused", id, slug, result.inputs(), result.refusedInputs());
        } catch (CancellationException e) {
            end(id, "stopped", "");
        } catch (ImportFailed e) {
            end(id, "failed", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("Import {} failed", id, e);
            end(id, "failed", "Something failed on our side; the log has it under " + id + ". Import again: what was taken in is not doubled.");
        } finally {
            stopped.remove(id);
            delete(file);
        }
    }

    private void end(UUID id, String state, String problem) {
        jdbc.sql("UPDATE inputs.import_job SET state = ?, problem = ?, ended_at = ? WHERE id = ?")
                .params(state, problem, Timestamp.from(clock.instant()), id)
                .update();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Job job(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Job(
                row.getObject("id", UUID.class),
                new CallId(row.getObject("call_id", UUID.class)),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                row.getString("state"),
                row.getLong("rows"),
                row.getLong("done"),
                row.getLong("inputs"),
                row.getLong("already"),
                row.getLong("refused"),
                row.getLong("repaired"),
                row.getString("problem"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
