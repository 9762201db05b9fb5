package org.throughline.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.ledger.Hash;

/// Reads where entries stand, through the owner's door.
@Component
class ProjectRows {

    /// Of a project `p`, its collection `c` and its newest revision `r`.
    static final String COLUMNS = """
            p.id, c.slug, p.number, r.title, r.language, p.received_at, p.revision, p.public_revision, p.consent_name,
            p.consent_text, p.consent_files, p.consent_quotation, p.consent_translation, p.published_at, p.asked_back_at,
            p.declined_at, p.note, p.confirmed_at, p.closed_at, p.withdrawn_at, p.merged_into, p.version,
            p.sent_at, p.unpublished_at
            """;
    private static final String RECORD = "SELECT " + COLUMNS + """
            FROM stocktaking.project p
            JOIN stocktaking.collection c ON c.id = p.collection_id
            JOIN stocktaking.revision r ON r.project_id = p.id AND r.number = p.revision
            WHERE """ + " ";

    private final JdbcClient jdbc;

    ProjectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ProjectRecord> find(ProjectId id) {
        return jdbc.sql(RECORD + "p.id = ?")
                .param(id.value())
                .query(ProjectRows::record)
                .optional();
    }

    Optional<ProjectRecord> find(long number) {
        return jdbc.sql(RECORD + "p.number = ?")
                .param(number)
                .query(ProjectRows::record)
                .optional();
    }

    Optional<ProjectId> bySource(UUID collection, String key) {
        return jdbc.sql("SELECT id FROM stocktaking.project WHERE collection_id = ? AND source_key = ?")
                .params(collection, key)
                .query(UUID.class)
                .optional()
                .map(ProjectId::new);
    }

    /// The newest first.
    List<ProjectRecord> all(Collection<ProjectId> ids) {
        UUID[] uuids = ids.stream().map(ProjectId::value).toArray(UUID[]::new);
        return jdbc.sql(RECORD + "p.id = ANY (?) ORDER BY p.number DESC")
                .param(uuids)
                .query(ProjectRows::record)
                .list();
    }

    /// Locks them in one order everywhere, so that two writers do not wait for each other.
    List<ProjectRecord> locked(Collection<ProjectId> ids) {
        UUID[] uuids = ids.stream().map(ProjectId::value).toArray(UUID[]::new);
        return jdbc.sql(RECORD + "p.id = ANY (?) ORDER BY p.id FOR UPDATE OF p")
                .param(uuids)
                .query(ProjectRows::record)
                .list();
    }

    static ProjectRecord record(ResultSet row, int n) throws SQLException {
        UUID into = row.getObject("merged_into", UUID.class);
        return new ProjectRecord(
                new ProjectId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getLong("number"),
                row.getString("title"),
                row.getString("language"),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("revision"),
                row.getObject("public_revision", Integer.class),
                new Consent(
                        row.getBoolean("consent_name"),
                        row.getBoolean("consent_text"),
                        row.getBoolean("consent_files"),
                        row.getBoolean("consent_quotation"),
                        row.getBoolean("consent_translation")),
                instant(row, "published_at"),
                instant(row, "asked_back_at"),
                instant(row, "declined_at"),
                row.getString("note"),
                row.getTimestamp("confirmed_at").toInstant(),
                instant(row, "closed_at"),
                instant(row, "withdrawn_at"),
                into == null ? null : new ProjectId(into),
                row.getTimestamp("sent_at").toInstant(),
                instant(row, "unpublished_at"),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// Since when the newest state of each is or was public; without those of which it never was.
    Map<ProjectId, Instant> firstPublic(List<ProjectRecord> records) {
        Map<ProjectId, Instant> first = new HashMap<>();
        jdbc.sql("""
                SELECT r.project_id, r.first_public_at FROM stocktaking.revision r
                JOIN stocktaking.project p ON p.id = r.project_id AND p.revision = r.number
                WHERE p.id = ANY (?) AND r.first_public_at IS NOT NULL""")
                .param(records.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    first.put(
                            new ProjectId(row.getObject("project_id", UUID.class)),
                            row.getTimestamp("first_public_at").toInstant());
                });
        return first;
    }

    /// What binds the newest state of each.
    Map<ProjectId, Hash> hashes(List<ProjectRecord> records) {
        return hashes(records, "p.revision");
    }

    /// What binds the state of each that the public sees.
    Map<ProjectId, Hash> publicHashes(List<ProjectRecord> records) {
        return hashes(records, "p.public_revision");
    }

    private Map<ProjectId, Hash> hashes(List<ProjectRecord> records, String which) {
        Map<ProjectId, Hash> hashes = new HashMap<>();
        jdbc.sql(
                        "SELECT r.project_id, r.hash FROM stocktaking.revision r JOIN stocktaking.project p ON p.id = r.project_id"
                                + " AND r.number = " + which + " WHERE p.id = ANY (?)")
                .param(records.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    hashes.put(new ProjectId(row.getObject("project_id", UUID.class)), Hash.of(row.getBytes("hash")));
                });
        return hashes;
    }
}
