package org.throughline.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.search.SearchEntry;
import org.throughline.search.SearchEntry.Words;
import org.throughline.search.SearchIndex;
import tools.jackson.core.type.TypeReference;

/// Keeps instruments and tasks where readers look for words, in the transaction that changes them.
@Component
class InstrumentSearch {

    private static final String INSTRUMENT = "instrument";
    private static final String TASK = "task";

    private final JdbcClient jdbc;
    private final SearchIndex search;
    private final Messages messages;

    InstrumentSearch(JdbcClient jdbc, SearchIndex search, Messages messages) {
        this.jdbc = jdbc;
        this.search = search;
        this.messages = messages;
    }

    /// One instrument, with the words of its paragraphs.
    void put(String slug) {
        List<SearchEntry> found = instruments("i.slug = :slug", slug);
        if (found.isEmpty()) search.remove(INSTRUMENT, slug);
        else search.putAll(found);
    }

    /// All instruments and tasks.
    void putAll() {
        search.putAll(instruments("true OR i.slug = :slug", ""));
        search.putAll(tasks("true OR :key = ''", ""));
    }

    /// @param key its instrument and number
    void putTask(String key) {
        search.putAll(tasks("i.slug || '/' || t.number = :key", key));
    }

    void removeTask(String key) {
        search.remove(TASK, key);
    }

    private List<SearchEntry> instruments(String condition, String slug) {
        Map<String, List<LocalizedText>> paragraphs = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT i.slug, p.label, p.words, p.official FROM mandates.paragraph p JOIN mandates.revision r ON r.id = p.revision_id
                JOIN mandates.instrument i ON i.id = r.instrument_id
                WHERE p.retired_at IS NULL AND r.retired_at IS NULL AND (""" + condition + ") ORDER BY r.position, p.position")
                .param("slug", slug)
                .query(row -> {
                    paragraphs
                            .computeIfAbsent(row.getString("slug"), one -> new ArrayList<>())
                            .addAll(List.of(text(row, "words"), text(row, "official")));
                });
        return jdbc.sql("""
                SELECT i.slug, i.number, i.kind, i.topic, b.name, string_agg(r.symbol || ' ' || r.label || ' ' || r.place, ' ' ORDER BY r.position)
                    AS revisions
                FROM mandates.instrument i JOIN mandates.body b ON b.code = i.body
                JOIN mandates.revision r ON r.instrument_id = i.id AND r.retired_at IS NULL
                WHERE i.retired_at IS NULL AND (""" + condition + ") GROUP BY i.slug, i.number, i.kind, i.topic, b.name")
                .param("slug", slug)
                .query((row, n) -> instrument(row, paragraphs.getOrDefault(row.getString("slug"), List.of())))
                .list();
    }

    private SearchEntry instrument(ResultSet row, List<LocalizedText> paragraphs) throws SQLException {
        String slug = row.getString("slug");
        String number = row.getString("number");
        LocalizedText topic = text(row, "topic");
        LocalizedText body = text(row, "name");
        String revisions = row.getString("revisions");
        var languages = new TreeSet<>(topic.texts().keySet());
        paragraphs.forEach(one -> languages.addAll(one.texts().keySet()));
        languages.add(topic.languageFor(Languages.DEFAULT));
        Map<String, Words> words = new TreeMap<>();
        for (String language : languages) {
            String title = topic.textFor(language);
            var text = new StringBuilder(body.textFor(language)).append('\n').append(revisions);
            paragraphs.forEach(
                    one -> one.in(language).ifPresent(part -> text.append('\n').append(part)));
            String name =
                    InstrumentNames.name(messages.in(language), Instrument.Kind.of(row.getString("kind")), number);
            words.put(language, new Words(number.isEmpty() ? title : name + ": " + title, text.toString()));
        }
        return new SearchEntry(
                INSTRUMENT, slug, "/mandates/" + slug, topic.languageFor(Languages.DEFAULT), words, Map.of(), null);
    }

    private List<SearchEntry> tasks(String condition, String key) {
        return jdbc.sql("""
                SELECT i.slug, i.kind, i.number AS instrument, t.number, t.words, t.note, t.due_words,
                    (SELECT string_agg(r.symbol, ' ' ORDER BY r.position) FROM mandates.revision r
                        WHERE r.instrument_id = i.id AND r.retired_at IS NULL) AS symbols,
                    (SELECT coalesce(jsonb_agg(a.name ORDER BY x.position), '[]') FROM mandates.task_actor x
                        JOIN mandates.actor a ON a.code = x.actor WHERE x.task_id = t.id) AS asked
                FROM mandates.task t
                JOIN mandates.instrument i ON i.id = t.instrument_id WHERE t.retired_at IS NULL AND (""" + condition + ")")
                .param("key", key)
                .query((row, n) -> task(row))
                .list();
    }

    // Who looks for what a resolution asks of somebody types its number and a name.
    private SearchEntry task(ResultSet row) throws SQLException {
        LocalizedText title = text(row, "words");
        LocalizedText note = text(row, "note");
        LocalizedText due = text(row, "due_words");
        List<LocalizedText> asked = Json.read(row.getString("asked"), new TypeReference<List<LocalizedText>>() {});
        String symbols = row.getString("symbols");
        String instrument = row.getString("instrument");
        Instrument.Kind kind = Instrument.Kind.of(row.getString("kind"));
        Map<String, Words> words = new TreeMap<>();
        title.texts().forEach((language, one) -> {
            var text = new StringBuilder(note.in(language).orElse(""))
                    .append('\n')
                    .append(due.in(language).orElse(""));
            asked.forEach(who -> text.append('\n').append(who.textFor(language)));
            if (!instrument.isEmpty())
                text.append('\n').append(InstrumentNames.name(messages.in(language), kind, instrument));
            if (symbols != null) text.append('\n').append(symbols);
            words.put(language, new Words(one, text.toString()));
        });
        String key = row.getString("slug") + "/" + row.getInt("number");
        return new SearchEntry(
                TASK,
                key,
                "/mandates/" + row.getString("slug") + "/tasks/" + row.getInt("number"),
                title.languageFor(Languages.DEFAULT),
                words,
                Map.of(),
                null);
    }

    private static LocalizedText text(ResultSet row, String column) throws SQLException {
        return Json.read(row.getString(column), LocalizedText.class);
    }
}
