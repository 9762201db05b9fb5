package org.throughline.roadmaps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Json;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;
import org.throughline.roadmaps.Milestone.Facts;

/// Named versions of a road map, such as the one that a conference approved: frozen as its milestones were on
/// the day, whatever becomes of them later.
@Service
public class RoadmapEditions {

    private final JdbcClient jdbc;
    private final Published published;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    RoadmapEditions(JdbcClient jdbc, Published published, AuditTrail audit, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.published = published;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// @param number counted within the road map
    /// @param approval who approved it and when, in the words of the secretariat; empty for one that nobody did
    public record Edition(String track, int number, String name, String approval, Instant takenAt, int milestones) {}

    /// A milestone as it was.
    public record Frozen(long number, Facts facts) {}

    /// The versions of a road map, newest first.
    public List<Edition> of(String track) {
        return published.sql("""
                SELECT track, number, name, approval, taken_at, jsonb_array_length(content) AS milestones
                FROM roadmaps.published_edition WHERE track = ? ORDER BY number DESC""").param(track).query((row, n) -> edition(row)).list();
    }

    public Optional<Edition> find(String track, int number) {
        return of(track).stream().filter(one -> one.number() == number).findFirst();
    }

    /// The milestones of a version as they were, in their order.
    public List<Frozen> content(String track, int number) {
        return published
                .sql("SELECT content FROM roadmaps.published_edition WHERE track = ? AND number = ?")
                .params(track, number)
                .query(String.class)
                .optional()
                .map(text -> List.of(Json.read(text, Frozen[].class)))
                .orElseThrow(Refusal::notFound);
    }

    /// Freezes a road map as it is now; answers with the version's number. Refused as not found for no road map.
    @Transactional
    public int take(String track, String name, String approval, Actor actor) {
        // One after the other, so that numbers have no gaps.
        jdbc.sql("SELECT code FROM roadmaps.track WHERE code = ? FOR UPDATE")
                .param(track)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        int number = jdbc.sql("""
                INSERT INTO roadmaps.edition (track, number, name, approval, taken_at, content)
                SELECT :track, 1 + coalesce((SELECT max(number) FROM roadmaps.edition WHERE track = :track), 0), :name,
                       :approval, :now,
                       coalesce((SELECT jsonb_agg(jsonb_build_object('number', number, 'facts', facts)
                                        ORDER BY facts ->> 'starts', number)
                                 FROM roadmaps.milestone WHERE track = :track), '[]')
                RETURNING number""")
                .param("track", track)
                .param("name", name)
                .param("approval", approval)
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
        audit.record(actor, "roadmap-version-added", "roadmaps/" + track, Map.of("version", number));
        pages.changed(Roadmaps.TAG);
        return number;
    }

    /// What differs from one list of milestones to another; one without `after` is gone.
    ///
    /// @param before absent for one that is new
    public record Difference(
            long milestone,
            @Nullable Facts before,
            @Nullable Facts after) {}

    public static List<Difference> between(List<Frozen> before, List<Frozen> after) {
        Map<Long, Facts> was = new LinkedHashMap<>();
        before.forEach(one -> was.put(one.number(), one.facts()));
        List<Difference> differences = new ArrayList<>();
        for (Frozen one : after) {
            Facts then = was.remove(one.number());
            if (!one.facts().equals(then)) differences.add(new Difference(one.number(), then, one.facts()));
        }
        was.forEach((number, facts) -> differences.add(new Difference(number, facts, null)));
        return differences;
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getString("track"),
                row.getInt("number"),
                row.getString("name"),
                row.getString("approval"),
                row.getTimestamp("taken_at").toInstant(),
                row.getInt("milestones"));
    }
}
