package org.throughline.roadmaps;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;
import org.throughline.roadmaps.Milestone.Facts;

/// Where milestones are added and changed. Every state is kept; nothing is deleted.
@Service
public class MilestoneDesk {

    private final JdbcClient jdbc;
    private final MilestoneCitations citations;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    MilestoneDesk(JdbcClient jdbc, MilestoneCitations citations, AuditTrail audit, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.citations = citations;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// Answers with the new milestone's number.
    @Transactional
    public long add(Facts facts, Actor actor) {
        Timestamp now = Timestamp.from(clock.instant());
        long number = jdbc.sql("""
                INSERT INTO roadmaps.milestone (facts, added_at, changed_at) VALUES (?::jsonb, ?, ?) RETURNING number""")
                .params(Json.write(facts), now, now)
                .query(Long.class)
                .single();
        keep(number, 1, now, facts);
        audit.record(actor, "milestone-added", subject(number), Map.of("starts", facts.starts()));
        pages.changed(Roadmaps.TAG);
        return number;
    }

    /// Does nothing where nothing is different.
    ///
    /// @param version the version the editor saw; refused as stale when somebody changed the milestone since
    @Transactional
    public void change(long number, Facts facts, int version, Actor actor) {
        record Row(int version, String facts) {}
        Row row = jdbc.sql("SELECT version, facts FROM roadmaps.milestone WHERE number = ? FOR UPDATE")
                .param(number)
                .query((found, n) -> new Row(found.getInt("version"), found.getString("facts")))
                .optional()
                .orElseThrow(Refusal::notFound);
        if (row.version() != version) throw Refusal.stale();
        Facts before = Json.read(row.facts(), Facts.class);
        if (before.equals(facts)) return;
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                UPDATE roadmaps.milestone SET facts = ?::jsonb, version = version + 1, changed_at = ? WHERE number = ?""").params(Json.write(facts), now, number).update();
        keep(number, version + 1, now, facts);
        Map<String, String> details = new LinkedHashMap<>();
        if (!before.when().equals(facts.when())) {
            details.put("before", before.starts());
            details.put("starts", facts.starts());
        }
        if (before.status() != facts.status())
            details.put("status", facts.status().word());
        audit.record(actor, "milestone-edited", subject(number), details);
        pages.changed(Roadmaps.TAG);
    }

    private void keep(long number, int version, Timestamp at, Facts facts) {
        jdbc.sql("INSERT INTO roadmaps.version (milestone, version, at, facts) VALUES (?, ?, ?, ?::jsonb)")
                .params(number, version, at, Json.write(facts))
                .update();
        citations.put(number, facts);
    }

    /// What acts on a milestone are recorded under.
    public static String subject(long number) {
        return "roadmaps/milestones/" + number;
    }
}
