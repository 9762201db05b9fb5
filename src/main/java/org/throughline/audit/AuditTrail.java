package org.throughline.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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

    /// One of many acts of the same kind. See [#record] for what the parts may say.
    public record Done(Actor actor, String subject, Map<String, ?> details) {}

    /// Remembers many acts of the same kind at once.
    public void recordAll(String action, List<Done> acts) {
        jdbc.sql("""
                INSERT INTO audit.entry (id, at, actor, name, action, subject, details)
                SELECT act.id, ?, act.actor, act.name, ?, act.subject, act.details
                FROM unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[], ?::text[]::jsonb[])
                    AS act (id, actor, name, subject, details)""")
                .params(
                        Timestamp.from(clock.instant()),
                        action,
                        column(acts, act -> Ids.next()),
                        column(acts, act -> act.actor().person()),
                        column(acts, act -> act.actor().name()),
                        column(acts, Done::subject),
                        column(acts, act -> Json.write(act.details())))
                .update();
    }

    private static @Nullable String[] column(List<Done> acts, Function<Done, @Nullable Object> value) {
        return acts.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
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
