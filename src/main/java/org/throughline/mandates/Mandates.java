package org.throughline.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.mandates.Instrument.Body;
import org.throughline.mandates.Instrument.Kind;
import org.throughline.mandates.Instrument.Revision;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Published;

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

    Mandates(Published published) {
        this.published = published;
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

    /// The paragraphs on record of all revisions of an instrument, those of the newest first.
    public List<Paragraph> paragraphs(UUID instrument) {
        return published
                .sql("""
                SELECT p.id, p.revision_id, p.label, p.words, p.certainty, p.source, p.source_url
                FROM mandates.published_paragraph p JOIN mandates.published_revision r ON r.id = p.revision_id
                WHERE r.instrument_id = ? ORDER BY r.position DESC, p.position""")
                .param(instrument)
                .query((row, n) -> new Paragraph(
                        row.getObject("id", UUID.class),
                        row.getObject("revision_id", UUID.class),
                        row.getString("label"),
                        Json.read(row.getString("words"), LocalizedText.class),
                        source(row)))
                .list();
    }

    /// What an instrument's revisions say of others, and what others say of it.
    ///
    /// @param other the instrument at the other end
    public record Link(Reference reference, Instrument other) {}

    /// What this one says of others.
    public List<Link> says(UUID instrument) {
        return links(
                instrument,
                "SELECT f.*, f.to_instrument AS other FROM mandates.published_reference f"
                        + " JOIN mandates.published_revision r ON r.id = f.from_revision WHERE r.instrument_id = ?");
    }

    /// What others say of this one.
    public List<Link> isSaid(UUID instrument) {
        return links(
                instrument,
                "SELECT f.*, r.instrument_id AS other FROM mandates.published_reference f"
                        + " JOIN mandates.published_revision r ON r.id = f.from_revision WHERE f.to_instrument = ?");
    }

    private List<Link> links(UUID instrument, String sql) {
        record Found(Reference reference, UUID other) {}
        List<Found> found = published
                .sql(sql + " ORDER BY f.kind, f.id")
                .param(instrument)
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
        asked.query((row, n) -> row(row))
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

    private static Row row(ResultSet row) throws SQLException {
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
                        new Body(row.getString("body"), Json.read(row.getString("name"), LocalizedText.class)),
                        Kind.of(row.getString("kind")),
                        row.getString("number"),
                        Json.read(row.getString("topic"), LocalizedText.class),
                        List.of(revision)),
                revision);
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getString("source"), row.getString("source_url"), Certainty.written(row.getString("certainty")));
    }
}
