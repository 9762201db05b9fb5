package org.throughline.citations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.PageStore;

/// What has to be looked at because something that it cites was revised or superseded. A thing stays listed, with what
/// came of it, until its words cite something else.
@Service
public class CitationReviews {

    public static final int LONGEST_REASON = 2_000;
    public static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final PageStore pages;
    private final Clock clock;

    CitationReviews(JdbcClient jdbc, AuditTrail audit, PageStore pages, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    /// What took the place of what is cited.
    ///
    /// @param revision its label; empty where the instrument has one only
    public record Because(String instrument, String revision) {}

    /// What somebody found who looked.
    public enum Outcome {
        STILL_RIGHT,
        CHANGED,
        WILL_CHANGE;

        public String word() {
            return switch (this) {
                case STILL_RIGHT -> "still-right";
                case CHANGED -> "changed";
                case WILL_CHANGE -> "will-change";
            };
        }

        public static @Nullable Outcome of(@Nullable String word) {
            for (Outcome outcome : values()) if (outcome.word().equals(word)) return outcome;
            return null;
        }
    }

    /// @param revision that is cited; absent where none is named, or one that is not on record
    /// @param lookedAt absent while nobody has
    /// @param cited whether the words still cite it
    public record Review(
            UUID id,
            Citing.Kind kind,
            String key,
            String url,
            LocalizedText title,
            String instrument,
            @Nullable String revision,
            String named,
            String quote,
            String language,
            Because because,
            Instant since,
            @Nullable Instant lookedAt,
            @Nullable Outcome outcome,
            String reason,
            boolean cited,
            int version) {}

    /// How many of an instrument's citations wait, and how many there are in all.
    public record Group(String instrument, long waiting, long all) {}

    /// Instruments with anything listed, those with the most to look at first.
    public List<Group> groups(int page) {
        List<Group> all = groups();
        int from = Math.min(all.size(), (page - 1) * PAGE);
        return all.subList(from, Math.min(all.size(), from + PAGE + 1));
    }

    // Counted over all that is listed, so only when something changed.
    private List<Group> groups() {
        return pages.remember(
                "citations:review-groups",
                Set.of(CitationTags.USES),
                () -> jdbc.sql("""
                SELECT instrument, count(*) FILTER (WHERE looked_at IS NULL) AS waiting, count(*) AS listed
                FROM citations.review GROUP BY instrument ORDER BY waiting DESC, instrument""")
                        .query((row, n) ->
                                new Group(row.getString("instrument"), row.getLong("waiting"), row.getLong("listed")))
                        .list());
    }

    /// What is listed because of one instrument: what waits first, then what was looked at last.
    public List<Review> of(String instrument, int page) {
        return jdbc.sql("""
                SELECT r.*, t.kind, t.key, t.url, t.title, EXISTS (SELECT FROM citations.use u WHERE u.thing_id = r.thing_id
                        AND u.instrument = r.instrument AND u.revision IS NOT DISTINCT FROM r.revision
                        AND u.named = r.named) AS cited
                FROM citations.review r JOIN citations.thing t ON t.id = r.thing_id WHERE r.instrument = ?
                ORDER BY r.looked_at DESC NULLS FIRST, r.since, r.id LIMIT ? OFFSET ?""")
                .params(instrument, PAGE + 1, (page - 1) * PAGE)
                .query((row, n) -> review(row))
                .list();
    }

    /// What things that cite are called, as acts name them (`document/01a2…`); those that are gone are left out.
    public Map<String, LocalizedText> titles(Collection<String> things) {
        Map<String, LocalizedText> titles = new HashMap<>();
        if (things.isEmpty()) return titles;
        jdbc.sql("SELECT kind || '/' || key AS thing, title FROM citations.thing WHERE (kind, key) IN (SELECT * FROM"
                        + " unnest(?::text[], ?::text[]))")
                .param(things.stream()
                        .map(one -> one.substring(0, one.indexOf('/')))
                        .toArray(String[]::new))
                .param(things.stream()
                        .map(one -> one.substring(one.indexOf('/') + 1))
                        .toArray(String[]::new))
                .query(row -> {
                    titles.put(row.getString("thing"), Json.read(row.getString("title"), LocalizedText.class));
                });
        return titles;
    }

    public long waiting() {
        return groups().stream().mapToLong(Group::waiting).sum();
    }

    /// A review as somebody saw it.
    public record Seen(UUID id, int version) {}

    /// Keeps what came of looking at some citations. Refused without a reason unless the words were changed, and as a
    /// whole when somebody else looked at one of them since.
    @Transactional
    public void look(List<Seen> seen, Outcome outcome, String reason, Actor actor) {
        if (seen.isEmpty()) throw CitationRefusals.nothingChosen();
        if (outcome != Outcome.CHANGED && reason.isBlank()) throw CitationRefusals.reasonMissing();
        if (reason.length() > LONGEST_REASON) throw CitationRefusals.reasonTooLong(LONGEST_REASON);
        for (Seen one : seen) {
            Map<String, Object> row = jdbc
                    .sql("""
                    UPDATE citations.review r SET looked_at = ?, outcome = ?, reason = ?, version = version + 1
                    FROM citations.thing t WHERE t.id = r.thing_id AND r.id = ? AND r.version = ?
                    RETURNING t.kind, t.key, r.instrument""")
                    .params(Timestamp.from(clock.instant()), outcome.word(), reason.strip(), one.id(), one.version())
                    .query()
                    .listOfRows()
                    .stream()
                    .findFirst()
                    .orElseThrow(Refusal::stale);
            String instrument = String.valueOf(row.get("instrument"));
            Map<String, String> details = new LinkedHashMap<>();
            details.put("thing", row.get("kind") + "/" + row.get("key"));
            details.put("outcome", outcome.word());
            if (!reason.isBlank()) details.put("reason", reason.strip());
            audit.record(actor, "citation-reviewed", subject(instrument), details);
            pages.changed(
                    CitationTags.USES,
                    CitationTags.of(Citing.Kind.of(String.valueOf(row.get("kind"))), String.valueOf(row.get("key"))),
                    CitationTags.cited(instrument));
        }
    }

    /// Lists everything that cites an older revision of an instrument, or it without a revision, because there is a
    /// newer one. To be called in the transaction that adds it.
    ///
    /// @param label of the new revision
    /// @param older labels of those before it
    /// @param newest whether no other follows it
    /// @return how many citations are listed
    @Transactional(propagation = Propagation.MANDATORY)
    public int revised(Citable citable, String label, Set<String> older, boolean newest) {
        know(citable);
        return listed(
                """
                SELECT u.* FROM citations.use u WHERE u.instrument = :instrument
                    AND (u.revision = ANY (:older) OR (:newest AND u.revision IS NULL AND u.named = ''))""",
                Map.of("instrument", citable.slug(), "older", older.toArray(String[]::new), "newest", newest),
                new Because(citable.slug(), label));
    }

    /// Lists everything that cites an instrument, in whatever revision, because another one took its place.
    @Transactional(propagation = Propagation.MANDATORY)
    public int superseded(String instrument, Because by) {
        return listed(
                "SELECT u.* FROM citations.use u WHERE u.instrument = :instrument",
                Map.of("instrument", instrument),
                by);
    }

    /// A revision is called otherwise from now on, or is not one any more.
    ///
    /// @param after absent for a revision that was taken back: who named it names one that is not on record
    @Transactional(propagation = Propagation.MANDATORY)
    public void renamed(String instrument, String before, @Nullable String after) {
        if (after != null) {
            jdbc.sql("UPDATE citations.use SET revision = ? WHERE instrument = ? AND revision = ?")
                    .params(after, instrument, before)
                    .update();
            jdbc.sql("UPDATE citations.review SET revision = ? WHERE instrument = ? AND revision = ?")
                    .params(after, instrument, before)
                    .update();
            jdbc.sql("""
                    UPDATE citations.review SET because_revision = ? WHERE because_instrument = ? AND because_revision = ?""").params(after, instrument, before).update();
        } else {
            // Nothing took the place of what is cited after all.
            jdbc.sql("DELETE FROM citations.review WHERE because_instrument = ? AND because_revision = ?")
                    .params(instrument, before)
                    .update();
        }
        pages.changed(CitationTags.USES, CitationTags.cited(instrument));
    }

    // Words that named a revision before it was on record.
    private void know(Citable citable) {
        record Unknown(UUID id, String named) {}
        for (Unknown one : jdbc.sql(
                        "SELECT id, named FROM citations.use WHERE instrument = ? AND revision IS NULL AND named <> ''")
                .param(citable.slug())
                .query((row, n) -> new Unknown(row.getObject("id", UUID.class), row.getString("named")))
                .list()) {
            var named = RevisionReader.read(new Tokens("(" + one.named() + ")"), 0);
            var revision = named == null ? null : RevisionReader.of(citable, named);
            if (revision != null)
                jdbc.sql("""
                        UPDATE citations.use u SET revision = ?, named = '' WHERE id = ? AND NOT EXISTS (
                            SELECT FROM citations.use o WHERE o.thing_id = u.thing_id AND o.instrument = u.instrument
                                AND o.revision = ?)""")
                        .params(revision.label(), one.id(), revision.label())
                        .update();
        }
    }

    private int listed(String uses, Map<String, ?> parameters, Because because) {
        List<String> tags = list(jdbc, uses, parameters, because, clock.instant());
        pages.changed(CitationTags.USES, CitationTags.cited(because.instrument()));
        new HashSet<>(tags).forEach(pages::changed);
        return tags.size();
    }

    /// @param uses a query of uses with their columns
    /// @return the tags of the things, one for each citation that is listed
    static List<String> list(JdbcClient jdbc, String uses, Map<String, ?> parameters, Because because, Instant since) {
        var all = new HashMap<String, Object>(parameters);
        all.put("byInstrument", because.instrument());
        all.put("byRevision", because.revision());
        all.put("since", Timestamp.from(since));
        // What was changed and cites it again is to be looked at again.
        return jdbc.sql("""
                WITH listed AS (
                    INSERT INTO citations.review (id, thing_id, instrument, revision, named, quote, language, because_instrument,
                        because_revision, since)
                    SELECT gen_random_uuid(), cited.thing_id, cited.instrument, cited.revision, cited.named, cited.quote, cited.language,
                        :byInstrument, :byRevision, :since
                    FROM (%s) cited
                    ON CONFLICT (thing_id, instrument, revision, named, because_instrument, because_revision) DO UPDATE
                        SET looked_at = NULL, outcome = NULL, reason = '', since = excluded.since, version = review.version + 1
                        WHERE review.outcome = 'changed'
                    RETURNING thing_id)
                SELECT t.kind, t.key FROM listed JOIN citations.thing t ON t.id = listed.thing_id""".formatted(uses))
                .params(all)
                .query((row, n) -> CitationTags.of(Citing.Kind.of(row.getString("kind")), row.getString("key")))
                .list();
    }

    /// What acts on the citations of an instrument are recorded under.
    public static String subject(String instrument) {
        return "mandates/" + instrument + "/reviews";
    }

    private static Review review(ResultSet row) throws SQLException {
        Timestamp looked = row.getTimestamp("looked_at");
        return new Review(
                row.getObject("id", UUID.class),
                Citing.Kind.of(row.getString("kind")),
                row.getString("key"),
                row.getString("url"),
                Json.read(row.getString("title"), LocalizedText.class),
                row.getString("instrument"),
                row.getString("revision"),
                row.getString("named"),
                row.getString("quote"),
                row.getString("language"),
                new Because(row.getString("because_instrument"), row.getString("because_revision")),
                row.getTimestamp("since").toInstant(),
                looked == null ? null : looked.toInstant(),
                Outcome.of(row.getString("outcome")),
                row.getString("reason"),
                row.getBoolean("cited"),
                row.getInt("version"));
    }
}
