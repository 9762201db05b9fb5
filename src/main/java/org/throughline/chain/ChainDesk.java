package org.throughline.chain;

import java.sql.Timestamp;
import java.time.Clock;
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
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// Where outputs and the links between them are added and corrected. Every state is kept; nothing is deleted, what was
/// a
/// mistake is withdrawn with a reason.
@Service
public class ChainDesk {

    private final JdbcClient jdbc;
    private final ChainSearch search;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    ChainDesk(JdbcClient jdbc, ChainSearch search, AuditTrail audit, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    private record Row(int version, String facts) {}

    /// Refuses a name that another output has or had.
    @Transactional
    public void add(String slug, Output.Facts facts, Actor actor) {
        Timestamp now = now();
        if (jdbc.sql("""
                        INSERT INTO chain.output (slug, facts, added_at, changed_at) VALUES (?, ?::jsonb, ?, ?)
                        ON CONFLICT DO NOTHING""").params(slug, Json.write(facts), now, now).update() == 0) throw ChainRefusals.taken();
        keep(slug, 1, now, facts);
        audit.record(
                actor,
                "output-added",
                subject(slug),
                Map.of("type", facts.type().word()));
    }

    /// Does nothing where nothing is different. Refuses a date that would turn a link back in time, and to withdraw
    /// what links lead to.
    ///
    /// @param version the version the editor saw; refused as stale when somebody changed the output since
    @Transactional
    public void change(String slug, Output.Facts facts, int version, Actor actor) {
        alone();
        Row row = row("SELECT version, facts FROM chain.output WHERE slug = ? FOR UPDATE", slug);
        if (row.version() != version) throw Refusal.stale();
        if (Json.read(row.facts(), Output.Facts.class).equals(facts)) return;
        Graph graph = graph();
        if (!ChainRules.outOfTime(graph, slug, facts.date()).isEmpty()) throw ChainRefusals.outOfTime();
        if (!ChainRules.mayGo(graph, slug, facts)) throw ChainRefusals.tied();
        Timestamp now = now();
        jdbc.sql("UPDATE chain.output SET facts = ?::jsonb, version = version + 1, changed_at = ? WHERE slug = ?")
                .params(Json.write(facts), now, slug)
                .update();
        keep(slug, version + 1, now, facts);
        audit.record(
                actor, facts.withdrawn().isEmpty() ? "output-edited" : "output-withdrawn", subject(slug), Map.of());
    }

    private void keep(String slug, int version, Timestamp at, Output.Facts facts) {
        jdbc.sql("INSERT INTO chain.output_version (output, version, at, facts) VALUES (?, ?, ?, ?::jsonb)")
                .params(slug, version, at, Json.write(facts))
                .update();
        search.put(slug, facts);
        pages.changed(Chain.TAG);
    }

    /// Answers with the new link's number. Refuses what [ChainRules] finds wrong.
    @Transactional
    public long link(Feed.Facts facts, Actor actor) {
        alone();
        check(facts, null);
        Timestamp now = now();
        long number = jdbc.sql("""
                INSERT INTO chain.feed (facts, added_at, changed_at) VALUES (?::jsonb, ?, ?) RETURNING number""")
                .params(Json.write(facts), now, now)
                .query(Long.class)
                .single();
        keep(number, 1, now, facts);
        audit.record(actor, "link-added", subject(facts.from()), Map.of("to", facts.to()));
        return number;
    }

    /// The same for a change of a link; withdrawing one is a change as well.
    ///
    /// @param version the version the editor saw; refused as stale when somebody changed the link since
    @Transactional
    public void relink(long number, Feed.Facts facts, int version, Actor actor) {
        alone();
        Row row = row("SELECT version, facts FROM chain.feed WHERE number = ? FOR UPDATE", number);
        if (row.version() != version) throw Refusal.stale();
        if (Json.read(row.facts(), Feed.Facts.class).equals(facts)) return;
        check(facts, number);
        Timestamp now = now();
        jdbc.sql("UPDATE chain.feed SET facts = ?::jsonb, version = version + 1, changed_at = ? WHERE number = ?")
                .params(Json.write(facts), now, number)
                .update();
        keep(number, version + 1, now, facts);
        audit.record(
                actor,
                facts.withdrawn().isEmpty() ? "link-edited" : "link-withdrawn",
                subject(facts.from()),
                Map.of("to", facts.to()));
    }

    private void check(Feed.Facts facts, @Nullable Long number) {
        List<ChainRules.Fault> faults = ChainRules.faults(graph(), facts, number);
        if (!faults.isEmpty()) throw ChainRefusals.wrong(faults);
    }

    private void keep(long number, int version, Timestamp at, Feed.Facts facts) {
        jdbc.sql("INSERT INTO chain.feed_version (feed, version, at, facts) VALUES (?, ?, ?, ?::jsonb)")
                .params(number, version, at, Json.write(facts))
                .update();
        pages.changed(Chain.TAG);
    }

    // Not through the public's door, which may lag behind.
    private Graph graph() {
        return new Graph(
                jdbc.sql("SELECT slug, version, added_at, changed_at, facts FROM chain.output")
                        .query((row, n) -> Chain.output(row))
                        .list(),
                jdbc.sql("SELECT number, version, added_at, changed_at, facts FROM chain.feed")
                        .query((row, n) -> Chain.feed(row))
                        .list());
    }

    /// Two links that are each fine and together make a circle must not be written at the same time.
    private void alone() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('chain'))").query().listOfRows();
    }

    private Row row(String sql, Object key) {
        Optional<Row> row = jdbc.sql(sql)
                .param(key)
                .query((found, n) -> new Row(found.getInt("version"), found.getString("facts")))
                .optional();
        return row.orElseThrow(Refusal::notFound);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /// What acts on an output and its links are recorded under.
    public static String subject(String slug) {
        return "chain/" + slug;
    }
}
