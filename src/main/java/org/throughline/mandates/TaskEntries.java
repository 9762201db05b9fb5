package org.throughline.mandates;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Ids;

/// The rows behind a task as the secretariat edits it: those of whom it is asked stand in rows of their own, and
/// how often it is due is one period made of two fields.
@Component
class TaskEntries {

    static final String SELECT = """
            SELECT x.id, i.slug AS instrument, 'mandates/' || i.slug || '/tasks/' || x.number AS subject, x.version,
                x.retired_reason AS retired, r.label AS revision, x.paragraph, x.words, x.note, x.verb,
                coalesce((SELECT string_agg(a.actor, ' ' ORDER BY a.position) FROM mandates.task_actor a
                    WHERE a.task_id = x.id AND a.role = 'responsible'), '') AS responsible,
                coalesce((SELECT string_agg(a.actor, ' ' ORDER BY a.position) FROM mandates.task_actor a
                    WHERE a.task_id = x.id AND a.role = 'invited'), '') AS invited,
                array_to_string(x.action_lines, ' ') AS "actionLines", array_to_string(x.sdgs, ' ') AS sdgs,
                array_to_string(x.gdc, ' ') AS gdc, x.due, coalesce(substring(x.every FROM '[0-9]+'), '') AS every,
                CASE right(x.every, 1) WHEN 'M' THEN 'months' WHEN 'Y' THEN 'years' ELSE '' END AS unit, x.due_until AS until,
                x.due_words AS "dueWords", x.certainty, x.source, x.source_url AS "sourceUrl"
            FROM mandates.task x JOIN mandates.instrument i ON i.id = x.instrument_id
            JOIN mandates.revision r ON r.id = x.revision_id""";

    private static final String EVERY = "CASE :every WHEN '' THEN '' ELSE 'P' || :every || upper(left(:unit, 1)) END";

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The next number of the instrument is the task's for good.
    ///
    /// @return its id
    String insert(String instrument, Map<String, String> values) {
        String id = Ids.next().toString();
        // One after the other, so that two tasks never have one number.
        jdbc.sql("SELECT id FROM mandates.instrument WHERE slug = ? FOR UPDATE")
                .param(instrument)
                .query()
                .singleRow();
        write("""
                INSERT INTO mandates.task (id, instrument_id, revision_id, number, paragraph, words, note, verb, action_lines, sdgs,
                    gdc, due, every, due_until, due_words, certainty, source, source_url, added_at, changed_at)
                SELECT :id::uuid, r.instrument_id, r.id,
                    (SELECT coalesce(max(t.number), 0) + 1 FROM mandates.task t WHERE t.instrument_id = r.instrument_id),
                    :paragraph, :words::jsonb, :note::jsonb, :verb, string_to_array(:actionLines, ' '), string_to_array(:sdgs, ' '),
                    string_to_array(:gdc, ' '), :due, %s, :until, :dueWords::jsonb, :certainty, :source, :sourceUrl, :now, :now
                FROM mandates.revision r WHERE r.id = %s""".formatted(EVERY, Entries.REVISION), id, instrument, values);
        actors(id, "responsible", values);
        actors(id, "invited", values);
        return id;
    }

    void update(Entry before, Map<String, String> values) {
        write("""
                UPDATE mandates.task SET revision_id = %s, paragraph = :paragraph, words = :words::jsonb, note = :note::jsonb,
                    verb = :verb, action_lines = string_to_array(:actionLines, ' '), sdgs = string_to_array(:sdgs, ' '),
                    gdc = string_to_array(:gdc, ' '), due = :due, every = %s, due_until = :until, due_words = :dueWords::jsonb,
                    certainty = :certainty, source = :source, source_url = :sourceUrl, changed_at = :now, version = version + 1
                WHERE id = :id::uuid""".formatted(Entries.REVISION, EVERY), before.id(), before.instrument(), values);
        Map<String, Object> changes = before.changes(values);
        if (!changes.containsKey("responsible") && !changes.containsKey("invited")) return;
        jdbc.sql("DELETE FROM mandates.task_actor WHERE task_id = ?::uuid")
                .param(before.id())
                .update();
        actors(before.id(), "responsible", values);
        actors(before.id(), "invited", values);
    }

    private void write(String sql, String id, String instrument, Map<String, String> values) {
        jdbc.sql(sql)
                .params(values)
                .param("id", id)
                .param("instrument", instrument)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void actors(String task, String role, Map<String, String> values) {
        String codes = values.getOrDefault(role, "");
        if (codes.isEmpty()) return;
        jdbc.sql("""
                INSERT INTO mandates.task_actor (task_id, actor, role, position)
                SELECT ?::uuid, a.code, ?, a.place FROM unnest(?) WITH ORDINALITY AS a (code, place)""").params(List.of(task, role, codes.split(" "))).update();
    }
}
