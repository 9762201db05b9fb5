package org.throughline.reports;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.ledger.CanonicalJson;
import org.throughline.ledger.Hash;
import org.throughline.platform.Json;
import org.throughline.platform.Published;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.vocabulary.Vocabulary;

/// Copies what the public sees of a register, as far as a recipe wants it, into an edition, a few hundred projects
/// at a time; counts it, and binds it with a hash. Reads through the public's own door, so nothing else can get in.
@Component
class Freezing {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Published published;
    private final PublishedProjects projects;
    private final Vocabulary vocabulary;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Freezing(
            JdbcClient jdbc,
            Published published,
            PublishedProjects projects,
            Vocabulary vocabulary,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.published = published;
        this.projects = projects;
        this.vocabulary = vocabulary;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The numbers of all projects that a recipe wants, in order.
    List<Long> wanted(Recipe recipe) {
        Recipe.Period period = recipe.period();
        return published
                .sql("""
                SELECT number FROM stocktaking.published_project
                WHERE collection = :collection AND (cardinality(:regions::text[]) = 0 OR regions && :regions::text[])
                  AND CASE :basis
                      WHEN 'started' THEN (:open OR starts_on >= :first::date AND starts_on < :after::date)
                      WHEN 'changed' THEN (received_at >= :start AND received_at < :end)
                          OR (updated_at >= :start AND updated_at < :end)
                      ELSE received_at >= :start AND received_at < :end END
                ORDER BY number""")
                .param("collection", recipe.collection())
                .param("regions", recipe.regions().toArray(String[]::new))
                .param("basis", period.basis().code())
                .param("open", period.isOpen())
                .param("first", first(period).toString())
                .param("after", after(period).toString())
                .param("start", Timestamp.from(first(period).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .param("end", Timestamp.from(after(period).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .query(Long.class)
                .list();
    }

    private static LocalDate first(Recipe.Period period) {
        return LocalDate.of(period.from() == 0 ? 1900 : period.from(), 1, 1);
    }

    private static LocalDate after(Recipe.Period period) {
        return LocalDate.of(period.to() == 0 ? 3000 : period.to() + 1, 1, 1);
    }

    private int register(String collection) {
        return published
                .sql("SELECT count(*) FROM stocktaking.published_project WHERE collection = ?")
                .param(collection)
                .query(Integer.class)
                .single();
    }

    /// Freezes an edition, from the beginning even where an earlier attempt had begun.
    ///
    /// @param progress told how many projects are done
    void freeze(Edition edition, List<Long> numbers, LongConsumer progress) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("DELETE FROM reports.edition_project WHERE edition_id = ?")
                .param(edition.id())
                .update();
        var tally = new Tally(vocabulary);
        var entries = new EntriesHash();
        for (int from = 0; from < numbers.size(); from += BATCH) {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + BATCH));
            List<Frozen> frozen = new ArrayList<>();
            // One that was withdrawn a moment ago is not among them.
            projects.whole(some).forEach(project -> {
                Entry entry = Entry.of(project, now);
                Map<String, Object> data = entry.data();
                Hash hash = Entry.hash(data);
                tally.add(entry);
                entries.add(entry.number(), entry.version(), hash);
                frozen.add(new Frozen(entry.number(), entry.version(), CanonicalJson.text(data), hash));
            });
            write(edition.id(), frozen);
            progress.accept(from + some.size());
        }
        finish(edition, now, tally, entries.value());
    }

    private record Frozen(long number, int version, String data, Hash hash) {}

    private void write(UUID edition, List<Frozen> frozen) {
        if (frozen.isEmpty()) return;
        jdbc.sql("""
                INSERT INTO reports.edition_project (edition_id, number, version, data, hash)
                SELECT ?, n, v, d::jsonb, decode(h, 'hex') FROM unnest(?::bigint[], ?::int[], ?::text[], ?::text[]) AS x (n, v, d, h)""")
                .params(
                        edition,
                        frozen.stream().map(Frozen::number).toArray(Long[]::new),
                        frozen.stream().map(Frozen::version).toArray(Integer[]::new),
                        frozen.stream().map(Frozen::data).toArray(String[]::new),
                        frozen.stream()
                                .map(one -> HexFormat.of().formatHex(one.hash().bytes()))
                                .toArray(String[]::new))
                .update();
    }

    private void finish(Edition edition, Instant now, Tally tally, Hash entries) {
        List<FigureData> figures = tally.figures(edition.recipe().figures());
        Map<String, List<Long>> digests = tally.digests(edition.recipe());
        int register = register(edition.recipe().collection());
        var content = new EditionContent(
                edition.slug(),
                edition.number(),
                edition.stage(),
                edition.recipeVersion(),
                edition.recipe(),
                now,
                tally.projects(),
                register,
                entries.hex(),
                figures,
                tally.claims(),
                digests);
        transaction.executeWithoutResult(status -> jdbc.sql("""
                UPDATE reports.edition SET frozen_at = ?, projects = ?, register = ?, figures = ?::jsonb, claims = ?::jsonb,
                    digests = ?::jsonb, entries_hash = ?, hash = ? WHERE id = ?""")
                .params(
                        Timestamp.from(now),
                        (int) tally.projects(),
                        register,
                        Json.write(figures),
                        Json.write(tally.claims()),
                        Json.write(digests),
                        entries.bytes(),
                        content.hash().bytes(),
                        edition.id())
                .update());
    }
}
