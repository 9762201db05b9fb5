package org.throughline.vocabulary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import tools.jackson.core.type.TypeReference;

/// Keeps every version of every vocabulary in the database. Adds versions; never edits one.
@Component
class VocabularyStore {

    private static final Logger log = LoggerFactory.getLogger(VocabularyStore.class);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VocabularyStore(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Everything there is, after adding what came with this release. One look at a fingerprint when that was done
    /// before.
    Catalogue open() {
        var fingerprint = ShippedVocabularies.fingerprint();
        if (!seen(fingerprint)) {
            transaction.executeWithoutResult(status -> {
                lock();
                if (seen(fingerprint)) return;
                add(ShippedVocabularies.read());
                jdbc.sql("INSERT INTO vocabulary.shipment (fingerprint, loaded_at) VALUES (?, ?)")
                        .params(fingerprint, now())
                        .update();
            });
        }
        return new Catalogue(editions());
    }

    private boolean seen(String fingerprint) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM vocabulary.shipment WHERE fingerprint = ?)")
                .param(fingerprint)
                .query(Boolean.class)
                .single();
    }

    // Two nodes may start at the same moment with the same new release.
    private void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('vocabulary.shipment'))")
                .query()
                .listOfRows();
    }

    /// Adds the versions that are not there yet. A version that is there stays as it was loaded, whatever is
    /// offered now.
    void add(List<Edition> offered) {
        var known = editions();
        for (var edition : offered) {
            var same = known.stream().filter(one -> one.sameVersionAs(edition)).findFirst();
            if (same.isEmpty()) insert(edition);
            else if (!same.get().equals(edition))
                log.warn(
                        "Vocabulary {} {} differs from what was loaded under this version; the loaded one stays. "
                                + "Changed content needs a new version.",
                        edition.scheme().name(),
                        edition.scheme().version());
        }
    }

    private void insert(Edition edition) {
        var scheme = edition.scheme();
        jdbc.sql("""
                INSERT INTO vocabulary.scheme (name, version, source, title, note, loaded_at)
                VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?)""")
                .params(
                        scheme.name(),
                        scheme.version(),
                        scheme.source(),
                        Json.write(scheme.title()),
                        Json.write(scheme.note()),
                        now())
                .update();
        // One statement for all rows: at the first start this stands between the operator and a ready page.
        var rows = edition.terms().values().stream().map(TermRow::of).toList();
        jdbc.sql("""
                INSERT INTO vocabulary.term (scheme, version, code, parent, names, notes, position, attributes)
                SELECT :scheme, :version, code, parent, names, notes, position, attributes
                FROM jsonb_to_recordset(:rows::jsonb)
                    AS row (code text, parent text, names jsonb, notes jsonb, position int, attributes jsonb)""")
                .param("scheme", scheme.name())
                .param("version", scheme.version())
                .param("rows", Json.write(rows))
                .update();
        log.info("Loaded vocabulary {} {} with {} terms", scheme.name(), scheme.version(), rows.size());
    }

    private record TermRow(
            String code,
            @Nullable String parent,
            LocalizedText names,
            LocalizedText notes,
            int position,
            Map<String, String> attributes) {

        static TermRow of(Term term) {
            return new TermRow(
                    term.code(), term.parent(), term.names(), term.notes(), term.position(), term.attributes());
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    List<Edition> editions() {
        var terms = jdbc.sql("""
                SELECT scheme, version, code, parent, names, notes, position, attributes
                FROM vocabulary.term ORDER BY scheme, version, position""").query(VocabularyStore::storedTerm).list();
        var schemes = jdbc.sql(
                        "SELECT name, version, source, title, note FROM vocabulary.scheme ORDER BY loaded_at, name")
                .query(VocabularyStore::scheme)
                .list();
        var editions = new ArrayList<Edition>();
        for (var scheme : schemes) {
            var own = terms.stream()
                    .filter(term -> term.version().equals(scheme.version())
                            && term.term().id().scheme().equals(scheme.name()))
                    .map(StoredTerm::term)
                    .toList();
            editions.add(Edition.of(scheme, own));
        }
        return editions;
    }

    private record StoredTerm(String version, Term term) {}

    private static StoredTerm storedTerm(ResultSet row, int number) throws SQLException {
        var term = new Term(
                new TermId(row.getString("scheme"), row.getString("code")),
                row.getString("parent"),
                text(row, "names"),
                text(row, "notes"),
                row.getInt("position"),
                Json.read(row.getString("attributes"), TEXTS));
        return new StoredTerm(row.getString("version"), term);
    }

    private static Scheme scheme(ResultSet row, int number) throws SQLException {
        return new Scheme(
                row.getString("name"),
                row.getString("version"),
                row.getString("source"),
                text(row, "title"),
                text(row, "note"));
    }

    private static LocalizedText text(ResultSet row, String column) throws SQLException {
        return new LocalizedText(Json.read(row.getString(column), TEXTS));
    }
}
