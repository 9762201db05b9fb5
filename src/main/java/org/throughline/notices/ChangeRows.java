package org.throughline.notices;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.Published;
import org.throughline.roadmaps.Roadmaps;
import org.throughline.stocktaking.Projects;

/// Reads what changed in the register, through the public's own door and nothing else: a digest cannot say what a
/// stranger could not have read.
@Component
class ChangeRows {

    // Longer than any transaction that publishes takes: what it wrote has a time before that of its commit.
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final Published published;
    private final JdbcClient jdbc;
    private final Projects projects;
    private final Roadmaps roadmaps;

    ChangeRows(Published published, JdbcClient jdbc, Projects projects, Roadmaps roadmaps) {
        this.published = published;
        this.jdbc = jdbc;
        this.projects = projects;
        this.roadmaps = roadmaps;
    }

    /// Keeps by what the entries that are public now can be found, for the day on which they are not.
    @Transactional
    void learn(Instant now) {
        Instant until = jdbc.sql("SELECT until FROM notices.known_until")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
        jdbc.sql("""
                INSERT INTO notices.known (number, codes)
                SELECT number,
                       ARRAY(SELECT 'actionLine=' || one FROM unnest(action_lines) AS one)
                       || ARRAY(SELECT 'sdg=' || one FROM unnest(sdgs) AS one)
                       || ARRAY(SELECT 'gdc=' || one FROM unnest(gdc) AS one)
                       || ARRAY(SELECT 'country=' || one FROM unnest(countries) AS one)
                       || ARRAY(SELECT 'region=' || one FROM unnest(regions) AS one)
                       || ARRAY(SELECT 'beneficiary=' || one FROM unnest(beneficiaries) AS one)
                       || ARRAY['stakeholderType=' || entity_type, 'activityType=' || activity_type,
                                'coverage=' || coverage, 'status=' || status, 'language=' || language,
                                'collection=' || collection, 'year=' || coalesce(extract(year FROM starts_on)::text, '')]
                FROM stocktaking.published_project
                WHERE greatest(published_at, updated_at) > ?
                ON CONFLICT (number) DO UPDATE SET codes = excluded.codes""")
                .param(Timestamp.from(until.equals(Instant.EPOCH) ? until : until.minus(OVERLAP)))
                .update();
        jdbc.sql(
                        "INSERT INTO notices.known_until (until) VALUES (?) ON CONFLICT (one) DO UPDATE SET until = excluded.until")
                .param(Timestamp.from(now))
                .update();
    }

    Changes since(Instant moment) {
        Map<Long, Changes.Entry> entries = new HashMap<>();
        published
                .sql("""
                SELECT number, published_at, updated_at, closed_at FROM stocktaking.published_project
                WHERE greatest(published_at, updated_at, closed_at) > ?""")
                .param(Timestamp.from(moment))
                .query((row, n) -> new Changes.Entry(
                        row.getLong("number"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant(),
                        MailingRows.instant(row, "closed_at")))
                .list()
                .forEach(entry -> entries.put(entry.number(), entry));
        // Read once for a run, and only where somebody follows a road map.
        var plans = new Supplier<List<Roadmaps.Version>>() {
            private @Nullable List<Roadmaps.Version> read;

            @Override
            public List<Roadmaps.Version> get() {
                List<Roadmaps.Version> all = read;
                if (all == null) {
                    all = roadmaps.history();
                    read = all;
                }
                return all;
            }
        };
        return new Changes(entries, goneSince(moment), projects, plans);
    }

    private List<Changes.Gone> goneSince(Instant moment) {
        record Tombstone(
                long number,
                String kind,
                Instant at,
                @Nullable Long into) {}
        List<Tombstone> tombstones = published
                .sql("SELECT number, kind, at, merged_into FROM stocktaking.published_tombstone WHERE at > ?")
                .param(Timestamp.from(moment))
                .query((row, n) -> new Tombstone(
                        row.getLong("number"),
                        row.getString("kind"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("merged_into", Long.class)))
                .list();
        if (tombstones.isEmpty()) return List.of();
        Map<Long, Set<String>> codes = new HashMap<>();
        jdbc.sql("SELECT number, codes FROM notices.known WHERE number = ANY (?)")
                .param(tombstones.stream().map(Tombstone::number).toArray(Long[]::new))
                .query((row, n) -> codes.put(row.getLong("number"), Set.copyOf(List.of((String[])
                        row.getArray("codes").getArray()))))
                .list();
        return tombstones.stream()
                .map(one -> new Changes.Gone(
                        one.number(),
                        one.kind().equals("merged"),
                        one.at(),
                        one.into(),
                        codes.getOrDefault(one.number(), Set.of())))
                .toList();
    }
}
