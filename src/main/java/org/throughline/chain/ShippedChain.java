package org.throughline.chain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.chain.Output.Source;
import org.throughline.platform.Certainty;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;

/// The chain of the WSIS+20 review that every installation begins with (`chain/outputs.json`): facts with their
/// sources. Those that a later release adds are added at the next start; what is there is left as people have changed
/// it.
@Component
class ShippedChain implements SmartInitializingSingleton {

    private static final String FILE = "/chain/outputs.json";

    private final JdbcClient jdbc;
    private final ChainSearch search;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShippedChain(JdbcClient jdbc, ChainSearch search, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    record FigureFact(LocalizedText label, long value, String source) {}

    record OutputFact(
            String slug,
            OutputType type,
            Strand strand,
            String symbol,
            LocalizedText title,
            LocalizedText body,
            String date,
            OutputStatus status,
            String supersedes,
            String address,
            List<FigureFact> figures,
            Certainty certainty,
            List<String> sources) {}

    record FeedFact(
            String key,
            String from,
            String to,
            FeedKind kind,
            String part,
            String date,
            LocalizedText evidence,
            Certainty certainty,
            List<String> sources) {}

    record File(Map<String, Source> sources, List<OutputFact> outputs, List<FeedFact> feeds) {

        Output.Facts facts(OutputFact one) {
            return new Output.Facts(
                    one.type(),
                    one.strand(),
                    one.symbol(),
                    one.title(),
                    one.body(),
                    one.date(),
                    one.status(),
                    one.supersedes(),
                    one.address(),
                    one.figures().stream()
                            .map(figure -> new Output.Figure(figure.label(), figure.value(), source(figure.source())))
                            .toList(),
                    one.certainty(),
                    one.sources().stream().map(this::source).toList(),
                    "");
        }

        Feed.Facts facts(FeedFact one) {
            return new Feed.Facts(
                    one.from(),
                    one.to(),
                    one.kind(),
                    one.part(),
                    one.date(),
                    one.evidence(),
                    one.certainty(),
                    one.sources().stream().map(this::source).toList(),
                    "");
        }

        private Source source(String key) {
            Source source = sources.get(key);
            if (source == null) throw new IllegalStateException("No such source: " + key);
            return source;
        }
    }

    static File read() {
        try (InputStream in = ShippedChain.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("Not in the program: " + FILE);
            return Json.mapper().readValue(in, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        File file = read();
        transaction.executeWithoutResult(status -> {
            if (isThere(file)) return;
            // Two programs that start at once on one database.
            jdbc.sql("LOCK TABLE chain.output IN SHARE ROW EXCLUSIVE MODE").update();
            add(file);
        });
    }

    private boolean isThere(File file) {
        String[] slugs = file.outputs().stream().map(OutputFact::slug).toArray(String[]::new);
        String[] keys = file.feeds().stream().map(FeedFact::key).toArray(String[]::new);
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM chain.output WHERE slug = ANY (?))
                             + (SELECT count(*) FROM chain.feed WHERE key = ANY (?))""").params(slugs, keys).query(Integer.class).single() == slugs.length + keys.length;
    }

    private void add(File file) {
        Timestamp now = Timestamp.from(clock.instant());
        List<String> there =
                jdbc.sql("SELECT slug FROM chain.output").query(String.class).list();
        for (OutputFact one : file.outputs()) {
            if (there.contains(one.slug())) continue;
            Output.Facts facts = file.facts(one);
            jdbc.sql("""
                    WITH added AS (
                        INSERT INTO chain.output (slug, facts, added_at, changed_at) VALUES (?, ?::jsonb, ?, ?)
                        RETURNING slug, version, added_at, facts)
                    INSERT INTO chain.output_version (output, version, at, facts)
                    SELECT slug, version, added_at, facts FROM added""").params(one.slug(), Json.write(facts), now, now).update();
            search.put(one.slug(), facts);
        }
        List<String> keys = jdbc.sql("SELECT key FROM chain.feed WHERE key IS NOT NULL")
                .query(String.class)
                .list();
        for (FeedFact one : file.feeds())
            if (!keys.contains(one.key()))
                jdbc.sql("""
                        WITH added AS (
                            INSERT INTO chain.feed (key, facts, added_at, changed_at) VALUES (?, ?::jsonb, ?, ?)
                            RETURNING number, version, added_at, facts)
                        INSERT INTO chain.feed_version (feed, version, at, facts)
                        SELECT number, version, added_at, facts FROM added""")
                        .params(one.key(), Json.write(file.facts(one)), now, now)
                        .update();
    }
}
