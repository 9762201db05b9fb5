package org.throughline.stocktaking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.Json;
import org.throughline.search.SearchEntry;
import org.throughline.search.SearchIndex;
import tools.jackson.databind.JsonNode;

/// Keeps the search entries of projects as the published view shows them, in the transaction that changes them: what
/// it does not show cannot be found.
@Component
class ProjectSearch {

    static final String KIND = "project";

    private final JdbcClient jdbc;
    private final ProjectRows rows;
    private final SearchIndex search;

    ProjectSearch(JdbcClient jdbc, ProjectRows rows, SearchIndex search) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.search = search;
    }

    // Whoever changes a project meanwhile waits for this entry, or this entry for them: with neither waiting, the
    // older of two states could be written last.
    @EventListener
    void on(ProjectPublicityChanged event) {
        rows.locked(event.projects().stream()
                .map(ProjectPublicityChanged.Project::id)
                .toList());
        Long[] numbers = event.projects().stream()
                .map(ProjectPublicityChanged.Project::number)
                .toArray(Long[]::new);
        List<SearchEntry> entries = new ArrayList<>();
        Set<String> there = new HashSet<>();
        jdbc.sql("""
                SELECT number, collection, title, summary, language, entity_name, entity_type, regions, countries, action_lines,
                       sdgs, answers, published_at,
                       (SELECT NOT p.consent_name FROM stocktaking.project p WHERE p.number = v.number) AS withheld
                FROM stocktaking.published_project v WHERE number = ANY (?)""").param(numbers).query(row -> {
            String key = Long.toString(row.getLong("number"));
            there.add(key);
            entries.add(SearchEntry.of(
                            KIND,
                            key,
                            "/stocktaking/" + key,
                            row.getString("language"),
                            row.getString("title"),
                            body(
                                    row.getString("summary"),
                                    row.getString("entity_name"),
                                    Json.tree(row.getString("answers"))))
                    .withFacet("collection", row.getString("collection"))
                    .withFacet("stakeholder-type", one(row.getString("entity_type")))
                    .withFacet("region", PublishedProjects.texts(row, "regions"))
                    .withFacet("country", PublishedProjects.texts(row, "countries"))
                    .at(row.getTimestamp("published_at").toInstant())
                    .withheld(row.getBoolean("withheld")));
        });
        search.putAll(entries);
        for (Long number : numbers) {
            String key = number.toString();
            if (!there.contains(key)) search.remove(KIND, key);
        }
    }

    private static List<String> one(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    // The short description first, because what is shown of a text begins there; then everything else that is text.
    private static String body(String summary, String entity, JsonNode answers) {
        StringBuilder body = new StringBuilder(summary);
        if (!entity.isBlank()) body.append("\n\n").append(entity);
        answers.properties().forEach(answer -> {
            if (!Set.of("title", "summary", "entityName").contains(answer.getKey())) texts(answer.getValue(), body);
        });
        return body.toString().strip();
    }

    // Codes are no words to be found by; what people wrote has spaces in it.
    private static void texts(JsonNode value, StringBuilder body) {
        if (value.isString()) {
            String text = value.stringValue().strip();
            if (text.indexOf(' ') > 0 || text.codePoints().anyMatch(Character::isIdeographic))
                body.append("\n\n").append(text);
        } else if (value.isContainer()) value.forEach(part -> texts(part, body));
    }
}
