package org.throughline.opendata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.ledger.CanonicalJson;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.ProjectTombstone;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects.Translation;
import tools.jackson.databind.JsonNode;

/// A line of a dump by the names of its columns, before it is written in one format or another. What was not
/// answered is not there. Its canonical JSON is the line of the JSON Lines file, and what the fingerprint is
/// taken over.
final class DumpRow {

    private DumpRow() {}

    /// @param base the address of the installation
    /// @param day when the dump was taken, for freshness
    static Map<String, Object> of(DumpLine line, String base, Instant day) {
        return switch (line) {
            case DumpLine.Shown shown -> of(shown.project(), shown.translations(), base, day);
            case DumpLine.Gone gone -> of(gone.tombstone(), base);
        };
    }

    static String canonical(Map<String, Object> row) {
        return CanonicalJson.text(row);
    }

    private static Map<String, Object> of(ProjectTombstone gone, String base) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", gone.number());
        row.put("url", base + "/stocktaking/" + gone.number());
        row.put("state", gone.kind());
        row.put("goneAt", gone.at().toString());
        if (gone.mergedInto() != null) row.put("mergedInto", gone.mergedInto());
        row.put("collection", gone.collection());
        return row;
    }

    static Map<String, Object> of(PublishedProject project, List<Translation> translations, String base, Instant day) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", project.number());
        row.put("url", base + project.path());
        row.put("state", "public");
        row.put("collection", project.collection());
        row.put("version", project.version());
        row.put("language", project.language());
        DumpColumn.answers()
                .forEach(column -> put(row, column, project.answers().get(column.name())));
        codes(row, "regions", project.regions());
        codes(row, "sdgs", project.sdgs());
        List<Object> linkages = linkages(project.answers().get("sdgs"));
        if (!linkages.isEmpty()) row.put("sdgLinkages", linkages);
        Map<String, Object> others = others(project.answers());
        if (!others.isEmpty()) row.put(DumpColumn.OTHER, List.of(others));
        if (!translations.isEmpty())
            row.put(
                    "translations",
                    translations.stream().map(DumpRow::translation).toList());
        row.put("completeness", project.completeness());
        row.put("freshness", project.light(day).word());
        row.put("quotable", project.quotable());
        row.put("translatable", project.translatable());
        row.put("receivedAt", project.receivedAt().toString());
        row.put("publishedAt", project.publishedAt().toString());
        row.put("updatedAt", project.updatedAt().toString());
        row.put("confirmedAt", project.confirmedAt().toString());
        if (project.closedAt() != null) row.put("closedAt", project.closedAt().toString());
        return row;
    }

    private static Map<String, Object> translation(Translation one) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("language", one.language());
        if (!one.title().isEmpty()) said.put("title", one.title());
        if (!one.description().isEmpty()) said.put("description", one.description());
        if (!one.goals().isEmpty()) said.put("goals", one.goals());
        return said;
    }

    private static void put(Map<String, Object> row, DumpColumn column, @Nullable JsonNode answer) {
        if (Answers.isEmpty(answer)) return;
        switch (column.kind()) {
            case CODES -> codes(row, column.name(), Answers.codes(answer));
            case LINES -> codes(row, column.name(), lines(Objects.requireNonNull(answer)));
            case OBJECTS -> row.put(column.name(), listed(Objects.requireNonNull(answer)));
            case YES_NO -> {
                if (Objects.requireNonNull(answer).isBoolean()) row.put(column.name(), answer.booleanValue());
            }
            default -> {
                String text = Answers.text(answer);
                if (!text.isEmpty()) row.put(column.name(), text);
            }
        }
    }

    private static void codes(Map<String, Object> row, String name, List<String> codes) {
        if (!codes.isEmpty()) row.put(name, codes);
    }

    // A line break inside of a line would be two lines in CSV.
    private static List<String> lines(JsonNode answer) {
        Stream<JsonNode> all = answer.isArray() ? answer.valueStream() : Stream.of(answer);
        return all.map(line -> Answers.text(line).replaceAll("[\\r\\n]+", " "))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<Object> linkages(@Nullable JsonNode sdgs) {
        List<Object> linkages = new ArrayList<>();
        if (sdgs != null && sdgs.isArray())
            sdgs.valueStream().filter(one -> one.isObject() && one.size() > 1).forEach(linkages::add);
        return linkages;
    }

    private static Map<String, Object> others(JsonNode answers) {
        Map<String, Object> others = new LinkedHashMap<>();
        answers.properties().forEach(one -> {
            if (!DumpColumn.ANSWERS.contains(one.getKey()) && !Answers.isEmpty(one.getValue()))
                others.put(one.getKey(), one.getValue());
        });
        return others;
    }

    private static Object listed(JsonNode node) {
        return node.isArray() ? node : List.of(node);
    }
}
