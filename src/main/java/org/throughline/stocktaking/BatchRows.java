package org.throughline.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import tools.jackson.databind.JsonNode;

/// The tables of what was done to many entries.
@Component
class BatchRows {

    private static final String HEADS = """
            SELECT b.*, count(i.*) FILTER (WHERE i.state = 'waiting') AS waiting,
                   count(i.*) FILTER (WHERE i.state = 'done') AS done, count(i.*) FILTER (WHERE i.state = 'skipped') AS skipped,
                   count(i.*) FILTER (WHERE i.state = 'undone') AS undone, count(i.*) FILTER (WHERE i.state = 'kept') AS kept
            FROM stocktaking.batch b LEFT JOIN stocktaking.batch_item i ON i.batch_id = b.id""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    BatchRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// One entry of a batch.
    ///
    /// @param before what has to be known to put it back
    record Item(
            int position,
            ProjectId project,
            int seen,
            @Nullable Integer after,
            @Nullable JsonNode before) {}

    void insert(UUID id, ProjectBatch.Kind kind, String words, Actor actor, Instant now) {
        jdbc.sql("""
                INSERT INTO stocktaking.batch (id, kind, words, person, name, begun_at, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(id, kind.word(), words, actor.person(), actor.name(), Timestamp.from(now), Timestamp.from(now))
                .update();
    }

    void add(UUID id, List<ProjectBatches.Pick> picks) {
        List<Object[]> rows = new ArrayList<>();
        for (ProjectBatches.Pick pick : picks) rows.add(new Object[] {id, rows.size() + 1, pick.seen(), pick.number()});
        template.batchUpdate("""
                INSERT INTO stocktaking.batch_item (batch_id, position, project_id, seen, state)
                SELECT ?, ?, id, ?, 'waiting' FROM stocktaking.project WHERE number = ?""", rows);
    }

    void addAll(UUID id, ProjectDesk.Filter filter) {
        List<Object> values = new ArrayList<>();
        values.add(id);
        String where = ProjectDesk.where(filter, values);
        jdbc.sql("""
                INSERT INTO stocktaking.batch_item (batch_id, position, project_id, seen, state)
                SELECT ?, row_number() OVER (ORDER BY p.sent_at, p.number), p.id, p.version, 'waiting'
                FROM stocktaking.project p """ + " " + ProjectDesk.joins(filter) + "WHERE " + where)
                .params(values)
                .update();
    }

    /// What was chosen, as [ProjectDesk#listed] says it of a list.
    ProjectDesk.Listed listed(UUID id) {
        return jdbc.sql("""
                SELECT count(*) AS count,
                       md5(coalesce(string_agg(p.number || ':' || i.seen, ' ' ORDER BY p.number), '')) AS state
                FROM stocktaking.batch_item i JOIN stocktaking.project p ON p.id = i.project_id WHERE i.batch_id = ?""").param(id).query(ProjectDesk.Listed.class).single();
    }

    Optional<ProjectBatch> find(UUID id) {
        return jdbc.sql(HEADS + " WHERE b.id = ? GROUP BY b.id")
                .param(id)
                .query(BatchRows::batch)
                .optional();
    }

    /// The newest ones.
    List<ProjectBatch> newest(int limit) {
        return jdbc.sql(HEADS
                        + " WHERE b.id IN (SELECT id FROM stocktaking.batch ORDER BY begun_at DESC LIMIT ?)"
                        + " GROUP BY b.id ORDER BY b.begun_at DESC")
                .param(limit)
                .query(BatchRows::batch)
                .list();
    }

    /// Those in which an entry was dealt with, newest first.
    List<ProjectBatch> of(ProjectId project, int limit) {
        return jdbc.sql(HEADS + """

                WHERE b.id IN (SELECT batch_id FROM stocktaking.batch_item WHERE project_id = ? AND state IN ('done', 'undone'))
                GROUP BY b.id ORDER BY b.begun_at DESC LIMIT ?""")
                .params(project.value(), limit)
                .query(BatchRows::batch)
                .list();
    }

    List<UUID> unfinished() {
        return jdbc.sql("""
                SELECT id FROM stocktaking.batch
                WHERE ended_at IS NULL AND stopped_at IS NULL OR undo_begun_at IS NOT NULL AND undone_at IS NULL""").query(UUID.class).list();
    }

    /// Waits for whoever works on it at this moment.
    boolean lock(UUID id) {
        return jdbc.sql("SELECT true FROM stocktaking.batch WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    List<Item> items(UUID id, String state, int limit, boolean backwards) {
        return jdbc.sql("SELECT position, project_id, seen, after, before FROM stocktaking.batch_item"
                        + " WHERE batch_id = ? AND state = ? ORDER BY position " + (backwards ? "DESC" : "ASC")
                        + " LIMIT ?")
                .params(id, state, limit)
                .query(BatchRows::item)
                .list();
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        String before = row.getString("before");
        return new Item(
                row.getInt("position"),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getInt("seen"),
                row.getObject("after", Integer.class),
                before == null ? null : Json.tree(before));
    }

    void done(UUID id, Item item, Object before, int after) {
        jdbc.sql("""
                UPDATE stocktaking.batch_item SET state = 'done', before = ?::jsonb, after = ?
                WHERE batch_id = ? AND position = ?""").params(Json.write(before), after, id, item.position()).update();
    }

    void mark(UUID id, Item item, String state, String why) {
        jdbc.sql("UPDATE stocktaking.batch_item SET state = ?, why = ? WHERE batch_id = ? AND position = ?")
                .params(state, why, id, item.position())
                .update();
    }

    /// Marks a moment of it: a column of the table.
    private void at(UUID id, String column, Instant now) {
        jdbc.sql("UPDATE stocktaking.batch SET " + column + " = ?, seen_at = ? WHERE id = ?")
                .params(Timestamp.from(now), Timestamp.from(now), id)
                .update();
    }

    void seen(UUID id, Instant now) {
        jdbc.sql("UPDATE stocktaking.batch SET seen_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void ended(UUID id, Instant now) {
        at(id, "ended_at", now);
    }

    void stopped(UUID id, Instant now) {
        at(id, "stopped_at", now);
    }

    void undoBegun(UUID id, Instant now) {
        at(id, "undo_begun_at", now);
    }

    void undone(UUID id, Instant now) {
        at(id, "undone_at", now);
    }

    /// Those of one outcome, by number.
    List<ProjectBatches.Outcome> outcomes(UUID id, String state, int limit) {
        return jdbc.sql("""
                SELECT p.number, r.title, r.language, i.why FROM stocktaking.batch_item i
                JOIN stocktaking.project p ON p.id = i.project_id
                JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.revision
                WHERE i.batch_id = ? AND i.state = ? ORDER BY i.position LIMIT ?""")
                .params(id, state, limit)
                .query((row, n) -> new ProjectBatches.Outcome(
                        row.getLong("number"), row.getString("title"), row.getString("language"), row.getString("why")))
                .list();
    }

    private static ProjectBatch batch(ResultSet row, int n) throws SQLException {
        return new ProjectBatch(
                row.getObject("id", UUID.class),
                ProjectBatch.Kind.of(row.getString("kind")),
                row.getString("words"),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                ProjectRows.instant(row, "ended_at"),
                ProjectRows.instant(row, "stopped_at"),
                ProjectRows.instant(row, "undo_begun_at"),
                ProjectRows.instant(row, "undone_at"),
                row.getInt("waiting"),
                row.getInt("done"),
                row.getInt("skipped"),
                row.getInt("undone"),
                row.getInt("kept"));
    }
}
