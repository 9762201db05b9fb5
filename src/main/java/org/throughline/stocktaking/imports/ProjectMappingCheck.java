package org.throughline.stocktaking.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.tables.Field;
import org.throughline.tables.ImportFailed;
import tools.jackson.databind.JsonNode;

/// Holds a mapping to its form, to the columns of the file and to the fields of the collection: a name that nothing is
/// called by would silently be nothing.
final class ProjectMappingCheck {

    private static final List<String> MEMBERS = List.of(
            "source",
            "key",
            "answers",
            "consent",
            "consentBasis",
            "publish",
            "language",
            "languageIfUnclear",
            "receivedAt",
            "confirmedAt",
            "formerId",
            "unknownCountry",
            "mayLack",
            "derive",
            "wordLimits",
            "encoding");
    private static final List<String> OF_A_FIELD = List.of(
            "column",
            "columns",
            "firstOf",
            "longest",
            "each",
            "parts",
            "join",
            "constant",
            "values",
            "otherwise",
            "split",
            "json",
            "pattern",
            "before");

    private final List<String> unknown = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    private ProjectMappingCheck() {}

    /// Refuses members that no mapping has, naming them and what could be meant.
    static void members(JsonNode mapping) {
        if (!mapping.isObject()) throw new ImportFailed("imports.mapping.no-object");
        var check = new ProjectMappingCheck();
        check.members("", mapping, MEMBERS);
        check.members("consent.", mapping.path("consent"), ProjectMapping.USES);
        for (String fields : List.of("answers", "consent"))
            mapping.path(fields)
                    .properties()
                    .forEach(field -> check.field(fields + "." + field.getKey() + ".", field.getValue()));
        for (String field : List.of("language", "receivedAt", "confirmedAt", "formerId"))
            check.field(field + ".", mapping.path(field));
        check.word("unknownCountry", mapping.path("unknownCountry").asString("refuse"), List.of("refuse", "leave-out"));
        List<String> derived = Arrays.stream(ProjectMapping.Derived.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        mapping.path("derive").forEach(word -> check.word("derive", word.asString(""), derived));
        if (!check.unknown.isEmpty())
            throw new ImportFailed(
                    "imports.mapping.no-member", String.join(", ", check.unknown), String.join(", ", check.known));
    }

    private void field(String where, JsonNode field) {
        members(where, field, OF_A_FIELD);
        field.path("parts")
                .properties()
                .forEach(part -> members(where + "parts." + part.getKey() + ".", part.getValue(), OF_A_FIELD));
    }

    private void members(String where, JsonNode node, List<String> names) {
        if (!node.isObject()) return;
        for (var member : node.properties()) if (!names.contains(member.getKey())) miss(where + member.getKey(), names);
    }

    private void word(String where, String word, List<String> words) {
        if (!words.contains(word)) miss(where + ": " + word, words);
    }

    private void miss(String name, List<String> instead) {
        unknown.add(name);
        known.addAll(instead);
    }

    /// Refuses columns that the file does not have and fields that the form does not have, naming them.
    static void against(ProjectMapping mapping, Collection<String> columns, ProjectForm form) {
        List<String> strange = new ArrayList<>();
        mapping.answers().forEach((code, field) -> {
            ProjectForm.Field asked = form.field(code).orElse(null);
            if (asked == null) strange.add(code);
            else strange.addAll(strangeParts(code, asked, field));
        });
        mapping.mayLack().stream()
                .filter(code -> form.field(code).isEmpty())
                .sorted()
                .forEach(code -> strange.add("mayLack: " + code));
        if (!strange.isEmpty())
            throw new ImportFailed(
                    "stocktaking.imports.mapping.no-field",
                    String.join(", ", strange),
                    String.join(", ", form.fields().map(ProjectForm.Field::code).toList()));
        List<String> missing = new ArrayList<>();
        mapping.key().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> missing.add("“" + column + "” (key)"));
        Stream.of(mapping.answers(), mapping.consent())
                .flatMap(fields -> fields.entrySet().stream())
                .forEach(field -> missing(missing, field.getKey(), field.getValue(), columns));
        missing(missing, "language", mapping.language(), columns);
        missing(missing, "receivedAt", mapping.receivedAt(), columns);
        missing(missing, "confirmedAt", mapping.confirmedAt(), columns);
        missing(missing, "formerId", mapping.formerId(), columns);
        if (!missing.isEmpty())
            throw new ImportFailed("imports.mapping.no-column", String.join(", ", missing), String.join(", ", columns));
    }

    private static List<String> strangeParts(String code, ProjectForm.Field asked, Field field) {
        Set<String> known = new LinkedHashSet<>(List.of("key"));
        asked.parts().forEach(part -> known.add(part.code()));
        Map<String, Field> parts = field.parts();
        return parts.keySet().stream()
                .filter(part -> !known.contains(part))
                .map(part -> code + "." + part)
                .toList();
    }

    // A path leads into a column; what stands behind it may be there in some rows only.
    private static void missing(List<String> missing, String where, @Nullable Field field, Collection<String> columns) {
        if (field == null) return;
        for (String name : field.columns())
            if (columns.stream().noneMatch(column -> Field.column(name).reads(column)))
                missing.add("“" + name + "” (" + where + ")");
    }
}
