package org.throughline.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;

/// Remembers every act on every thing, in the transaction of the act itself, so that neither exists without the
/// other.
@Service
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param action what was done, past tense, such as `call-extended`
    /// @param subject the thing it was done to, as its public address without the leading slash, such as
    /// `calls/wsis20`
    /// @param details what changed, by field; no secrets, no personal data that the thing itself does not keep
    public void record(Actor actor, String action, String subject, Map<String, ?> details) {
        jdbc.sql("""
                INSERT INTO audit.entry (id, at, actor, name, action, subject, details)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        Ids.next(),
                        Timestamp.from(clock.instant()),
                        actor.person(),
                        actor.name(),
                        action,
                        subject,
                        Json.write(details))
                .update();
    }

    /// Takes the name of somebody who is no longer known out of every act; that one person did them can still be
    /// seen.
    public void forgetName(UUID person) {
        jdbc.sql("UPDATE audit.entry SET name = '–' WHERE actor = ?")
                .param(person)
                .update();
    }

    /// Remembers the same act on many things at once.
    public void recordAll(Actor actor, String action, List<String> subjects, Map<String, ?> details) {
        jdbc.sql("""
                INSERT INTO audit.entry (id, at, actor, name, action, subject, details)
                SELECT act.id, ?, ?::uuid, ?, ?, act.subject, ?::jsonb
                FROM unnest(?::text[]::uuid[], ?::text[]) AS act (id, subject)""")
                .params(
                        Timestamp.from(clock.instant()),
                        actor.person() == null ? null : actor.person().toString(),
                        actor.name(),
                        action,
                        Json.write(details),
                        subjects.stream().map(subject -> Ids.next().toString()).toArray(String[]::new),
                        subjects.toArray(String[]::new))
                .update();
    }

    /// The newest acts on a thing, newest first.
    public List<Act> of(String subject, int limit) {
        return jdbc.sql("""
                SELECT at, actor, name, action, details FROM audit.entry
                WHERE subject = ? ORDER BY at DESC, id DESC LIMIT ?""")
                .params(subject, limit)
                .query((row, n) -> new Act(
                        row.getTimestamp("at").toInstant(),
                        row.getObject("actor", UUID.class),
                        row.getString("name"),
                        row.getString("action"),
                        row.getString("details")))
                .list();
    }

    /// One remembered act; `details` is a JSON object.
    public record Act(java.time.Instant at, @Nullable UUID actor, String name, String action, String details) {}
}
