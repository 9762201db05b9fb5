package org.throughline.mandates;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.citations.Citable;
import org.throughline.citations.CitationReviews;

/// What follows when a revision is added, in the same transaction: it takes its place in the line of time, and
/// everything is listed that cites what it replaces.
@Component
class NewRevisions {

    private final JdbcClient jdbc;
    private final Entries entries;
    private final CitationReviews reviews;

    NewRevisions(JdbcClient jdbc, Entries entries, CitationReviews reviews) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.reviews = reviews;
    }

    void added(String instrument, String label) {
        entries.order(instrument);
        Citable citable = citable(instrument);
        if (citable.revisions().size() < 2) return;
        Set<String> older = new LinkedHashSet<>();
        for (Citable.Revision one : citable.revisions()) {
            if (one.label().equals(label)) break;
            older.add(one.label());
        }
        boolean newest = citable.revisions().getLast().label().equals(label);
        reviews.revised(citable, label, older, newest);
    }

    // As it is in this transaction, which the public's door cannot see.
    private Citable citable(String instrument) {
        List<Citable.Revision> revisions = jdbc.sql("""
                SELECT r.position, r.label, r.symbol, r.place, r.adopted FROM mandates.revision r
                JOIN mandates.instrument i ON i.id = r.instrument_id WHERE i.slug = ? AND r.retired_at IS NULL ORDER BY r.position""")
                .param(instrument)
                .query((row, n) -> new Citable.Revision(
                        row.getInt("position"),
                        row.getString("label"),
                        row.getString("symbol"),
                        row.getString("place"),
                        row.getString("adopted")))
                .list();
        Entry one = entries.find(Part.INSTRUMENTS, instrument).orElseThrow();
        return new Citable(instrument, one.value("body"), one.value("number"), List.of(), revisions);
    }
}
