package org.throughline.mandates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Ids;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;

/// The instruments of the WSIS process that every installation begins with (`mandates/instruments.json`): facts with
/// their sources, not the texts. Those that a later release adds are added at the next start; what is there is left as
/// it is.
@Component
class ShippedInstruments implements SmartInitializingSingleton {

    private static final String FILE = "/mandates/instruments.json";
    private static final int SEARCH = 1;

    private final JdbcClient jdbc;
    private final NewRevisions revisions;
    private final InstrumentSearch search;
    private final TransactionTemplate transaction;

    ShippedInstruments(
            JdbcClient jdbc, NewRevisions revisions, InstrumentSearch search, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
        this.search = search;
        this.transaction = new TransactionTemplate(transactions);
    }

    record SourceFact(String title, String url) {}

    record BodyFact(String code, LocalizedText name) {}

    record RevisionFact(String label, String symbol, String place, String date, String certainty, String source) {}

    record InstrumentFact(
            String slug, String body, String kind, String number, LocalizedText topic, List<RevisionFact> revisions) {}

    record ParagraphFact(String instrument, String label, LocalizedText words, String source) {}

    record ReferenceFact(String from, String kind, String to, String source, String certainty) {}

    record Facts(
            Map<String, SourceFact> sources,
            List<BodyFact> bodies,
            List<InstrumentFact> instruments,
            List<ParagraphFact> paragraphs,
            List<ReferenceFact> references) {}

    static Facts read() {
        try (InputStream in = ShippedInstruments.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("Not in the program: " + FILE);
            return Json.mapper().readValue(in, Facts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        Facts facts = read();
        transaction.executeWithoutResult(status -> {
            if (isThere(facts)) return;
            // Two programs that start at once on one database.
            jdbc.sql("LOCK TABLE mandates.instrument IN SHARE ROW EXCLUSIVE MODE")
                    .update();
            add(facts);
            give("search", 0);
        });
        // Where the index of words does not know the register yet, or knows it by older rules.
        transaction.executeWithoutResult(status -> {
            if (given("search") == SEARCH) return;
            search.putAll();
            give("search", SEARCH);
        });
    }

    private static String fact(InstrumentFact instrument, RevisionFact revision) {
        return instrument.slug() + "/" + revision.label();
    }

    private boolean isThere(Facts facts) {
        String[] revisions = facts.instruments().stream()
                .flatMap(one -> one.revisions().stream().map(revision -> fact(one, revision)))
                .toArray(String[]::new);
        return jdbc.sql("SELECT count(*) FROM mandates.revision WHERE fact = ANY (?)")
                                .param(revisions)
                                .query(Integer.class)
                                .single()
                        == revisions.length
                && given("references") == facts.references().size();
    }

    private int given(String what) {
        return jdbc.sql("SELECT rules FROM mandates.given WHERE what = ?")
                .param(what)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void give(String what, int rules) {
        jdbc.sql("""
                INSERT INTO mandates.given (what, rules) VALUES (?, ?)
                ON CONFLICT (what) DO UPDATE SET rules = excluded.rules""").params(what, rules).update();
    }

    private void add(Facts facts) {
        int position = 0;
        for (BodyFact body : facts.bodies())
            jdbc.sql("INSERT INTO mandates.body (code, name, position) VALUES (?, ?::jsonb, ?) ON CONFLICT DO NOTHING")
                    .params(body.code(), Json.write(body.name()), position++)
                    .update();
        Map<String, UUID> fresh = new HashMap<>();
        for (InstrumentFact instrument : facts.instruments()) {
            UUID id = jdbc.sql("""
                    INSERT INTO mandates.instrument (id, slug, body, kind, number, topic, position)
                    VALUES (?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING RETURNING id""")
                    .params(
                            Ids.next(),
                            instrument.slug(),
                            instrument.body(),
                            instrument.kind(),
                            instrument.number(),
                            Json.write(instrument.topic()),
                            position++)
                    .query(UUID.class)
                    .optional()
                    .orElse(null);
            UUID newest = revisions(facts, instrument, id == null);
            if (id != null && newest != null) fresh.put(instrument.slug(), newest);
        }
        paragraphs(facts, fresh);
        references(facts);
    }

    /// @param known whether the instrument was there before: then what cites it is listed because of what is new
    /// @return the newest that was added
    private @Nullable UUID revisions(Facts facts, InstrumentFact instrument, boolean known) {
        UUID newest = null;
        for (RevisionFact one : instrument.revisions()) {
            SourceFact source = facts.sources().get(one.source());
            // Somebody may have added or retired it before it was shipped.
            UUID id = jdbc.sql("""
                    INSERT INTO mandates.revision (id, instrument_id, position, label, symbol, place, adopted, certainty, source,
                        source_url, fact)
                    SELECT ?, i.id, (SELECT coalesce(max(position), 0) + 1 FROM mandates.revision r WHERE r.instrument_id = i.id),
                        ?, ?, ?, ?, ?, ?, ?, ?
                    FROM mandates.instrument i WHERE i.slug = ? AND i.retired_at IS NULL ON CONFLICT DO NOTHING RETURNING id""")
                    .params(
                            Ids.next(),
                            one.label(),
                            one.symbol(),
                            one.place(),
                            one.date(),
                            one.certainty(),
                            source.title(),
                            source.url(),
                            fact(instrument, one),
                            instrument.slug())
                    .query(UUID.class)
                    .optional()
                    .orElse(null);
            if (id == null) {
                jdbc.sql("""
                        UPDATE mandates.revision r SET fact = ? FROM mandates.instrument i WHERE i.id = r.instrument_id AND i.slug = ?
                            AND r.label = ? AND r.fact IS NULL AND r.retired_at IS NULL""")
                        .params(fact(instrument, one), instrument.slug(), one.label())
                        .update();
                continue;
            }
            newest = id;
            if (known) revisions.added(instrument.slug(), one.label());
        }
        return newest;
    }

    private void paragraphs(Facts facts, Map<String, UUID> newest) {
        int position = 1;
        for (ParagraphFact one : facts.paragraphs()) {
            UUID revision = newest.get(one.instrument());
            SourceFact source = facts.sources().get(one.source());
            if (revision != null)
                jdbc.sql("""
                        INSERT INTO mandates.paragraph (id, revision_id, position, label, words, certainty, source, source_url)
                        VALUES (?, ?, ?, ?, ?::jsonb, 'confirmed', ?, ?)""")
                        .params(
                                Ids.next(),
                                revision,
                                position++,
                                one.label(),
                                Json.write(one.words()),
                                source.title(),
                                source.url())
                        .update();
        }
    }

    // From the newest revision on record; what a person retired since is not added again.
    private void references(Facts facts) {
        for (ReferenceFact one : facts.references()
                .subList(given("references"), facts.references().size())) {
            SourceFact source = facts.sources().get(one.source());
            jdbc.sql("""
                    INSERT INTO mandates.reference (id, from_revision, kind, to_instrument, certainty, source, source_url)
                    SELECT ?, (SELECT r.id FROM mandates.revision r WHERE r.instrument_id = f.id AND r.retired_at IS NULL
                        ORDER BY r.position DESC LIMIT 1), ?, t.id, ?, ?, ?
                    FROM mandates.instrument f, mandates.instrument t
                    WHERE f.slug = ? AND t.slug = ? AND f.retired_at IS NULL AND t.retired_at IS NULL ON CONFLICT DO NOTHING""")
                    .params(Ids.next(), one.kind(), one.certainty(), source.title(), source.url(), one.from(), one.to())
                    .update();
        }
        give("references", facts.references().size());
    }
}
