package org.throughline.citations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.citations.CitationReviews.Because;
import org.throughline.citations.CitationReviews.Outcome;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;

/// What cites what, as everybody may read it.
@Service
public class Cited {

    public static final int PAGE = 50;

    private static final String MARK = """
            SELECT u.instrument, u.revision, u.quote, u.language, r.because_instrument, r.because_revision, r.since, r.looked_at,
                r.outcome
            FROM citations.published_thing t JOIN citations.published_use u ON u.thing_id = t.id
            JOIN citations.published_review r ON r.thing_id = u.thing_id AND r.instrument = u.instrument
                AND r.revision IS NOT DISTINCT FROM u.revision AND r.named = u.named""";

    private final Published published;

    Cited(Published published) {
        this.published = published;
    }

    /// What became of something that a thing cites.
    ///
    /// @param quote its words, in this language
    /// @param named whether they name a revision
    /// @param lookedAt absent while nobody has looked whether they are still right
    public record Mark(
            String instrument,
            String quote,
            String language,
            boolean named,
            Because because,
            Instant since,
            @Nullable Instant lookedAt,
            @Nullable Outcome outcome) {

        /// Whether another instrument took its place.
        public boolean byAnother() {
            return !because.instrument().equals(instrument);
        }
    }

    /// What of that which a thing cites was replaced since.
    public List<Mark> marks(Citing.Kind kind, String key) {
        return published
                .sql(MARK + " WHERE t.kind = ? AND t.key = ? ORDER BY r.since, u.id")
                .params(kind.word(), key)
                .query((row, n) -> mark(row))
                .list();
    }

    /// A thing that cites an instrument.
    ///
    /// @param revision the label of the revision that it names; absent for none, or one that is not on record
    /// @param named that revision as its words have it, where it is not on record; else empty
    /// @param waiting whether it is still to be looked at because of a newer revision
    public record Use(
            Citing.Kind kind,
            String key,
            String url,
            LocalizedText title,
            @Nullable String revision,
            String named,
            String quote,
            String language,
            List<String> paragraphs,
            boolean waiting) {}

    /// What cites an instrument, newest first.
    ///
    /// @param page from 1; one more than a page is answered where there is another
    public List<Use> of(String instrument, int page) {
        return published
                .sql("""
                SELECT t.kind, t.key, t.url, t.title, u.revision, u.named, u.quote, u.language, u.paragraphs,
                    EXISTS (SELECT FROM citations.published_review r WHERE r.thing_id = u.thing_id AND r.instrument = u.instrument
                        AND r.revision IS NOT DISTINCT FROM u.revision AND r.named = u.named AND r.looked_at IS NULL) AS waiting
                FROM (SELECT * FROM citations.published_use WHERE instrument = ? ORDER BY id DESC LIMIT ? OFFSET ?) u
                JOIN citations.published_thing t ON t.id = u.thing_id ORDER BY u.id DESC""")
                .params(instrument, PAGE + 1, (page - 1) * PAGE)
                .query((row, n) -> new Use(
                        Citing.Kind.of(row.getString("kind")),
                        row.getString("key"),
                        row.getString("url"),
                        Json.read(row.getString("title"), LocalizedText.class),
                        row.getString("revision"),
                        row.getString("named"),
                        row.getString("quote"),
                        row.getString("language"),
                        List.of((String[]) row.getArray("paragraphs").getArray()),
                        row.getBoolean("waiting")))
                .list();
    }

    /// By how many things each revision of an instrument is cited, by its label; those that name none, or one that is
    /// not on record, under the absent label.
    public Map<@Nullable String, Long> counts(String instrument) {
        Map<@Nullable String, Long> counts = new LinkedHashMap<>();
        published
                .sql(
                        "SELECT revision, count(*) AS uses FROM citations.published_use WHERE instrument = ? GROUP BY revision")
                .param(instrument)
                .query(row -> {
                    counts.put(row.getString("revision"), row.getLong("uses"));
                });
        return counts;
    }

    private static Mark mark(ResultSet row) throws SQLException {
        Timestamp looked = row.getTimestamp("looked_at");
        return new Mark(
                row.getString("instrument"),
                row.getString("quote"),
                row.getString("language"),
                row.getString("revision") != null,
                new Because(row.getString("because_instrument"), row.getString("because_revision")),
                row.getTimestamp("since").toInstant(),
                looked == null ? null : looked.toInstant(),
                Outcome.of(row.getString("outcome")));
    }
}
