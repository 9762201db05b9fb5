package org.throughline.mandates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ShippedInstruments(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
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
        });
    }

    private boolean isThere(Facts facts) {
        String[] slugs = facts.instruments().stream().map(InstrumentFact::slug).toArray(String[]::new);
        return jdbc.sql("SELECT count(*) FROM mandates.instrument WHERE slug = ANY (?)")
                        .param(slugs)
                        .query(Integer.class)
                        .single()
                == slugs.length;
    }

    private void add(Facts facts) {
        int position = 0;
        for (BodyFact body : facts.bodies())
            jdbc.sql("INSERT INTO mandates.body (code, name, position) VALUES (?, ?::jsonb, ?) ON CONFLICT DO NOTHING")
                    .params(body.code(), Json.write(body.name()), position++)
                    .update();
        Map<String, UUID> newest = new HashMap<>();
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
            if (id != null) newest.put(instrument.slug(), revisions(facts, id, instrument.revisions()));
        }
        paragraphs(facts, newest);
        references(facts, newest);
    }

    private UUID revisions(Facts facts, UUID instrument, List<RevisionFact> revisions) {
        UUID id = instrument;
        int position = 1;
        for (RevisionFact one : revisions) {
            id = Ids.next();
            SourceFact source = facts.sources().get(one.source());
            jdbc.sql("""
                    INSERT INTO mandates.revision (id, instrument_id, position, label, symbol, place, adopted, certainty, source,
                        source_url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            instrument,
                            position++,
                            one.label(),
                            one.symbol(),
                            one.place(),
                            one.date(),
                            one.certainty(),
                            source.title(),
                            source.url())
                    .update();
        }
        return id;
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

    private void references(Facts facts, Map<String, UUID> newest) {
        for (ReferenceFact one : facts.references()) {
            UUID from = newest.get(one.from());
            SourceFact source = facts.sources().get(one.source());
            if (from != null)
                jdbc.sql("""
                        INSERT INTO mandates.reference (id, from_revision, kind, to_instrument, certainty, source, source_url)
                        SELECT ?, ?, ?, id, ?, ?, ? FROM mandates.instrument WHERE slug = ?""")
                        .params(Ids.next(), from, one.kind(), one.certainty(), source.title(), source.url(), one.to())
                        .update();
        }
    }
}
