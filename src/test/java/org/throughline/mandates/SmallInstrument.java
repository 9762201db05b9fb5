package org.throughline.mandates;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.citations.Citations;
import org.throughline.platform.web.PageStore;

/// Instruments of a test's own, so that what is done to them is not what other tests look at.
record SmallInstrument(JdbcClient jdbc, Citations citations, PageStore pages) {

    /// A resolution of the Plenipotentiary Conference with these revisions, each `place year`, oldest first.
    ///
    /// @return its number, which no other has; its slug is `pp-` and the number
    String resolution(String... revisions) {
        int number = 50_000
                + jdbc.sql("SELECT count(*) FROM mandates.instrument")
                        .query(Integer.class)
                        .single();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO mandates.instrument (id, slug, body, kind, number, topic, position)
                VALUES (?, ?, 'pp', 'resolution', ?, '{"en": "Of a test"}', 9000)""").params(id, "pp-" + number, String.valueOf(number)).update();
        int position = 1;
        for (String revision : revisions) {
            String[] parts = revision.split(" (?=\\d{4}$)");
            jdbc.sql("""
                    INSERT INTO mandates.revision (id, instrument_id, position, label, symbol, place, adopted, certainty, source,
                        source_url) VALUES (?, ?, ?, ?, '', ?, ?, 'confirmed', 'A test', '')""")
                    .params(UUID.randomUUID(), id, position++, "Rev. " + parts[0] + ", " + parts[1], parts[0], parts[1])
                    .update();
        }
        pages.changed("mandates");
        citations.forget();
        return String.valueOf(number);
    }
}
