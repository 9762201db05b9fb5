package org.throughline.calls;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.search.SearchEntry;
import org.throughline.search.SearchEntry.Words;
import org.throughline.search.SearchIndex;

/// Keeps the search entry of a public call, in the transaction that changes the call.
@Component
class CallSearch {

    private static final String KIND = "call";

    private final JdbcClient jdbc;
    private final SearchIndex search;

    CallSearch(JdbcClient jdbc, SearchIndex search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    @EventListener
    void on(CallPublished event) {
        refresh(event.call());
    }

    @EventListener
    void on(CallEdited event) {
        refresh(event.call());
    }

    private void refresh(CallId call) {
        jdbc.sql("SELECT slug, title, purpose, body, opens_at FROM calls.published_call WHERE id = ?")
                .param(call.value())
                .query((row, n) -> entry(
                                row.getString("slug"),
                                text(row.getString("title")),
                                text(row.getString("purpose")),
                                text(row.getString("body")))
                        .at(row.getTimestamp("opens_at").toInstant()))
                .optional()
                .ifPresent(search::put);
    }

    private static SearchEntry entry(String slug, LocalizedText title, LocalizedText purpose, LocalizedText body) {
        Map<String, Words> words = new TreeMap<>();
        for (String language : title.texts().keySet())
            words.put(
                    language,
                    new Words(
                            title.textFor(language),
                            join(
                                    purpose.in(language).orElse(null),
                                    body.in(language).orElse(null))));
        return new SearchEntry(KIND, slug, "/calls/" + slug, title.languageFor("en"), words, Map.of(), null)
                .withFacet("call", slug);
    }

    private static String join(@Nullable String purpose, @Nullable String body) {
        if (purpose == null) return body == null ? "" : body;
        return body == null ? purpose : purpose + "\n\n" + body;
    }

    private static LocalizedText text(String json) {
        return Json.read(json, LocalizedText.class);
    }
}
