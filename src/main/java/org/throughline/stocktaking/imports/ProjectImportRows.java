package org.throughline.stocktaking.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.tables.JobFiles;
import org.throughline.tables.JobRows;

/// The rows of imports of projects.
@Component
class ProjectImportRows {

    private static final int SHOWN = 50;
    private static final String JOB = """
            SELECT j.*, c.slug,
                   (SELECT count(*) FROM stocktaking.import_row r WHERE r.job_id = j.id AND NOT r.undone) AS effects
            FROM stocktaking.import_job j JOIN stocktaking.collection c ON c.id = j.collection_id""";

    private final JdbcClient jdbc;
    private final JobFiles files;
    private final JobRows jobs;

    ProjectImportRows(JdbcClient jdbc, JobFiles files) {
        this.jdbc = jdbc;
        this.files = files;
        this.jobs = files.rows(jdbc, "stocktaking.import_job");
    }

    JobRows jobs() {
        return jobs;
    }

    /// What is to be done with a file, as its row says it.
    ///
    /// @param undoes the import to take back; absent for imports
    record Begun(
            UUID id,
            ProjectCollection collection,
            @Nullable UUID undoes,
            String file,
            String stored,
            String mapping,
            boolean dryRun,
            boolean publish,
            String consentBasis) {}

    void insert(Begun begun, @Nullable UUID by) {
        insert(begun, by, jobs.node());
    }

    /// @param node which process works on it
    void insert(Begun begun, @Nullable UUID by, String node) {
        jobs.begun(begun.id());
        var now = jobs.now();
        jdbc.sql("""
                INSERT INTO stocktaking.import_job (id, collection_id, undoes, file_name, stored, mapping, dry_run, publish,
                    consent_basis, state, started_by, started_at, seen_at, node)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', ?, ?, ?, ?)""")
                .params(
                        begun.id(),
                        begun.collection().id(),
                        begun.undoes(),
                        begun.file(),
                        begun.stored(),
                        begun.mapping(),
                        begun.dryRun(),
                        begun.publish(),
                        begun.consentBasis(),
                        by,
                        now,
                        now,
                        node)
                .update();
    }

    void done(UUID id, ProjectImportResult result) {
        jdbc.sql("""
                UPDATE stocktaking.import_job SET state = 'done', rows = ?, done = ?, taken = ?, changed = ?, already = ?,
                    refused = ?, repaired = ?, unclear = ?, encoding = ?, encoding_guessed = ?, preview = ?::jsonb, ended_at = ?
                WHERE id = ?""")
                .params(
                        result.rows(),
                        result.rows(),
                        result.taken(),
                        result.changed(),
                        result.already(),
                        result.refused(),
                        result.repaired(),
                        result.unclear(),
                        result.encoding(),
                        result.encodingGuessed(),
                        JobRows.storable(result.preview()),
                        jobs.now(),
                        id)
                .update();
    }

    void undone(UUID id, long rows, long withdrawn, long restored, long kept) {
        jdbc.sql("""
                UPDATE stocktaking.import_job SET state = 'done', rows = ?, done = ?, taken = ?, changed = ?, refused = ?,
                    ended_at = ? WHERE id = ?""")
                .params(rows, rows, withdrawn, restored, kept, jobs.now(), id)
                .update();
    }

    Optional<ProjectImport> find(UUID id) {
        Set<UUID> begun = jobs.begunHere();
        return jdbc.sql(JOB + " WHERE j.id = ?")
                .param(id)
                .query((row, n) -> job(row, begun))
                .optional();
    }

    /// The newest first.
    List<ProjectImport> all() {
        Set<UUID> begun = jobs.begunHere();
        return jdbc.sql(JOB + " ORDER BY j.started_at DESC, j.id DESC LIMIT ?")
                .param(SHOWN)
                .query((row, n) -> job(row, begun))
                .list();
    }

    String stored(UUID id) {
        return jdbc.sql("SELECT stored FROM stocktaking.import_job WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private ProjectImport job(ResultSet row, Set<UUID> begun) throws SQLException {
        String preview = row.getString("preview");
        return new ProjectImport(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getObject("undoes", UUID.class),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                row.getBoolean("publish"),
                row.getString("consent_basis"),
                jobs.state(row, begun),
                row.getLong("rows"),
                row.getLong("done"),
                row.getLong("taken"),
                row.getLong("changed"),
                row.getLong("already"),
                row.getLong("refused"),
                row.getLong("repaired"),
                row.getLong("unclear"),
                row.getString("encoding"),
                row.getBoolean("encoding_guessed"),
                row.getString("mapping"),
                preview == null ? null : Json.read(preview, ProjectPreview.class),
                JobRows.reason(row),
                row.getTimestamp("started_at").toInstant(),
                JobRows.instant(row, "ended_at"),
                files.isKept(row.getString("stored")),
                row.getLong("effects"));
    }
}
