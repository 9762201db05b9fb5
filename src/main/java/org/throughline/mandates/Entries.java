package org.throughline.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Ids;

/// The rows behind the facts of the register, with what people call them instead of their ids.
@Component
class Entries {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient jdbc;
    private final TaskEntries tasks;

    Entries(JdbcClient jdbc, TaskEntries tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    private static String select(Part part) {
        return switch (part) {
            case BODIES -> """
                    SELECT code AS id, '' AS instrument, 'mandates/bodies/' || code AS subject, version, '' AS retired, code, name
                    FROM mandates.body x""";
            case ACTORS -> """
                    SELECT code AS id, '' AS instrument, 'mandates/actors/' || code AS subject, version, '' AS retired, code, name
                    FROM mandates.actor x""";
            case INSTRUMENTS -> """
                    SELECT slug AS id, slug AS instrument, 'mandates/' || slug AS subject, version, retired_reason AS retired, slug,
                        body, kind, number, topic
                    FROM mandates.instrument x""";
            case REVISIONS -> """
                    SELECT x.id, i.slug AS instrument, 'mandates/' || i.slug AS subject, x.version, x.retired_reason AS retired,
                        x.label, x.adopted, x.place, x.symbol, x.certainty, x.source, x.source_url AS "sourceUrl"
                    FROM mandates.revision x JOIN mandates.instrument i ON i.id = x.instrument_id""";
            case PARAGRAPHS -> """
                    SELECT x.id, i.slug AS instrument, 'mandates/' || i.slug AS subject, x.version, x.retired_reason AS retired,
                        r.label AS revision, x.label, x.words, x.official, x.official_source AS "officialSource", x.certainty, x.source,
                        x.source_url AS "sourceUrl"
                    FROM mandates.paragraph x JOIN mandates.revision r ON r.id = x.revision_id
                    JOIN mandates.instrument i ON i.id = r.instrument_id""";
            case REFERENCES -> """
                    SELECT x.id, i.slug AS instrument, 'mandates/' || i.slug AS subject, x.version, x.retired_reason AS retired,
                        r.label AS revision, x.kind, t.slug AS "to", coalesce(o.label, '') AS "toRevision", x.certainty, x.source,
                        x.source_url AS "sourceUrl"
                    FROM mandates.reference x JOIN mandates.revision r ON r.id = x.from_revision
                    JOIN mandates.instrument i ON i.id = r.instrument_id
                    JOIN mandates.instrument t ON t.id = x.to_instrument LEFT JOIN mandates.revision o ON o.id = x.to_revision""";
            case TASKS -> TaskEntries.SELECT;
        };
    }

    Optional<Entry> find(Part part, String id) {
        return switch (part) {
            case BODIES, ACTORS -> one(part, " WHERE code = :id", id);
            case INSTRUMENTS -> one(part, " WHERE slug = :id", id);
            default -> ID.matcher(id).matches() ? one(part, " WHERE x.id = :id::uuid", id) : Optional.empty();
        };
    }

    /// The same, kept from others until the transaction ends.
    Optional<Entry> locked(Part part, String id) {
        return switch (part) {
            case BODIES, ACTORS -> one(part, " WHERE code = :id FOR UPDATE OF x", id);
            case INSTRUMENTS -> one(part, " WHERE slug = :id FOR UPDATE OF x", id);
            default ->
                ID.matcher(id).matches() ? one(part, " WHERE x.id = :id::uuid FOR UPDATE OF x", id) : Optional.empty();
        };
    }

    private Optional<Entry> one(Part part, String where, String id) {
        return jdbc.sql(select(part) + where)
                .param("id", id)
                .query((row, n) -> entry(part, row))
                .optional();
    }

    /// Those of an instrument that stand, in their order.
    List<Entry> of(Part part, String instrument) {
        String order = switch (part) {
            case REVISIONS -> "x.position";
            case PARAGRAPHS -> "r.position, x.position";
            case TASKS -> "x.number";
            default -> "x.id";
        };
        return jdbc.sql(select(part) + " WHERE i.slug = :slug AND x.retired_at IS NULL ORDER BY " + order)
                .param("slug", instrument)
                .query((row, n) -> entry(part, row))
                .list();
    }

    /// Those that belong to no instrument, in their order.
    ///
    /// @param part bodies or actors
    List<Entry> all(Part part) {
        return jdbc.sql(select(part) + " ORDER BY position, code")
                .query((row, n) -> entry(part, row))
                .list();
    }

    private static Entry entry(Part part, ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (Part.Field field : part.fields()) values.put(field.name(), row.getString(field.name()));
        return new Entry(
                part,
                row.getString("id"),
                row.getString("instrument"),
                row.getString("subject"),
                row.getInt("version"),
                row.getString("retired"),
                values);
    }

    /// @return its id; for a revision it stands behind those that are there
    String insert(Part part, String instrument, Map<String, String> values) {
        if (part == Part.TASKS) return tasks.insert(instrument, values);
        String id = Ids.next().toString();
        JdbcClient.StatementSpec statement =
                jdbc.sql(insert(part)).param("id", id).param("instrument", instrument);
        for (Part.Field field : part.fields()) statement = statement.param(field.name(), values.get(field.name()));
        statement.update();
        return switch (part) {
            case BODIES, ACTORS -> values.getOrDefault("code", "");
            case INSTRUMENTS -> values.getOrDefault("slug", "");
            default -> id;
        };
    }

    /// The revision that people name by its label.
    static final String REVISION =
            "(SELECT r.id FROM mandates.revision r JOIN mandates.instrument i ON i.id = r.instrument_id WHERE i.slug = :instrument"
                    + " AND r.label = :revision AND r.retired_at IS NULL)";
    private static final String TO = "(SELECT id FROM mandates.instrument WHERE slug = :to AND retired_at IS NULL)";
    private static final String TO_REVISION = "(SELECT r.id FROM mandates.revision r WHERE r.instrument_id = " + TO
            + " AND r.label = :toRevision AND :toRevision <> '' AND r.retired_at IS NULL)";

    private static String insert(Part part) {
        return switch (part) {
            case BODIES -> """
                    INSERT INTO mandates.body (code, name, position)
                    SELECT :code, :name::jsonb, coalesce(max(position), 0) + 1 FROM mandates.body WHERE :id <> :instrument""";
            case ACTORS -> """
                    INSERT INTO mandates.actor (code, name, position)
                    SELECT :code, :name::jsonb, coalesce(max(position), 0) + 1 FROM mandates.actor WHERE :id <> :instrument""";
            case INSTRUMENTS -> """
                    INSERT INTO mandates.instrument (id, slug, body, kind, number, topic, position)
                    SELECT :id::uuid, :slug, :body, :kind, :number, :topic::jsonb, coalesce(max(position), 0) + 1
                    FROM mandates.instrument WHERE :id <> :instrument""";
            case REVISIONS -> """
                    INSERT INTO mandates.revision (id, instrument_id, position, label, symbol, place, adopted, certainty, source, source_url)
                    SELECT :id::uuid, i.id, (SELECT coalesce(max(position), 0) + 1 FROM mandates.revision r WHERE r.instrument_id = i.id),
                        :label, :symbol, :place, :adopted, :certainty, :source, :sourceUrl
                    FROM mandates.instrument i WHERE i.slug = :instrument""";
            case PARAGRAPHS -> """
                    INSERT INTO mandates.paragraph (id, revision_id, position, label, words, official, official_source, certainty, source,
                        source_url)
                    SELECT :id::uuid, r.id, (SELECT coalesce(max(position), 0) + 1 FROM mandates.paragraph p WHERE p.revision_id = r.id),
                        :label, :words::jsonb, :official::jsonb, :officialSource, :certainty, :source, :sourceUrl
                    FROM mandates.revision r WHERE r.id = """ + " " + REVISION;
            case REFERENCES ->
                """
                    INSERT INTO mandates.reference (id, from_revision, kind, to_instrument, to_revision, certainty, source, source_url)
                    VALUES (:id::uuid, """ + REVISION + ", :kind, " + TO + ", " + TO_REVISION + ", :certainty, :source, :sourceUrl)";
            case TASKS -> throw new IllegalArgumentException("Tasks have rows of their own");
        };
    }

    void update(Entry before, Map<String, String> values) {
        if (before.part() == Part.TASKS) {
            tasks.update(before, values);
            return;
        }
        String where = " WHERE x.id = :id::uuid";
        JdbcClient.StatementSpec statement = jdbc.sql(
                        switch (before.part()) {
                            case BODIES ->
                                "UPDATE mandates.body x SET name = :name::jsonb, version = version + 1 WHERE code = :id";
                            case ACTORS ->
                                "UPDATE mandates.actor x SET name = :name::jsonb, version = version + 1 WHERE code = :id";
                            case INSTRUMENTS -> """
                                    UPDATE mandates.instrument x SET body = :body, kind = :kind, number = :number, topic = :topic::jsonb,
                                        version = version + 1 WHERE slug = :id""";
                            case REVISIONS -> """
                                    UPDATE mandates.revision x SET label = :label, symbol = :symbol, place = :place, adopted = :adopted,
                                        certainty = :certainty, source = :source, source_url = :sourceUrl, version = version + 1""" + where;
                            case PARAGRAPHS ->
                                "UPDATE mandates.paragraph x SET revision_id = " + REVISION + """
                                    , label = :label, words = :words::jsonb, official = :official::jsonb, official_source = :officialSource,
                                        certainty = :certainty, source = :source, source_url = :sourceUrl, version = version + 1""" + where;
                            case REFERENCES ->
                                "UPDATE mandates.reference x SET from_revision = " + REVISION
                                        + ", kind = :kind, to_instrument = "
                                        + TO + ", to_revision = " + TO_REVISION + """
                                    , certainty = :certainty, source = :source, source_url = :sourceUrl, version = version + 1""" + where;
                            case TASKS -> throw new IllegalArgumentException("Tasks have rows of their own");
                        })
                .param("id", before.id())
                .param("instrument", before.instrument());
        for (Part.Field field : before.part().fields())
            statement = statement.param(field.name(), values.get(field.name()));
        statement.update();
    }

    void retire(Entry one, String reason, java.sql.Timestamp at) {
        String table = switch (one.part()) {
            case BODIES, ACTORS -> throw new IllegalArgumentException("Not retired: " + one.part());
            case INSTRUMENTS -> "mandates.instrument";
            case REVISIONS -> "mandates.revision";
            case PARAGRAPHS -> "mandates.paragraph";
            case REFERENCES -> "mandates.reference";
            case TASKS -> "mandates.task";
        };
        String name = one.part() == Part.INSTRUMENTS ? "slug = :id" : "id = :id::uuid";
        jdbc.sql("UPDATE " + table + " SET retired_at = :at, retired_reason = :reason, version = version + 1 WHERE "
                        + name)
                .param("at", at)
                .param("reason", reason)
                .param("id", one.id())
                .update();
    }

    /// Brings the revisions of an instrument into the order in which they were adopted; those of which that is not
    /// known
    /// stay where they are.
    void order(String instrument) {
        record Place(String id, int position, String adopted) {}
        List<Place> all = jdbc.sql("""
                SELECT x.id, x.position, x.adopted FROM mandates.revision x JOIN mandates.instrument i ON i.id = x.instrument_id
                WHERE i.slug = ? ORDER BY x.position""")
                .param(instrument)
                .query((row, n) -> new Place(row.getString("id"), row.getInt("position"), row.getString("adopted")))
                .list();
        var ordered = new java.util.ArrayList<Place>();
        for (Place one : all) {
            int at = ordered.size();
            while (at > 0
                    && !one.adopted().isEmpty()
                    && isLater(ordered.get(at - 1).adopted(), one.adopted())) at--;
            ordered.add(at, one);
        }
        if (ordered.equals(all)) return;
        // Past all the others first: two of them never have one place.
        int beyond = all.getLast().position() + 1;
        for (int pass = 0; pass < 2; pass++)
            for (int i = 0; i < ordered.size(); i++)
                jdbc.sql("UPDATE mandates.revision SET position = ? WHERE id = ?::uuid")
                        .params((pass == 0 ? beyond : 1) + i, ordered.get(i).id())
                        .update();
    }

    // As far as both are known: a year and a month of it are not later than one another.
    private static boolean isLater(String one, String other) {
        int known = Math.min(one.length(), other.length());
        return known > 0 && one.substring(0, known).compareTo(other.substring(0, known)) > 0;
    }

    boolean hasTasks(Entry one) {
        String where = one.part() == Part.INSTRUMENTS ? "i.slug = :id" : "t.revision_id = :id::uuid";
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM mandates.task t JOIN mandates.instrument i ON i.id = t.instrument_id WHERE "
                                + where + " AND t.retired_at IS NULL)")
                .param("id", one.id())
                .query(Boolean.class)
                .single();
    }

    boolean isThere(String instrument) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM mandates.instrument WHERE slug = ? AND retired_at IS NULL)")
                .param(instrument)
                .query(Boolean.class)
                .single();
    }
}
