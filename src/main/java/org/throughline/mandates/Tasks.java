package org.throughline.mandates;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.mandates.Task.Asked;
import org.throughline.mandates.Task.Body;
import org.throughline.mandates.Task.Verb;
import org.throughline.platform.Certainty;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.platform.Source;

/// The tasks that instruments give, as everybody may read them, in the order of their paragraphs.
@Service
public class Tasks {

    private static final String TASKS = """
            SELECT t.id, i.slug, t.revision_id, t.number, t.paragraph, t.words, t.note, t.verb, t.action_lines, t.sdgs, t.gdc, t.due,
                   t.every, t.due_until, t.due_words, t.certainty, t.source, t.source_url, t.added_at, t.changed_at
            FROM mandates.published_task t JOIN mandates.published_instrument i ON i.id = t.instrument_id""";

    // As people count: 23, 28 (e), 113; what has no paragraph comes last.
    private static final Comparator<Task> IN_ORDER = Comparator.comparing(Task::instrument)
            .thenComparingInt(task -> leading(task.paragraph()))
            .thenComparing(Task::paragraph)
            .thenComparingInt(Task::number);

    private final Published published;
    private final Clock clock;

    Tasks(Published published, Clock clock) {
        this.published = published;
        this.clock = clock;
    }

    /// The day by which dates are past or not: that of Geneva.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moments.GENEVA);
    }

    /// Those of one instrument.
    public List<Task> of(String instrument) {
        return whole(published.sql(TASKS + " WHERE i.slug = ?").param(instrument));
    }

    /// Those of all instruments.
    public List<Task> all() {
        return whole(published.sql(TASKS));
    }

    /// How many tasks each of these instruments has; those without any are left out.
    public Map<String, Integer> counts(Collection<String> instruments) {
        Map<String, Integer> counts = new HashMap<>();
        published.sql("""
                SELECT i.slug, count(*) AS tasks FROM mandates.published_task t
                JOIN mandates.published_instrument i ON i.id = t.instrument_id WHERE i.slug = ANY (?) GROUP BY i.slug""").param(instruments.toArray(String[]::new)).query(row -> {
            counts.put(row.getString("slug"), row.getInt("tasks"));
        });
        return counts;
    }

    public Optional<Task> find(String instrument, int number) {
        return whole(published.sql(TASKS + " WHERE i.slug = ? AND t.number = ?").params(instrument, number)).stream()
                .findFirst();
    }

    /// Refused as gone where the task was taken back, and as not found where there never was one.
    public Task get(String instrument, int number) {
        return find(instrument, number)
                .orElseThrow(() -> published
                        .sql("""
                        SELECT retired_at, retired_reason FROM mandates.published_task_tombstone WHERE slug = ? AND number = ?""")
                        .params(instrument, number)
                        .query((row, n) -> MandateRefusals.retiredTask(
                                row.getTimestamp("retired_at").toInstant(), row.getString("retired_reason")))
                        .optional()
                        .orElseGet(Refusal::notFound));
    }

    /// Everybody of whom something can be asked, in a fixed order.
    public List<Body> bodies() {
        return published
                .sql("SELECT code, name FROM mandates.published_actor ORDER BY position, code")
                .query((row, n) -> new Body(row.getString("code"), text(row, "name")))
                .list();
    }

    private List<Task> whole(JdbcClient.StatementSpec asked) {
        List<Task> bare = asked.query((row, n) -> bare(row)).list();
        if (bare.isEmpty()) return bare;
        UUID[] ids = bare.stream().map(Task::id).toArray(UUID[]::new);
        Map<UUID, List<Asked>> bodies = new HashMap<>();
        published.sql("""
                SELECT t.task_id, t.role, a.code, a.name FROM mandates.published_task_actor t
                JOIN mandates.published_actor a ON a.code = t.actor WHERE t.task_id = ANY (?) ORDER BY t.position""").param(ids).query(row -> {
            bodies.computeIfAbsent(row.getObject("task_id", UUID.class), id -> new ArrayList<>())
                    .add(new Asked(
                            new Body(row.getString("code"), text(row, "name")),
                            row.getString("role").equals("invited")));
        });
        Map<UUID, List<Evidence>> evidence = evidence(ids);
        Map<UUID, List<String>> contested = new HashMap<>();
        published
                .sql(
                        "SELECT DISTINCT task_id, status FROM mandates.published_remark WHERE kind = 'contest' AND task_id = ANY (?)")
                .param(ids)
                .query(row -> {
                    contested
                            .computeIfAbsent(row.getObject("task_id", UUID.class), id -> new ArrayList<>())
                            .add(row.getString("status"));
                });
        return bare.stream()
                .map(task -> with(
                        task,
                        bodies.getOrDefault(task.id(), List.of()),
                        evidence.getOrDefault(task.id(), List.of()),
                        contested.getOrDefault(task.id(), List.of())))
                .sorted(IN_ORDER)
                .toList();
    }

    private Map<UUID, List<Evidence>> evidence(UUID[] tasks) {
        Map<UUID, List<Evidence>> evidence = new HashMap<>();
        published.sql("""
                SELECT id, task_id, kind, thing, title, language, url, happened, round, source, source_url, added_at
                FROM mandates.published_evidence WHERE task_id = ANY (?) ORDER BY happened, added_at, id""").param(tasks).query(row -> {
            evidence.computeIfAbsent(row.getObject("task_id", UUID.class), id -> new ArrayList<>())
                    .add(new Evidence(
                            row.getObject("id", UUID.class),
                            Evidence.Kind.of(row.getString("kind")),
                            Evidence.Thing.of(row.getString("thing")),
                            row.getString("title"),
                            row.getString("language"),
                            row.getString("url"),
                            row.getString("happened"),
                            row.getString("round"),
                            new Source(row.getString("source"), row.getString("source_url"), Certainty.CONFIRMED),
                            row.getTimestamp("added_at").toInstant()));
        });
        return evidence;
    }

    private static Task bare(ResultSet row) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getObject("revision_id", UUID.class),
                row.getInt("number"),
                row.getString("paragraph"),
                text(row, "words"),
                text(row, "note"),
                Verb.of(row.getString("verb")),
                List.of(),
                codes(row, "action_lines"),
                codes(row, "sdgs"),
                codes(row, "gdc"),
                new Due(row.getString("due"), row.getString("every"), row.getString("due_until")),
                text(row, "due_words"),
                new Source(
                        row.getString("source"),
                        row.getString("source_url"),
                        Certainty.written(row.getString("certainty"))),
                row.getTimestamp("added_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                List.of(),
                List.of());
    }

    private static Task with(Task task, List<Asked> asked, List<Evidence> evidence, List<String> contested) {
        return new Task(
                task.id(),
                task.instrument(),
                task.revision(),
                task.number(),
                task.paragraph(),
                task.words(),
                task.note(),
                task.verb(),
                asked,
                task.actionLines(),
                task.sdgs(),
                task.gdc(),
                task.due(),
                task.dueWords(),
                task.source(),
                task.addedAt(),
                task.changedAt(),
                evidence,
                contested);
    }

    private static int leading(String paragraph) {
        String digits = paragraph.replaceFirst("\\D.*", "");
        return digits.isEmpty() || digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static LocalizedText text(ResultSet row, String column) throws SQLException {
        return Json.read(row.getString(column), LocalizedText.class);
    }

    private static List<String> codes(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
