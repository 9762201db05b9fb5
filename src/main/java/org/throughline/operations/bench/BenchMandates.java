package org.throughline.operations.bench;

import java.io.PrintStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.command.Arguments;
import org.throughline.platform.command.Command;

/// `bench-mandates --instruments N`: fills the register of instruments with that many made-up resolutions, twenty
/// references and twenty citations for each, a tenth of these to be looked at. Straight into the tables: what is
/// measured is reading.
@Component
class BenchMandates implements Command {

    static final int INSTRUMENTS = 10_000;
    static final int PER_INSTRUMENT = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    BenchMandates(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "bench-mandates";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        int count = arguments.number("instruments", 0, 1_000_000).orElse(INSTRUMENTS);
        transaction.executeWithoutResult(status -> {
            instruments(count);
            references(count);
            uses(count);
            // So that the next start gives them to the index of words.
            jdbc.sql("UPDATE mandates.given SET rules = 0 WHERE what = 'search'")
                    .update();
        });
        jdbc.sql("ANALYZE").update();
        out.println(count + " instruments");
        return 0;
    }

    private void instruments(int count) {
        jdbc.sql("""
                INSERT INTO mandates.instrument (id, slug, body, kind, number, topic, position)
                SELECT gen_random_uuid(), 'bench-' || n, (ARRAY['pp', 'council', 'wtdc', 'wtsa', 'unga', 'ecosoc'])[1 + n % 6],
                    'resolution', (20000 + n)::text, jsonb_build_object('en', 'Measured matter ' || n || ' of connectivity and access',
                        'fr', 'Objet de mesure ' || n || ' sur la connectivité'), 10000 + n
                FROM generate_series(1, ?) n""").param(count).update();
        jdbc.sql("""
                INSERT INTO mandates.revision (id, instrument_id, position, label, symbol, place, adopted, certainty, source, source_url)
                SELECT gen_random_uuid(), i.id, r, 'Rev. Place, ' || (2006 + 4 * r), '', 'Place', (2006 + 4 * r)::text, 'confirmed',
                    'A measurement', ''
                FROM mandates.instrument i, generate_series(1, 4) r WHERE i.slug LIKE 'bench-%'""").update();
        jdbc.sql("""
                INSERT INTO mandates.paragraph (id, revision_id, position, label, words, certainty, source, source_url)
                SELECT gen_random_uuid(), r.id, p, p::text, jsonb_build_object('en', 'Asks members to report on matter ' || p
                    || ' every ' || (r.position + p % 3) || ' years and to share what they learnt'), 'confirmed', 'A measurement', ''
                FROM mandates.revision r JOIN mandates.instrument i ON i.id = r.instrument_id, generate_series(1, 10) p
                WHERE i.slug LIKE 'bench-%' AND r.position > 2""").update();
    }

    private void references(int count) {
        // Every hundredth is named a hundred times as often as others.
        jdbc.sql("""
                INSERT INTO mandates.reference (id, from_revision, kind, to_instrument, certainty, source, source_url)
                SELECT gen_random_uuid(), r.id, (ARRAY['recalls', 'implements', 'instructs', 'reports-to'])[1 + n % 4], t.id, 'confirmed',
                    'A measurement', ''
                FROM (SELECT i.id, row_number() OVER (ORDER BY i.position) AS at FROM mandates.instrument i WHERE slug LIKE 'bench-%') f
                JOIN mandates.revision r ON r.instrument_id = f.id AND r.position = 4
                CROSS JOIN generate_series(1, :each) n
                JOIN mandates.instrument t ON t.slug = 'bench-' || (1 + CASE WHEN n <= 2 THEN 100 * ((f.at * 7 + n) % (:count / 100 + 1))
                    ELSE f.at * 31 + n * 977 END % :count)
                ON CONFLICT DO NOTHING""").param("each", PER_INSTRUMENT).param("count", count).update();
    }

    private void uses(int count) {
        jdbc.sql("""
                INSERT INTO citations.thing (id, kind, key, url, language, title, dated, read_at)
                SELECT gen_random_uuid(), 'document', 'bench-' || n, '/about', 'en',
                    jsonb_build_object('en', 'Measured document ' || n), '', now() FROM generate_series(1, :things) n""").param("things", count * PER_INSTRUMENT / 10).update();
        jdbc.sql("""
                INSERT INTO citations.use (id, thing_id, instrument, revision, named, quote, language, paragraphs, times, found_at)
                SELECT gen_random_uuid(), t.id, 'bench-' || (1 + (n * 7919 + substr(t.key, 7)::bigint * 104729) % :count),
                    CASE WHEN n % 4 = 0 THEN NULL ELSE 'Rev. Place, ' || (2010 + 4 * (n % 4)) END, '', 'Resolution quoted (Rev. Place)',
                    'en', '{}', 1, now()
                FROM citations.thing t, generate_series(1, 10) n WHERE t.key LIKE 'bench-%' ON CONFLICT DO NOTHING""").param("count", count).update();
        jdbc.sql("""
                INSERT INTO citations.review (id, thing_id, instrument, revision, named, quote, language, because_instrument,
                    because_revision, since)
                SELECT gen_random_uuid(), u.thing_id, u.instrument, u.revision, '', u.quote, 'en', u.instrument, 'Rev. Place, 2022', now()
                FROM citations.use u WHERE u.instrument LIKE 'bench-%0'""").update();
    }
}
