package org.throughline.groups;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.search.SearchEntry;
import org.throughline.search.SearchEntry.Words;
import org.throughline.search.SearchIndex;
import tools.jackson.core.type.TypeReference;

/// Keeps the search entries of groups, meetings and decisions, in the transaction that writes them.
@Component
class GroupSearch {

    private final JdbcClient jdbc;
    private final SearchIndex search;

    GroupSearch(JdbcClient jdbc, SearchIndex search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    @EventListener
    void on(MeetingWritten event) {
        meetings(List.of(event.meeting()));
    }

    /// Everything that the program brought.
    void all() {
        put("%");
    }

    /// One group; its name stands before those of its meetings and decisions as well.
    void group(String code) {
        put(code);
    }

    // A code has no sign in it that means something else to LIKE.
    private void put(String codes) {
        search.putAll(jdbc.sql("SELECT code, name, about, terms FROM groups.body WHERE code LIKE ?")
                .param(codes)
                .query((row, n) -> {
                    List<LocalizedText> body =
                            Json.read(row.getString("terms"), new TypeReference<List<LocalizedText>>() {});
                    return entry(
                            "group",
                            row.getString("code"),
                            "/groups/" + row.getString("code"),
                            Rows.text(row, "name"),
                            LocalizedText.EMPTY,
                            Stream.concat(Stream.of(Rows.text(row, "about")), body.stream())
                                    .toList());
                })
                .list());
        meetings(jdbc.sql("""
                SELECT m.id FROM groups.meeting m JOIN groups.body b ON b.id = m.group_id WHERE b.code LIKE ?""").param(codes).query(UUID.class).list());
    }

    private void meetings(List<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        search.putAll(jdbc.sql("""
                SELECT b.code, b.name AS body, m.number, m.name, m.place, m.note, m.invitation,
                       coalesce((SELECT jsonb_agg(i.title ORDER BY i.position) FROM groups.agenda_item i
                           WHERE i.meeting_id = m.id AND i.struck_at IS NULL), '[]') AS items
                FROM groups.meeting m JOIN groups.body b ON b.id = m.group_id WHERE m.id = ANY (?)""")
                .param(wanted)
                .query((row, n) -> entry(
                        "meeting",
                        row.getString("code") + "/" + row.getString("number"),
                        "/groups/" + row.getString("code") + "/meetings/" + row.getString("number"),
                        Rows.text(row, "name"),
                        Rows.text(row, "body"),
                        Stream.concat(
                                        Stream.of(
                                                Rows.text(row, "place"),
                                                Rows.text(row, "note"),
                                                Rows.text(row, "invitation")),
                                        Json.read(row.getString("items"), new TypeReference<List<LocalizedText>>() {})
                                                .stream())
                                .toList()))
                .list());
        search.putAll(jdbc.sql("""
                SELECT b.code, b.name AS body, m.number, d.number AS decision, d.text, d.actors, m.name
                FROM groups.decision d JOIN groups.meeting m ON m.id = d.meeting_id JOIN groups.body b ON b.id = m.group_id
                WHERE m.id = ANY (?)""")
                .param(wanted)
                .query((row, n) -> entry(
                        "decision",
                        row.getString("code") + "/" + row.getString("number") + "/" + row.getInt("decision"),
                        "/groups/" + row.getString("code") + "/meetings/" + row.getString("number") + "/decisions/"
                                + row.getInt("decision"),
                        Rows.text(row, "name"),
                        Rows.text(row, "body"),
                        List.of(Rows.text(row, "text"), Rows.text(row, "actors"))))
                .list());
    }

    /// @param of whose it is, before its title; empty for what stands for itself
    private static SearchEntry entry(
            String kind, String key, String url, LocalizedText title, LocalizedText of, List<LocalizedText> body) {
        Map<String, Words> words = new TreeMap<>();
        for (String language : title.texts().keySet()) {
            var text = new StringBuilder();
            for (LocalizedText part : body)
                if (!part.isEmpty()) text.append(part.textFor(language)).append("\n\n");
            String name = title.textFor(language);
            words.put(
                    language,
                    new Words(
                            of.isEmpty() ? name : of.textFor(language) + " – " + name,
                            text.toString().strip()));
        }
        return new SearchEntry(kind, key, url, title.languageFor("en"), words, Map.of(), null);
    }
}
