package org.throughline.inputs.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.calls.CallId;
import org.throughline.platform.Json;
import org.throughline.tables.JobFiles;
import org.throughline.tables.JobRows;

/// The rows of imports.
@Component
class ImportJobRows {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final JobFiles files;
    private final JobRows jobs;

    ImportJobRows(JdbcClient jdbc, JobFiles files) {
        this.jdbc = jdbc;
        this.files = files;
        this.jobs = files.rows(jdbc, "inputs.import_job");
    }

    JobRows jobs() {
        return jobs;
    }

    void insert(UUID id, CallId call, String name, String stored, String mapping, boolean dryRun, @Nullable UUID by) {
        jobs.begun(id);
        Timestamp now = jobs.now();
        jdbc.sql("""
                INSERT INTO inputs.import_job (id, call_id, file_name, stored, mapping, dry_run, state, started_by, started_at, seen_at, node)
                VALUES (?, ?, ?, ?, ?, ?, 'running', ?, ?, ?, ?)""")
                .params(id, call.value(), name, stored, mapping, dryRun, by, now, now, jobs.node())
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
                        JobRows.storable(result.preview()),
                        jobs.now(),
                        id)
                .update();
    }

    Optional<ImportJob> find(CallId call, UUID id) {
        Set<UUID> begun = jobs.begunHere();
        return jdbc.sql("SELECT * FROM inputs.import_job WHERE call_id = ? AND id = ?")
                .params(call.value(), id)
                .query((row, n) -> job(row, begun))
                .optional();
    }

    /// The newest first.
    List<ImportJob> of(CallId call) {
        Set<UUID> begun = jobs.begunHere();
        return jdbc.sql("SELECT * FROM inputs.import_job WHERE call_id = ? ORDER BY started_at DESC, id DESC LIMIT ?")
                .params(call.value(), SHOWN)
                .query((row, n) -> job(row, begun))
                .list();
    }

    String stored(UUID id) {
        return jdbc.sql("SELECT stored FROM inputs.import_job WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private ImportJob job(ResultSet row, Set<UUID> begun) throws SQLException {
        String preview = row.getString("preview");
        return new ImportJob(
                row.getObject("id", UUID.class),
                new CallId(row.getObject("call_id", UUID.class)),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                jobs.state(row, begun),
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
                JobRows.reason(row),
                row.getTimestamp("started_at").toInstant(),
                JobRows.instant(row, "ended_at"),
                files.isKept(row.getString("stored")));
    }
}
