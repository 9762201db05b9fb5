package org.throughline.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Published;
import org.throughline.search.SearchEntry.Words;
import org.throughline.search.SearchResults.Hit;

/// Entries as they stand in the database at this moment. What the index found and is no longer here is left out.
@Component
class Rows {

    record Row(
            UUID id,
            String kind,
            String key,
            String url,
            String language,
            Map<String, Words> words,
            @Nullable Instant happenedAt) {}

    private final Published published;

    Rows(Published published) {
        this.published = published;
    }

    List<Hit> hits(List<UUID> ids, SearchQuery query, Excerpts excerpts) {
        Map<UUID, Row> rows = rows(ids);
        return ids.stream()
                .map(rows::get)
                .filter(Objects::nonNull)
                .map(row -> excerpts.hit(row, query))
                .toList();
    }

    /// The keys of these entries, in their order; what is not public now is left out.
    List<String> keys(List<UUID> ids) {
        Map<UUID, String> keys = new HashMap<>();
        published
                .sql("SELECT id, key FROM search.published_entry WHERE id = ANY(?)")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    keys.put(row.getObject("id", UUID.class), row.getString("key"));
                });
        return ids.stream().map(keys::get).filter(Objects::nonNull).toList();
    }

    /// Those that the index may still know by words that are withheld now. To be asked before the index is: what it has
    /// taken in meanwhile is left out once too often, never once too little.
    List<UUID> behind() {
        return published
                .sql("SELECT DISTINCT id FROM search.published_behind")
                .query(UUID.class)
                .list();
    }

    private Map<UUID, Row> rows(List<UUID> ids) {
        Map<UUID, Row> rows = new HashMap<>();
        if (ids.isEmpty()) return rows;
        published
                .sql("""
                SELECT id, kind, key, url, language, words::text AS words, happened_at
                FROM search.published_entry WHERE id = ANY(?)""")
                .param(ids.toArray(UUID[]::new))
                .query(Rows::row)
                .list()
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Timestamp happened = row.getTimestamp("happened_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("key"),
                row.getString("url"),
                row.getString("language"),
                EntryWords.read(row.getString("words")),
                happened == null ? null : happened.toInstant());
    }
}
