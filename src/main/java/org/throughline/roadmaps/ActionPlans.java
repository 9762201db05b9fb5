package org.throughline.roadmaps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Json;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;
import org.throughline.roadmaps.ActionPlan.Facts;

/// The road maps of action lines: read by everybody, written by the secretariat. Every state is kept.
@Service
public class ActionPlans {

    /// What pages that show them depend on.
    public static final String TAG = "action-plans";

    private final JdbcClient jdbc;
    private final Published published;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    ActionPlans(JdbcClient jdbc, Published published, AuditTrail audit, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.published = published;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    public List<ActionPlan> all() {
        return published
                .sql("SELECT line, version, changed_at, facts FROM roadmaps.published_plan")
                .query((row, n) -> plan(row))
                .list();
    }

    public Optional<ActionPlan> of(String line) {
        return published
                .sql("SELECT line, version, changed_at, facts FROM roadmaps.published_plan WHERE line = ?")
                .param(line)
                .query((row, n) -> plan(row))
                .optional();
    }

    /// One state that a road map was in.
    public record Version(int version, Instant at, Facts facts) {}

    /// Every state of an action line's road map, newest first.
    public List<Version> versions(String line) {
        return published
                .sql(
                        "SELECT version, at, facts FROM roadmaps.published_plan_version WHERE line = ? ORDER BY version DESC")
                .param(line)
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        row.getTimestamp("at").toInstant(),
                        Json.read(row.getString("facts"), Facts.class)))
                .list();
    }

    /// Writes the first state or the next one; does nothing where nothing is different.
    ///
    /// @param version the version the editor saw, 0 where there was none; refused as stale where it is
    ///     another now
    @Transactional
    public void save(String line, Facts facts, int version, Actor actor) {
        Timestamp now = Timestamp.from(clock.instant());
        if (version == 0) {
            if (jdbc.sql("""
                            INSERT INTO roadmaps.plan (line, facts, changed_at) VALUES (?, ?::jsonb, ?)
                            ON CONFLICT DO NOTHING""").params(line, Json.write(facts), now).update() == 0) throw Refusal.stale();
        } else {
            Optional<String> before = jdbc.sql(
                            "SELECT facts FROM roadmaps.plan WHERE line = ? AND version = ? FOR UPDATE")
                    .params(line, version)
                    .query(String.class)
                    .optional();
            if (before.isEmpty()) throw Refusal.stale();
            if (Json.read(before.get(), Facts.class).equals(facts)) return;
            jdbc.sql("UPDATE roadmaps.plan SET facts = ?::jsonb, version = version + 1, changed_at = ? WHERE line = ?")
                    .params(Json.write(facts), now, line)
                    .update();
        }
        jdbc.sql("INSERT INTO roadmaps.plan_version (line, version, at, facts) VALUES (?, ?, ?, ?::jsonb)")
                .params(line, version + 1, now, Json.write(facts))
                .update();
        audit.record(
                actor,
                "plan-edited",
                "roadmaps/action-lines/" + line,
                Map.of(
                        "activities",
                        facts.activities().size(),
                        "indicators",
                        facts.indicators().size()));
        pages.changed(TAG);
    }

    private static ActionPlan plan(ResultSet row) throws SQLException {
        return new ActionPlan(
                row.getString("line"),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant(),
                Json.read(row.getString("facts"), Facts.class));
    }
}
