package org.throughline.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.mandates.Instrument.Body;
import org.throughline.mandates.Instrument.Kind;
import org.throughline.mandates.Instrument.Revision;
import org.throughline.platform.Certainty;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import org.throughline.platform.Source;
import org.throughline.platform.web.PageStore;

/// The instruments as everybody may read them.
@Service
public class Mandates {

    private static final String INSTRUMENTS = """
            SELECT i.id, i.slug, i.body, b.name, i.kind, i.number, i.topic, r.id AS revision, r.position, r.label, r.symbol, r.place,
                   r.adopted, r.certainty, r.source, r.source_url
            FROM mandates.published_instrument i
            JOIN mandates.published_body b ON b.code = i.body
            JOIN mandates.published_revision r ON r.instrument_id = i.id""";
    private static final String IN_ORDER = " ORDER BY b.position, i.position, i.id, r.position";

    private final Published published;
    private final PageStore pages;

    Mandates(Published published, PageStore pages) {
        this.published = published;
        this.pages = pages;
    }

    /// What one body adopted, in numbers.
    public record Shelf(Body body, int instruments, int revisions, int unverified) {}

    /// Every body that adopted anything.
    public List<Shelf> shelves() {
        // Counted over all revisions, so only when something changed.
        return pages.remember(
                "mandates:shelves",
                Set.of("mandates"),
                () -> published
                        .sql("""
                SELECT b.code, b.name, count(DISTINCT i.id) AS instruments, count(*) AS revisions,
                    count(*) FILTER (WHERE r.certainty = 'unverified') AS unverified
                FROM mandates.published_instrument i JOIN mandates.published_body b ON b.code = i.body
                JOIN mandates.published_revision r ON r.instrument_id = i.id
                GROUP BY b.code, b.name, b.position ORDER BY b.position, b.code""")
                        .query((row, n) -> new Shelf(
                                new Body(row.getString("code"), Json.read(row.getString("name"), LocalizedText.class)),
                                row.getInt("instruments"),
                                row.getInt("revisions"),
                                row.getInt("unverified")))
                        .list());
    }

    /// Some of what a body adopted, in the order of the register.
    public List<Instrument> of(String body, int most, int from) {
        UUID[] some = published
                .sql("""
                SELECT o.id FROM mandates.published_instrument o WHERE o.body = ?
                    AND EXISTS (SELECT FROM mandates.published_revision v WHERE v.instrument_id = o.id)
                ORDER BY o.position, o.id LIMIT ? OFFSET ?""")
                .params(body, most, from)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        return instruments(
                published.sql(INSTRUMENTS + " WHERE i.id = ANY (?)" + IN_ORDER).param(some));
    }

    /// Every instrument, body by body.
    public List<Instrument> all() {
        return instruments(published.sql(INSTRUMENTS + IN_ORDER));
    }

    public Optional<Instrument> find(String slug) {
        return instruments(published
                        .sql(INSTRUMENTS + " WHERE i.slug = ?" + IN_ORDER)
                        .param(slug))
                .stream()
                .findFirst();
    }

    /// Those of these that there are.
    public List<Instrument> findAll(Collection<String> slugs) {
        if (slugs.isEmpty()) return List.of();
        return instruments(published
                .sql(INSTRUMENTS + " WHERE i.slug = ANY (?)" + IN_ORDER)
                .param(slugs.toArray(String[]::new)));
    }

    /// Refused as gone where the instrument was taken off the register, and as not found where it never was on it.
    public Instrument get(String slug) {
        return find(slug)
                .orElseThrow(() -> published
                        .sql("SELECT retired_at, retired_reason FROM mandates.published_tombstone WHERE slug = ?")
                        .param(slug)
                        .query((row, n) -> MandateRefusals.retired(
                                row.getTimestamp("retired_at").toInstant(), row.getString("retired_reason")))
                        .optional()
                        .orElseGet(Refusal::notFound));
    }

    /// The paragraphs on record of all revisions of an instrument, those of the newest first.
    public List<Paragraph> paragraphs(UUID instrument) {
        return published
                .sql("""
                SELECT p.id, p.revision_id, p.label, p.words, p.official, p.official_source, p.certainty, p.source, p.source_url
                FROM mandates.published_paragraph p JOIN mandates.published_revision r ON r.id = p.revision_id
                WHERE r.instrument_id = ? ORDER BY r.position DESC, p.position""")
                .param(instrument)
                .query((row, n) -> new Paragraph(
                        row.getObject("id", UUID.class),
                        row.getObject("revision_id", UUID.class),
                        row.getString("label"),
                        Json.read(row.getString("words"), LocalizedText.class),
                        Json.read(row.getString("official"), LocalizedText.class),
                        row.getString("official_source"),
                        source(row)))
                .list();
    }

    /// What an instrument's revisions say of others, and what others say of it.
    ///
    /// @param other the instrument at the other end
    public record Link(Reference reference, Instrument other) {}

    /// What this one says of others, the first of that, or what is behind.
    public List<Link> says(UUID instrument, int most, int from) {
        return links(
                instrument,
                most,
                from,
                "SELECT f.*, f.to_instrument AS other FROM mandates.published_reference f"
                        + " JOIN mandates.published_revision r ON r.id = f.from_revision WHERE r.instrument_id = ?");
    }

    /// What others say of this one, the first of them, or those behind.
    public List<Link> isSaid(UUID instrument, int most, int from) {
        return links(
                instrument,
                most,
                from,
                "SELECT f.*, r.instrument_id AS other FROM mandates.published_reference f"
                        + " JOIN mandates.published_revision r ON r.id = f.from_revision WHERE f.to_instrument = ?");
    }

    private List<Link> links(UUID instrument, int most, int from, String sql) {
        record Found(Reference reference, UUID other) {}
        List<Found> found = published
                .sql(sql + " ORDER BY f.kind, f.id LIMIT ? OFFSET ?")
                .params(instrument, most, from)
                .query((row, n) -> new Found(
                        new Reference(
                                row.getObject("from_revision", UUID.class),
                                Reference.Kind.of(row.getString("kind")),
                                row.getObject("to_instrument", UUID.class),
                                row.getObject("to_revision", UUID.class),
                                source(row)),
                        row.getObject("other", UUID.class)))
                .list();
        if (found.isEmpty()) return List.of();
        Map<UUID, Instrument> others = new LinkedHashMap<>();
        UUID[] ids = found.stream().map(Found::other).distinct().toArray(UUID[]::new);
        instruments(published
                        .sql(INSTRUMENTS + " WHERE i.id = ANY (?)" + IN_ORDER)
                        .param(ids))
                .forEach(one -> others.put(one.id(), one));
        return found.stream()
                .map(one -> new Link(one.reference(), others.get(one.other())))
                .toList();
    }

    private record Row(Instrument instrument, Revision revision) {}

    private static List<Instrument> instruments(JdbcClient.StatementSpec asked) {
        Map<UUID, List<Row>> rows = new LinkedHashMap<>();
        // Each revision's row repeats the words of its instrument and body.
        Map<String, LocalizedText> texts = new HashMap<>();
        asked.query((row, n) -> row(row, texts))
                .list()
                .forEach(row -> rows.computeIfAbsent(row.instrument().id(), id -> new ArrayList<>())
                        .add(row));
        return rows.values().stream()
                .map(some -> {
                    Instrument one = some.getFirst().instrument();
                    return new Instrument(
                            one.id(),
                            one.slug(),
                            one.body(),
                            one.kind(),
                            one.number(),
                            one.topic(),
                            some.stream().map(Row::revision).toList());
                })
                .toList();
    }

    private static Row row(ResultSet row, Map<String, LocalizedText> texts) throws SQLException {
        var revision = new Revision(
                row.getObject("revision", UUID.class),
                row.getInt("position"),
                row.getString("label"),
                row.getString("symbol"),
                row.getString("place"),
                row.getString("adopted"),
                source(row));
        return new Row(
                new Instrument(
                        row.getObject("id", UUID.class),
                        row.getString("slug"),
                        new Body(row.getString("body"), text(row.getString("name"), texts)),
                        Kind.of(row.getString("kind")),
                        row.getString("number"),
                        text(row.getString("topic"), texts),
                        List.of(revision)),
                revision);
    }

    private static LocalizedText text(String json, Map<String, LocalizedText> texts) {
        return texts.computeIfAbsent(json, one -> Json.read(one, LocalizedText.class));
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getString("source"), row.getString("source_url"), Certainty.written(row.getString("certainty")));
    }
}
