package org.throughline.documents;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import tools.jackson.core.type.TypeReference;

/// The tables of documents as their owner reads them.
@Component
class DocumentRows {

    static final String COLUMNS = """
            d.id, d.series, d.meeting, d.agenda_item, d.kind, d.change, d.parent, d.serial, d.symbol, d.address, d.sources, d.action,
            d.addressee, d.strategic_links, d.financial, d.refs, d.dated, d.state, d.owner, d.steps, d.created_at,
            d.updated_at, d.submitted_at, d.received_at, d.numbered_at, d.posted_at, d.returned_reason, d.version,
            (SELECT p.symbol FROM documents.document p WHERE p.id = d.parent) AS changed""";

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DocumentWork> find(UUID id) {
        return whole(jdbc.sql("SELECT " + COLUMNS + " FROM documents.document d WHERE d.id = ?")
                        .param(id))
                .stream()
                .findFirst();
    }

    /// The same, and nobody else changes it until this transaction is over.
    Optional<DocumentWork> lock(UUID id) {
        return whole(jdbc.sql("SELECT " + COLUMNS + " FROM documents.document d WHERE d.id = ? FOR UPDATE")
                        .param(id))
                .stream()
                .findFirst();
    }

    /// With what belongs to each, in three statements however many there are.
    List<DocumentWork> whole(JdbcClient.StatementSpec asked) {
        Map<UUID, List<Expression>> expressions = new HashMap<>();
        Map<UUID, List<Attachment>> attachments = new HashMap<>();
        List<DocumentWork> bare = asked.query((row, n) -> bare(row)).list();
        if (bare.isEmpty()) return bare;
        UUID[] ids = bare.stream().map(DocumentWork::id).toArray(UUID[]::new);
        jdbc.sql("""
                SELECT document, language, standing, title, purpose, action_text, financial_text, body
                FROM documents.expression WHERE document = ANY (?) ORDER BY standing <> 'original', added_at, language""").param(ids).query(row -> {
            expressions
                    .computeIfAbsent(row.getObject("document", UUID.class), id -> new ArrayList<>())
                    .add(expression(row));
        });
        jdbc.sql("""
                SELECT document, id, language, file, name, type, size, sha256 FROM documents.attachment
                WHERE document = ANY (?) ORDER BY position, id""").param(ids).query(row -> {
            attachments
                    .computeIfAbsent(row.getObject("document", UUID.class), id -> new ArrayList<>())
                    .add(attachment(row));
        });
        return bare.stream()
                .map(one -> one.with(
                        expressions.getOrDefault(one.id(), List.of()), attachments.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static DocumentWork bare(ResultSet row) throws SQLException {
        return new DocumentWork(
                row.getObject("id", UUID.class),
                row.getString("series"),
                row.getString("meeting"),
                row.getObject("agenda_item", UUID.class),
                DocumentKind.of(row.getString("kind")).orElseThrow(),
                Change.of(row.getString("change")),
                row.getObject("parent", UUID.class),
                word(row, "changed"),
                row.getObject("serial", Integer.class),
                word(row, "symbol"),
                word(row, "address"),
                sources(row),
                header(row),
                row.getString("dated"),
                DocumentState.written(row.getString("state")),
                row.getObject("owner", UUID.class),
                words(row, "steps"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "submitted_at"),
                instant(row, "received_at"),
                instant(row, "numbered_at"),
                instant(row, "posted_at"),
                row.getString("returned_reason"),
                row.getInt("version"),
                List.of(),
                List.of());
    }

    static List<DocumentSource> sources(ResultSet row) throws SQLException {
        return Json.read(row.getString("sources"), new TypeReference<List<DocumentSource>>() {});
    }

    static DocumentHeader header(ResultSet row) throws SQLException {
        return new DocumentHeader(
                row.getString("action"),
                row.getString("addressee"),
                words(row, "strategic_links"),
                row.getString("financial"),
                words(row, "refs"));
    }

    static Expression expression(ResultSet row) throws SQLException {
        return new Expression(
                row.getString("language"),
                Expression.Standing.of(row.getString("standing")).orElseThrow(),
                row.getString("title"),
                row.getString("purpose"),
                row.getString("action_text"),
                row.getString("financial_text"),
                row.getString("body"));
    }

    static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("language"),
                row.getObject("file", UUID.class),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"),
                row.getString("sha256"));
    }

    static List<String> words(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static String word(ResultSet row, String column) throws SQLException {
        String word = row.getString(column);
        return word == null ? "" : word;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
