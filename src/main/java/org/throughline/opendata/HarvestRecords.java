package org.throughline.opendata;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.Ids;
import org.throughline.stocktaking.ProjectPublicityChanged;

/// Notes, in the transaction that changes what the public sees of an entry, that it changed: harvesters and feeds
/// hear of it, and dumps that hold it are made anew where it may no longer be in them as it was.
@Component
class HarvestRecords {

    private static final int AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    HarvestRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ProjectPublicityChanged event) {
        List<Long> numbers = event.projects().stream()
                .map(ProjectPublicityChanged.Project::number)
                .distinct()
                .sorted()
                .toList();
        for (int from = 0; from < numbers.size(); from += AT_ONCE)
            note(new ArrayList<>(numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE))));
    }

    /// An entry that old dumps may hold in another way than it is public now.
    ///
    /// @param above those dumps that hold a later version than this one
    private record Inside(long number, int above) {}

    // Told in one statement: what was there before, what is there now, and which of it others must hear about. Being
    // public in another way than before (a use allowed or not, gone or back) changes old dumps as well; a new version
    // does not, for they hold the one of their day. A version that was taken back, or that comes again, changes those
    // that hold a later one than the earlier of the two.
    private void note(List<Long> numbers) {
        Instant now = clock.instant();
        List<Inside> inOldDumps = jdbc.sql("""
                WITH before AS MATERIALIZED (
                    SELECT number, kind, version, allowed, confirmed_at, closed_at FROM opendata.record
                    WHERE number = ANY (:numbers)),
                noted AS (
                    INSERT INTO opendata.record AS r (number, collection, kind, version, allowed, confirmed_at, closed_at,
                        sets, first_at, changed_at)
                    SELECT number, collection, kind, version, allowed, confirmed_at, closed_at, sets, :now, :now
                    FROM opendata.present WHERE number = ANY (:numbers) ORDER BY number
                    ON CONFLICT (number) DO UPDATE SET collection = EXCLUDED.collection, kind = EXCLUDED.kind,
                        version = EXCLUDED.version, allowed = EXCLUDED.allowed, confirmed_at = EXCLUDED.confirmed_at,
                        closed_at = EXCLUDED.closed_at, changed_at = EXCLUDED.changed_at,
                        sets = CASE WHEN EXCLUDED.kind = 'public' THEN EXCLUDED.sets ELSE r.sets END
                    WHERE (r.kind, r.version, r.allowed, r.confirmed_at, r.closed_at)
                        IS DISTINCT FROM (EXCLUDED.kind, EXCLUDED.version, EXCLUDED.allowed, EXCLUDED.confirmed_at,
                            EXCLUDED.closed_at)
                    RETURNING r.number, r.kind, r.version, r.allowed)
                SELECT b.number, CASE WHEN (b.kind, b.allowed) IS DISTINCT FROM (n.kind, n.allowed) THEN -1
                                      ELSE least(b.version, n.version) END AS above
                FROM before b JOIN noted n ON n.number = b.number
                WHERE (b.kind, b.allowed, b.version) IS DISTINCT FROM (n.kind, n.allowed, n.version)""")
                .param("numbers", numbers.toArray(Long[]::new))
                .param("now", Timestamp.from(now))
                .query(Inside.class)
                .list();
        if (!inOldDumps.isEmpty()) revise(inOldDumps, now);
    }

    // Rows are only added, so that two who withdraw at the same moment do not wait for each other.
    private void revise(List<Inside> entries, Instant now) {
        jdbc.sql("""
                INSERT INTO opendata.revision (edition_id, id, at, entries)
                SELECT e.id, :id, :now, count(DISTINCT n.number) FROM opendata.edition e
                JOIN opendata.edition_part p ON p.edition_id = e.id
                JOIN unnest(:numbers::bigint[], :above::int[]) AS n (number, above) ON n.number BETWEEN p.first AND p.last
                    AND p.versions[array_position(p.numbers, n.number)] > n.above
                WHERE e.dropped_at IS NULL GROUP BY e.id""")
                .param("id", Ids.next())
                .param("now", Timestamp.from(now))
                .param("numbers", entries.stream().map(Inside::number).toArray(Long[]::new))
                .param("above", entries.stream().map(Inside::above).toArray(Integer[]::new))
                .update();
    }

    /// Adds what was brought into the register without its services, so that it is harvested too.
    @Transactional
    void catchUp() {
        jdbc.sql("""
                INSERT INTO opendata.record (number, collection, kind, version, allowed, confirmed_at, closed_at, sets,
                    first_at, changed_at)
                SELECT number, collection, kind, version, allowed, confirmed_at, closed_at, sets, :now, :now
                FROM opendata.present p
                WHERE NOT EXISTS (SELECT 1 FROM opendata.record r WHERE r.number = p.number)
                ON CONFLICT (number) DO NOTHING""").param("now", Timestamp.from(clock.instant())).update();
    }
}
