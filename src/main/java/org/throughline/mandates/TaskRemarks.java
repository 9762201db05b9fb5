package org.throughline.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.directory.PersonDeleted;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// What people say about tasks. Anybody who is signed in may contest a status or comment; all may read it once the
/// secretariat has read it and shown it. Nothing of it is ever changed, only shown or not, and a status is not
/// changed by it.
@Service
public class TaskRemarks {

    public static final int LONGEST = 5_000;

    private static final int MOST_WAITING_OF_ONE = 20;
    private static final int DECIDED = 50;

    private final JdbcClient jdbc;
    private final Published published;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    TaskRemarks(JdbcClient jdbc, Published published, AuditTrail audit, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.published = published;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// A remark as it is sent, checked by the page it was typed into.
    public record Sent(Remark.Kind kind, String text, String language, boolean nameShown) {}

    /// Takes a remark in and says its number. Refused from somebody of whom too many wait already.
    ///
    /// @param status of the task, as its author saw it
    @Transactional
    public int receive(Task task, TaskStatus status, Sent sent, Actor actor) {
        jdbc.sql("SELECT id FROM mandates.task WHERE id = ? FOR UPDATE")
                .param(task.id())
                .query(UUID.class)
                .single();
        int waiting = jdbc.sql(
                        "SELECT count(*) FROM mandates.remark WHERE person = ? AND shown_at IS NULL AND declined_at IS NULL")
                .param(actor.person())
                .query(Integer.class)
                .single();
        if (waiting >= MOST_WAITING_OF_ONE) throw Refusal.tooMany();
        return jdbc.sql("""
                INSERT INTO mandates.remark (id, task_id, number, kind, status, text, language, person, name, name_shown, received_at)
                VALUES (:id, :task, (SELECT coalesce(max(number), 0) + 1 FROM mandates.remark WHERE task_id = :task),
                    :kind, :status, :text, :language, :person, :name, :shown, :now) RETURNING number""")
                .param("id", Ids.next())
                .param("task", task.id())
                .param("kind", sent.kind().word())
                .param("status", sent.kind() == Remark.Kind.CONTEST ? status.word() : "")
                .param("text", sent.text())
                .param("language", sent.language())
                .param("person", actor.person())
                .param("name", actor.name())
                .param("shown", sent.nameShown())
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /// What the public may read about a task, oldest first.
    public List<Remark> shown(Task task) {
        return published
                .sql("""
                SELECT number, kind, status, text, language, name, received_at FROM mandates.published_remark
                WHERE task_id = ? ORDER BY number""")
                .param(task.id())
                .query((row, n) -> new Remark(
                        task.id(),
                        row.getInt("number"),
                        Remark.Kind.of(row.getString("kind")),
                        row.getString("status"),
                        row.getString("text"),
                        row.getString("language"),
                        row.getString("name"),
                        !row.getString("name").isEmpty(),
                        row.getTimestamp("received_at").toInstant(),
                        null,
                        null,
                        "",
                        0))
                .list();
    }

    /// @param instrument and `task` say on what; `words` are those of the task
    public record OnDesk(String instrument, int task, LocalizedText words, Remark remark) {}

    /// Those that wait on tasks that stand, oldest first, and the last that were decided on, for the secretariat.
    public List<OnDesk> desk() {
        return jdbc.sql("""
                (SELECT i.slug, t.number AS task_number, t.words AS task_words, r.* FROM mandates.remark r JOIN mandates.task t ON t.id = r.task_id
                    JOIN mandates.instrument i ON i.id = t.instrument_id
                    WHERE r.shown_at IS NULL AND r.declined_at IS NULL AND t.retired_at IS NULL
                    ORDER BY r.received_at LIMIT 200)
                UNION ALL
                (SELECT i.slug, t.number AS task_number, t.words AS task_words, r.* FROM mandates.remark r JOIN mandates.task t ON t.id = r.task_id
                    JOIN mandates.instrument i ON i.id = t.instrument_id
                    WHERE r.shown_at IS NOT NULL OR r.declined_at IS NOT NULL
                    ORDER BY coalesce(r.shown_at, r.declined_at) DESC LIMIT ?)""")
                .param(DECIDED)
                .query((row, n) -> new OnDesk(
                        row.getString("slug"),
                        row.getInt("task_number"),
                        Json.read(row.getString("task_words"), LocalizedText.class),
                        remark(row)))
                .list();
    }

    /// How much waits on a task: of everybody, and of one person.
    public record Waiting(long all, long own) {

        public static final Waiting NOTHING = new Waiting(0, 0);
    }

    public Waiting waiting(Task task, UUID person) {
        return jdbc.sql("""
                SELECT count(*) AS all_of_them, count(*) FILTER (WHERE person = ?) AS own FROM mandates.remark
                WHERE task_id = ? AND shown_at IS NULL AND declined_at IS NULL""")
                .params(person, task.id())
                .query((row, n) -> new Waiting(row.getLong("all_of_them"), row.getLong("own")))
                .single();
    }

    public long waiting() {
        return jdbc.sql("""
                SELECT count(*) FROM mandates.remark r JOIN mandates.task t ON t.id = r.task_id
                WHERE r.shown_at IS NULL AND r.declined_at IS NULL AND t.retired_at IS NULL""").query(Long.class).single();
    }

    /// Lets the public read a remark. Refused when somebody else decided since.
    @Transactional
    public void show(UUID id, int seen, Actor actor) {
        int changed =
                jdbc.sql("""
                UPDATE mandates.remark SET shown_at = ?, declined_at = NULL, reason = '', version = version + 1
                WHERE id = ? AND version = ?""").params(Timestamp.from(clock.instant()), id, seen).update();
        decided(changed, "task-remark-shown", id, Map.of(), actor);
    }

    /// Keeps a remark from the public, for a reason that stays in the record.
    @Transactional
    public void decline(UUID id, String reason, int seen, Actor actor) {
        if (reason.isBlank()) throw new Refusal("reason-missing", 422, "mandates.problem.reason-missing");
        int changed = jdbc.sql("""
                UPDATE mandates.remark SET shown_at = NULL, declined_at = ?, reason = ?, version = version + 1
                WHERE id = ? AND version = ?""")
                .params(Timestamp.from(clock.instant()), reason.strip(), id, seen)
                .update();
        decided(changed, "task-remark-declined", id, Map.of("reason", reason.strip()), actor);
    }

    private void decided(int changed, String action, UUID id, Map<String, ?> details, Actor actor) {
        if (changed == 0) throw Refusal.stale();
        String subject = jdbc.sql("""
                SELECT 'mandates/' || i.slug || '/tasks/' || t.number || '/remarks/' || r.number FROM mandates.remark r
                JOIN mandates.task t ON t.id = r.task_id JOIN mandates.instrument i ON i.id = t.instrument_id
                WHERE r.id = ?""").param(id).query(String.class).single();
        audit.record(actor, action, subject, details);
        pages.changed(TaskTags.TASKS);
    }

    // What was said stays, under the consent that was given with it; who said it is forgotten unless all may see it.
    @EventListener
    void on(PersonDeleted event) {
        jdbc.sql("""
                UPDATE mandates.remark SET person = NULL, name = CASE WHEN name_shown THEN name ELSE '' END WHERE person = ?""").param(event.person().value()).update();
    }

    private static Remark remark(ResultSet row) throws SQLException {
        return new Remark(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                Remark.Kind.of(row.getString("kind")),
                row.getString("status"),
                row.getString("text"),
                row.getString("language"),
                row.getString("name"),
                row.getBoolean("name_shown"),
                row.getTimestamp("received_at").toInstant(),
                instant(row, "shown_at"),
                instant(row, "declined_at"),
                row.getString("reason"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
