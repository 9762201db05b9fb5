package org.throughline.roadmaps;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Where road maps themselves are begun and renamed.
@Service
public class TrackDesk {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final PageStore pages;

    TrackDesk(JdbcClient jdbc, AuditTrail audit, PageStore pages) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.pages = pages;
    }

    /// Refuses a code that another road map has.
    @Transactional
    public void add(String code, LocalizedText name, LocalizedText owner, String mandate, Actor actor) {
        int added = jdbc.sql("""
                INSERT INTO roadmaps.track (code, name, owner, mandate, position)
                SELECT ?, ?::jsonb, ?::jsonb, ?, 1 + coalesce(max(position), 0) FROM roadmaps.track
                ON CONFLICT DO NOTHING""")
                .params(code, Json.write(name), Json.write(owner), mandate)
                .update();
        if (added == 0) throw new Refusal("roadmap-code-taken", 409, "roadmaps.track.code.taken");
        audit.record(actor, "roadmap-added", "roadmaps/" + code, Map.of());
        pages.changed(Roadmaps.TAG);
    }

    /// @param version the version the editor saw; refused as stale when somebody changed the road map since
    @Transactional
    public void change(String code, LocalizedText name, LocalizedText owner, String mandate, int version, Actor actor) {
        int changed = jdbc.sql("""
                UPDATE roadmaps.track SET name = ?::jsonb, owner = ?::jsonb, mandate = ?, version = version + 1
                WHERE code = ? AND version = ?""")
                .params(Json.write(name), Json.write(owner), mandate, code, version)
                .update();
        if (changed == 0) throw Refusal.stale();
        audit.record(actor, "roadmap-edited", "roadmaps/" + code, Map.of());
        pages.changed(Roadmaps.TAG);
    }
}
