package org.throughline.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.throughline.documents.PostedDocument.Title;
import org.throughline.platform.Json;
import org.throughline.platform.Published;
import org.throughline.platform.Refusal;
import tools.jackson.core.type.TypeReference;

/// Documents as everybody may read them.
@Service
public class PostedDocuments {

    static final String COLUMNS = """
            d.id, d.series, d.meeting, d.agenda_item, d.kind, d.change, d.change_number, d.parent, d.serial, d.symbol, d.address, d.sources,
            d.action, d.addressee, d.strategic_links, d.financial, d.refs, d.dated, d.cites, d.received_at, d.numbered_at,
            d.posted_at, d.hash,
            (SELECT jsonb_agg(jsonb_build_object('language', e.language, 'standing', e.standing, 'title', e.title)
                ORDER BY e.standing <> 'original', e.added_at, e.language)
             FROM documents.published_expression e WHERE e.document = d.id) AS titles""";
    private static final String FROM = " FROM documents.published_document d ";
    private static final int MOST_CITING = 200;

    private final Published published;

    PostedDocuments(Published published) {
        this.published = published;
    }

    /// What is left of a document that had a number.
    public record Tombstone(String series, String symbol, String address, Instant at, String reason) {}

    public Optional<PostedDocument> find(DocumentSymbol symbol) {
        return list(published
                        .sql("SELECT " + COLUMNS + FROM + "WHERE d.symbol_key = ?")
                        .param(symbol.key()))
                .stream()
                .findFirst();
    }

    /// The same for those who need it. Refuses what is not there; of what was withdrawn it says so, and why.
    public PostedDocument get(DocumentSymbol symbol) {
        return find(symbol)
                .orElseThrow(() -> tombstone(symbol)
                        .map(left -> DocumentRefusals.gone(left.symbol(), left.reason()))
                        .orElseGet(Refusal::notFound));
    }

    public Optional<PostedDocument> find(UUID id) {
        return list(published.sql("SELECT " + COLUMNS + FROM + "WHERE d.id = ?").param(id)).stream()
                .findFirst();
    }

    /// Those of many ids, in no order.
    public List<PostedDocument> find(List<UUID> ids) {
        return list(published
                .sql("SELECT " + COLUMNS + FROM + "WHERE d.id = ANY (?)")
                .param(ids.toArray(UUID[]::new)));
    }

    /// Those with these symbols, in no order.
    public List<PostedDocument> withKeys(List<String> keys) {
        if (keys.isEmpty()) return List.of();
        return list(published
                .sql("SELECT " + COLUMNS + FROM + "WHERE d.symbol_key = ANY (?)")
                .param(keys.toArray(String[]::new)));
    }

    /// Those at these addresses, in no order.
    public List<PostedDocument> at(List<String> addresses) {
        if (addresses.isEmpty()) return List.of();
        return list(published
                .sql("SELECT " + COLUMNS + FROM + "WHERE d.address = ANY (?)")
                .param(addresses.toArray(String[]::new)));
    }

    /// What each is about, where that is said, by language, the originals first.
    public Map<UUID, Map<String, String>> purposes(List<PostedDocument> some) {
        Map<UUID, Map<String, String>> purposes = new HashMap<>();
        published
                .sql("""
                SELECT document, language, purpose FROM documents.published_expression
                WHERE document = ANY (?) AND purpose <> '' ORDER BY standing <> 'original', added_at, language""")
                .param(some.stream().map(PostedDocument::id).toArray(UUID[]::new))
                .query(row -> {
                    purposes.computeIfAbsent(row.getObject("document", UUID.class), id -> new LinkedHashMap<>())
                            .put(row.getString("language"), row.getString("purpose"));
                });
        return purposes;
    }

    public Optional<Tombstone> tombstone(DocumentSymbol symbol) {
        return published
                .sql("""
                SELECT series, symbol, address, withdrawn_at, withdrawn_reason FROM documents.published_tombstone
                WHERE symbol_key = ?""")
                .param(symbol.key())
                .query((row, n) -> new Tombstone(
                        row.getString("series"),
                        row.getString("symbol"),
                        row.getString("address"),
                        row.getTimestamp("withdrawn_at").toInstant(),
                        row.getString("withdrawn_reason")))
                .optional();
    }

    /// Its words in each language, the originals first.
    public List<Expression> expressions(UUID id) {
        return published
                .sql("""
                SELECT language, standing, title, purpose, action_text, financial_text, body
                FROM documents.published_expression WHERE document = ? ORDER BY standing <> 'original', added_at, language""")
                .param(id)
                .query((row, n) -> DocumentRows.expression(row))
                .list();
    }

    public List<Attachment> attachments(UUID id) {
        return published
                .sql("""
                SELECT id, language, file, name, type, size, sha256 FROM documents.published_attachment
                WHERE document = ? ORDER BY position, id""")
                .param(id)
                .query((row, n) -> DocumentRows.attachment(row))
                .list();
    }

    public Optional<Attachment> attachment(UUID id) {
        return published
                .sql("""
                SELECT id, language, file, name, type, size, sha256 FROM documents.published_attachment WHERE id = ?""")
                .param(id)
                .query((row, n) -> DocumentRows.attachment(row))
                .optional();
    }

    /// The document itself, its revisions, addenda and corrigenda, in that order and by their numbers.
    public List<PostedDocument> family(PostedDocument one) {
        return list(published
                .sql("SELECT " + COLUMNS + FROM
                        + "WHERE d.id = ? OR d.parent = ? ORDER BY array_position(ARRAY['', 'rev', 'add', 'corr'], d.change),"
                        + " d.change_number")
                .params(one.root(), one.root()));
    }

    /// The revisions of each of these that was revised, in their order, by the document that they change.
    Map<UUID, List<PostedDocument>> revisions(List<PostedDocument> some) {
        if (some.isEmpty()) return Map.of();
        Map<UUID, List<PostedDocument>> revisions = new HashMap<>();
        list(published
                        .sql("SELECT " + COLUMNS + FROM
                                + "WHERE d.parent = ANY (?) AND d.change = 'rev' ORDER BY d.change_number")
                        .param(some.stream().map(PostedDocument::root).toArray(UUID[]::new)))
                .forEach(one -> revisions
                        .computeIfAbsent(one.root(), root -> new ArrayList<>())
                        .add(one));
        return revisions;
    }

    /// Documents whose references or texts name this one or something that changes it, newest first.
    public List<PostedDocument> citing(PostedDocument one) {
        String root = DocumentSymbol.read(one.symbol()).orElseThrow().rootKey();
        return list(published
                .sql("SELECT " + COLUMNS + FROM
                        + "WHERE d.cites @> ARRAY[?]::text[] AND d.id <> ? AND d.parent IS DISTINCT FROM ?"
                        + " ORDER BY d.posted_at DESC, d.id DESC LIMIT " + MOST_CITING)
                .params(root, one.root(), one.root()));
    }

    /// The documents of a meeting by their numbers, each followed by what changes it.
    public List<PostedDocument> ofMeeting(String group, String meeting) {
        return list(published
                .sql("SELECT " + COLUMNS + FROM
                        + "JOIN documents.published_series s ON s.code = d.series WHERE s.group_code = ? AND d.meeting = ?"
                        + " ORDER BY s.position, d.serial, array_position(ARRAY['', 'rev', 'add', 'corr'], d.change),"
                        + " d.change_number")
                .params(group, meeting));
    }

    List<PostedDocument> list(JdbcClient.StatementSpec asked) {
        return asked.query((row, n) -> document(row)).list();
    }

    private static PostedDocument document(ResultSet row) throws SQLException {
        return new PostedDocument(
                row.getObject("id", UUID.class),
                row.getString("series"),
                row.getString("meeting"),
                row.getObject("agenda_item", UUID.class),
                DocumentKind.of(row.getString("kind")).orElseThrow(),
                Change.of(row.getString("change")),
                row.getInt("change_number"),
                row.getObject("parent", UUID.class),
                row.getInt("serial"),
                row.getString("symbol"),
                row.getString("address"),
                DocumentRows.sources(row),
                DocumentRows.header(row),
                row.getString("dated"),
                DocumentRows.words(row, "cites"),
                DocumentRows.instant(row, "received_at"),
                row.getTimestamp("numbered_at").toInstant(),
                row.getTimestamp("posted_at").toInstant(),
                HexFormat.of().formatHex(row.getBytes("hash")),
                Json.read(row.getString("titles"), new TypeReference<List<Title>>() {}));
    }
}
