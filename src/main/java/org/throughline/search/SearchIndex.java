package org.throughline.search;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.Json;
import org.throughline.search.SearchEntry.Words;

/// Where modules put what can be found, in the transaction in which they change the thing itself. Refuses to work
/// outside of a transaction. A removed entry is out of the public's sight with the commit, whatever the index still
/// holds.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SearchIndex {

    private static final int BATCH = 200;
    private static final String UPSERT = """
            INSERT INTO search.entry (id, kind, key, url, language, words, facets, happened_at, withheld)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
            ON CONFLICT (id) DO UPDATE SET url = excluded.url, language = excluded.language, words = excluded.words,
                facets = excluded.facets, happened_at = excluded.happened_at, withheld = excluded.withheld,
                changed_at = now()""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Engines engines;

    SearchIndex(JdbcClient jdbc, DataSource dataSource, Engines engines) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.engines = engines;
    }

    /// Writes an entry, or writes it anew when there is one of this kind and key.
    public void put(SearchEntry entry) {
        putAll(List.of(entry));
    }

    /// Writes many entries in batches; of two with the same kind and key the later one counts.
    public void putAll(Collection<SearchEntry> entries) {
        Map<UUID, SearchEntry> batch = LinkedHashMap.newLinkedHashMap(BATCH);
        for (SearchEntry entry : entries) {
            batch.put(Entry.idOf(entry.kind(), entry.key()), entry);
            if (batch.size() == BATCH) write(batch);
        }
        if (!batch.isEmpty()) write(batch);
    }

    private void write(Map<UUID, SearchEntry> batch) {
        // In one order everywhere, so that two writers of the same entries do not wait for each other.
        List<UUID> ids = batch.keySet().stream().sorted().toList();
        batches.batchUpdate(UPSERT, ids, ids.size(), (row, id) -> {
            SearchEntry entry = batch.get(id);
            row.setObject(1, id);
            row.setString(2, entry.kind());
            row.setString(3, entry.key());
            row.setString(4, entry.url());
            row.setString(5, entry.language());
            row.setString(6, Json.write(clean(entry.words())));
            row.setString(7, Json.write(entry.facets()));
            row.setTimestamp(8, entry.happenedAt() == null ? null : Timestamp.from(entry.happenedAt()));
            row.setBoolean(9, entry.withheld());
        });
        engines.announce(ids);
        batch.clear();
    }

    private static Map<String, Words> clean(Map<String, Words> words) {
        var clean = new TreeMap<String, Words>();
        words.forEach((language, each) -> clean.put(language, new Words(clean(each.title()), clean(each.body()))));
        return clean;
    }

    // PostgreSQL cannot hold U+0000, and half a surrogate pair is no character.
    private static String clean(String text) {
        boolean fine = text.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit));
        if (fine) return text;
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 ? ' ' : point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /// Takes an entry away; nothing happens when there is none.
    public void remove(String kind, String key) {
        engines.announce(jdbc.sql("DELETE FROM search.entry WHERE kind = :kind AND key = :key RETURNING id")
                .param("kind", kind)
                .param("key", key)
                .query(UUID.class)
                .list());
    }
}
