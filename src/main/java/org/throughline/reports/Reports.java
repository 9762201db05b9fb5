package org.throughline.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;

/// The reports of this site and their recipes. Changing a recipe makes its next version; editions keep the one they
/// were
/// made by.
@Service
public class Reports {

    /// What an address may look like.
    public static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,79}");

    private static final List<String> TAKEN = List.of("new", "work");
    private static final String WHOLE = """
            SELECT r.id, r.slug, r.recipe_version, k.recipe, r.version FROM reports.report r
            JOIN reports.recipe k ON k.report_id = r.id AND k.version = r.recipe_version
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Reports(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Makes a report. Refuses an address that is none or is taken.
    @Transactional
    public Report create(String slug, Recipe recipe, Actor actor) {
        if (!SLUG.matcher(slug).matches() || TAKEN.contains(slug))
            throw new Refusal("report-address", 422, "reports.problem.address");
        UUID id = Ids.next();
        try {
            jdbc.sql("INSERT INTO reports.report (id, slug, created_at, created_by) VALUES (?, ?, ?, ?)")
                    .params(id, slug, now(), actor.person())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal("report-exists", 409, "reports.problem.exists");
        }
        keep(id, 1, recipe, actor.person());
        audit.record(actor, "report-created", "reports/" + slug, Map.of());
        return new Report(id, slug, 1, recipe, 0);
    }

    /// Gives a report another recipe, from its next edition on. Refused when it was changed since `seen`.
    @Transactional
    public Report change(Report report, Recipe recipe, int seen, Actor actor) {
        int next = report.recipeVersion() + 1;
        int changed = jdbc.sql("""
                UPDATE reports.report SET recipe_version = ?, version = version + 1 WHERE id = ? AND version = ?""").params(next, report.id(), seen).update();
        if (changed == 0) throw Refusal.stale();
        keep(report.id(), next, recipe, actor.person());
        audit.record(actor, "report-recipe-changed", "reports/" + report.slug(), Map.of("recipe", next));
        return new Report(report.id(), report.slug(), next, recipe, seen + 1);
    }

    private void keep(UUID report, int version, Recipe recipe, @Nullable UUID by) {
        jdbc.sql(
                        "INSERT INTO reports.recipe (report_id, version, recipe, made_at, made_by) VALUES (?, ?, ?::jsonb, ?, ?)")
                .params(report, version, Json.write(recipe), now(), by)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Report> find(String slug) {
        return jdbc.sql(WHOLE + "WHERE r.slug = ?")
                .param(slug)
                .query(Reports::report)
                .optional();
    }

    /// All of them, the newest first.
    @Transactional(readOnly = true)
    public List<Report> all() {
        return jdbc.sql(WHOLE + "ORDER BY r.created_at DESC, r.id DESC")
                .query(Reports::report)
                .list();
    }

    private static Report report(ResultSet row, int n) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getInt("recipe_version"),
                Json.read(row.getString("recipe"), Recipe.class),
                row.getInt("version"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
