package org.throughline.reports;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.DataFolder;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.reports.Edition.State;

/// The rows of editions, and which of them this process is making.
@Component
class EditionRows {

    /// A making that says nothing for so long was interrupted, on whichever node it was.
    static final Duration SILENCE = Duration.ofSeconds(60);

    private static final String WHOLE = """
            SELECT e.*, r.slug, k.recipe FROM reports.edition e JOIN reports.report r ON r.id = e.report_id
            JOIN reports.recipe k ON k.report_id = e.report_id AND k.version = e.recipe_version
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String node;
    private final Set<UUID> ours = ConcurrentHashMap.newKeySet();

    EditionRows(JdbcClient jdbc, DataFolder data, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        // One process at a time has a data folder.
        this.node = new String(
                data.secret("node", () -> Ids.next().toString().getBytes(StandardCharsets.US_ASCII)),
                StandardCharsets.US_ASCII);
    }

    UUID insert(Report report, Stage stage, @Nullable Instant commentsUntil, @Nullable UUID by) {
        UUID id = Ids.next();
        ours.add(id);
        Timestamp now = now();
        jdbc.sql("""
                INSERT INTO reports.edition (id, report_id, number, stage, recipe_version, comments_until, state, node, started_by,
                    started_at, seen_at)
                VALUES (:id, :report, (SELECT coalesce(max(number), 0) + 1 FROM reports.edition
                    WHERE report_id = :report AND discarded_at IS NULL), :stage, :recipe, :until, 'running', :node, :by, :now, :now)""")
                .param("id", id)
                .param("report", report.id())
                .param("stage", stage.word())
                .param("recipe", report.recipeVersion())
                .param("until", commentsUntil == null ? null : Timestamp.from(commentsUntil))
                .param("node", node)
                .param("by", by)
                .param("now", now)
                .update();
        return id;
    }

    /// Takes a making up again that had ended before its end; false when somebody else just did.
    boolean again(UUID id) {
        ours.add(id);
        int changed = jdbc.sql("""
                UPDATE reports.edition SET state = 'running', node = ?, seen_at = ?, ended_at = NULL, problem = '', done = 0,
                    stop_asked = false
                WHERE id = ? AND published_at IS NULL AND discarded_at IS NULL
                AND (state IN ('stopped', 'failed') OR node = ? OR seen_at < ?)""")
                .params(node, now(), id, node, Timestamp.from(clock.instant().minus(SILENCE)))
                .update();
        if (changed == 0) ours.remove(id);
        return changed > 0;
    }

    /// Whether somebody wants the making to stop is the answer.
    boolean progress(UUID id, String step, long done, long rows) {
        return jdbc.sql("""
                UPDATE reports.edition SET step = ?, done = ?, rows = ?, seen_at = ? WHERE id = ? RETURNING stop_asked""")
                .params(step, done, rows, now(), id)
                .query(Boolean.class)
                .single();
    }

    void askToStop(UUID id) {
        jdbc.sql("UPDATE reports.edition SET stop_asked = true WHERE id = ? AND state = 'running'")
                .param(id)
                .update();
    }

    boolean isStopAsked(UUID id) {
        return jdbc.sql("SELECT stop_asked FROM reports.edition WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    void seen(UUID id) {
        jdbc.sql("UPDATE reports.edition SET seen_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
    }

    void end(UUID id, State state, String problem) {
        jdbc.sql("UPDATE reports.edition SET state = ?, problem = ?, step = '', ended_at = ? WHERE id = ?")
                .params(state.name().toLowerCase(Locale.ROOT), problem, now(), id)
                .update();
    }

    /// Nothing of it is running here any more; what its row says now holds.
    void over(UUID id) {
        ours.remove(id);
    }

    Optional<Edition> find(UUID id) {
        Set<UUID> begun = Set.copyOf(ours);
        return jdbc.sql(WHOLE + "WHERE e.id = ? AND e.discarded_at IS NULL")
                .param(id)
                .query((row, n) -> edition(row, begun))
                .optional();
    }

    /// The newest first.
    List<Edition> of(UUID report) {
        Set<UUID> begun = Set.copyOf(ours);
        return jdbc.sql(WHOLE + "WHERE e.report_id = ? AND e.discarded_at IS NULL ORDER BY e.number DESC")
                .param(report)
                .query((row, n) -> edition(row, begun))
                .list();
    }

    private Edition edition(ResultSet row, Set<UUID> begun) throws SQLException {
        return new Edition(
                row.getObject("id", UUID.class),
                row.getObject("report_id", UUID.class),
                row.getString("slug"),
                row.getInt("number"),
                Stage.of(row.getString("stage")),
                row.getInt("recipe_version"),
                Json.read(row.getString("recipe"), Recipe.class),
                instant(row, "comments_until"),
                state(row, begun),
                row.getString("step"),
                row.getLong("done"),
                row.getLong("rows"),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "ended_at"),
                instant(row, "frozen_at"),
                row.getInt("projects"),
                row.getInt("register"),
                instant(row, "published_at"),
                row.getInt("version"));
    }

    // What an earlier process on this folder was at is over; of another node's work, silence tells.
    private State state(ResultSet row, Set<UUID> begun) throws SQLException {
        State state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        if (state != State.RUNNING || begun.contains(row.getObject("id", UUID.class))) return state;
        if (row.getString("node").equals(node)) return State.INTERRUPTED;
        Instant seen = row.getTimestamp("seen_at").toInstant();
        return seen.isBefore(clock.instant().minus(SILENCE)) ? State.INTERRUPTED : state;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
