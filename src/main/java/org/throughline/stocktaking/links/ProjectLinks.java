package org.throughline.stocktaking.links;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.stocktaking.ProjectId;

/// What is known of the addresses that entries give: which answer, which do not and since when.
@Service
public class ProjectLinks {

    private final JdbcClient jdbc;
    private final ProjectLinkSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    ProjectLinks(JdbcClient jdbc, ProjectLinkSettings settings, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /// A link as it was seen last.
    ///
    /// @param outcome a word, empty while nobody looked; see the guide
    /// @param workedAt when it answered last
    /// @param failures in a row
    /// @param deadSince since when it counts as dead
    public record Link(
            String url,
            Instant firstSeenAt,
            @Nullable Instant checkedAt,
            @Nullable Instant workedAt,
            String outcome,
            int status,
            int failures,
            @Nullable Instant deadSince,
            @Nullable String movedTo) {}

    /// A dead link and an entry that gives it.
    public record Dead(Link link, long number, String title, String language) {}

    /// How the checking goes.
    ///
    /// @param enabled whether the operator lets it
    /// @param working whether a node is at it
    public record State(
            boolean enabled,
            boolean working,
            boolean resting,
            long known,
            long due,
            long failing,
            long dead,
            long checked) {}

    @Transactional(readOnly = true)
    public State state() {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                SELECT w.resting, coalesce(w.lease_until > ?, false) AS working, w.checked,
                       (SELECT count(*) FROM stocktaking.link) AS known,
                       (SELECT count(*) FROM stocktaking.link WHERE due_at <= ?) AS due,
                       (SELECT count(*) FROM stocktaking.link WHERE failures > 0) AS failing,
                       (SELECT count(*) FROM stocktaking.link WHERE dead_since IS NOT NULL) AS dead
                FROM stocktaking.link_watch w""")
                .params(now, now)
                .query((row, n) -> new State(
                        settings.enabled(),
                        row.getBoolean("working"),
                        row.getBoolean("resting"),
                        row.getLong("known"),
                        row.getLong("due"),
                        row.getLong("failing"),
                        row.getLong("dead"),
                        row.getLong("checked")))
                .single();
    }

    /// Lets the checking rest, or go on.
    @Transactional
    public void rest(boolean resting, Actor actor) {
        jdbc.sql("UPDATE stocktaking.link_watch SET resting = ?").param(resting).update();
        audit.record(actor, resting ? "links-resting" : "links-going-on", "stocktaking", Map.of());
    }

    /// The links of an entry, in its newest and its public state.
    @Transactional(readOnly = true)
    public List<Link> of(ProjectId project) {
        return jdbc.sql("""
                SELECT DISTINCT l.* FROM stocktaking.link l JOIN stocktaking.link_of o ON o.hash = l.hash
                WHERE o.project_id = ? ORDER BY l.url""").param(project.value()).query(ProjectLinks::link).list();
    }

    /// Dead links with the entries that give them, those that died last first.
    @Transactional(readOnly = true)
    public List<Dead> dead(int limit) {
        return jdbc.sql("""
                SELECT l.*, p.number, r.title, r.language FROM stocktaking.link l
                JOIN stocktaking.link_of o ON o.hash = l.hash
                JOIN stocktaking.project p ON p.id = o.project_id AND p.withdrawn_at IS NULL AND p.merged_into IS NULL
                JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.revision
                WHERE l.dead_since IS NOT NULL ORDER BY l.dead_since DESC, p.number LIMIT ?""")
                .param(limit)
                .query((row, n) -> new Dead(
                        link(row, n), row.getLong("number"), row.getString("title"), row.getString("language")))
                .list();
    }

    private static Link link(ResultSet row, int n) throws SQLException {
        return new Link(
                row.getString("url"),
                row.getTimestamp("first_seen_at").toInstant(),
                instant(row, "checked_at"),
                instant(row, "worked_at"),
                row.getString("outcome"),
                row.getInt("status"),
                row.getInt("failures"),
                instant(row, "dead_since"),
                row.getString("moved_to"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
