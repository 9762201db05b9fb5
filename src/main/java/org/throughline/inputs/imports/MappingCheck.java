package org.throughline.inputs.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Use;
import org.throughline.tables.Field;
import org.throughline.tables.ImportFailed;
import tools.jackson.databind.JsonNode;

/// Holds a mapping to its form, to the columns of the file and to the questions of the call: a name that nothing is
/// called by would silently be nothing.
final class MappingCheck {

    private static final List<String> MEMBERS = List.of(
            "key",
            "group",
            "answers",
            "respondent",
            "consent",
            "consentBasis",
            "language",
            "languageIfUnclear",
            "receivedAt",
            "unknownCountry",
            "wordLimits",
            "encoding");
    private static final List<String> OF_A_GROUP = List.of("by", "question", "answer", "questions");
    private static final List<String> OF_A_FIELD = List.of(
            "column", "columns", "join", "constant", "values", "otherwise", "split", "json", "pattern", "before");

    private final List<String> unknown = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    private MappingCheck() {}

    /// Refuses members that no mapping has, naming them and what could be meant.
    static void members(JsonNode mapping) {
        if (!mapping.isObject()) throw new ImportFailed("imports.mapping.no-object");
        var check = new MappingCheck();
        check.members("", mapping, MEMBERS);
        check.members("group.", mapping.path("group"), OF_A_GROUP);
        check.members("respondent.", mapping.path("respondent"), Mapping.RESPONDENT);
        check.members(
                "consent.",
                mapping.path("consent"),
                Arrays.stream(Use.values()).map(Use::word).toList());
        for (String fields : List.of("answers", "respondent", "consent"))
            mapping.path(fields)
                    .properties()
                    .forEach(field -> check.members(fields + "." + field.getKey() + ".", field.getValue(), OF_A_FIELD));
        for (String field : List.of("language", "receivedAt"))
            check.members(field + ".", mapping.path(field), OF_A_FIELD);
        String country = mapping.path("unknownCountry").asString("refuse");
        if (!List.of("refuse", "region").contains(country))
            check.miss("unknownCountry: " + country, List.of("refuse", "region"));
        if (!check.unknown.isEmpty())
            throw new ImportFailed(
                    "imports.mapping.no-member", String.join(", ", check.unknown), String.join(", ", check.known));
    }

    private void members(String where, JsonNode node, List<String> names) {
        if (!node.isObject()) return;
        for (var member : node.properties()) if (!names.contains(member.getKey())) miss(where + member.getKey(), names);
    }

    private void miss(String name, List<String> instead) {
        unknown.add(name);
        known.addAll(instead);
    }

    /// Refuses columns that the file does not have and questions that the call does not have, naming them.
    static void against(Mapping mapping, Collection<String> columns, Questionnaire questionnaire) {
        List<String> strange = questions(mapping).stream()
                .filter(code -> questionnaire.question(code).isEmpty())
                .toList();
        if (!strange.isEmpty())
            throw new ImportFailed(
                    "imports.mapping.no-question",
                    String.join(", ", strange),
                    String.join(
                            ", ",
                            questionnaire
                                    .questions()
                                    .map(Questionnaire.Question::code)
                                    .toList()));
        var missing = new ArrayList<String>();
        missing(missing, "key", mapping.key(), columns);
        Mapping.Group group = mapping.group();
        if (group != null) {
            missing(missing, "group.by", group.by(), columns);
            missing(missing, "group.question", List.of(group.question()), columns);
            missing(missing, "group.answer", List.of(group.answer()), columns);
        }
        missing(missing, "answers.", mapping.answers(), columns);
        missing(missing, "respondent.", mapping.respondent(), columns);
        missing(missing, "consent.", mapping.consent(), columns);
        missing(missing, "language", mapping.language(), columns);
        missing(missing, "receivedAt", mapping.receivedAt(), columns);
        if (!missing.isEmpty())
            throw new ImportFailed("imports.mapping.no-column", String.join(", ", missing), String.join(", ", columns));
    }

    private static Set<String> questions(Mapping mapping) {
        Set<String> questions = new LinkedHashSet<>(mapping.answers().keySet());
        if (mapping.group() != null)
            questions.addAll(mapping.group().questions().values());
        questions.remove("");
        return questions;
    }

    private static void missing(
            List<String> missing, String where, Map<String, Field> fields, Collection<String> columns) {
        fields.forEach((name, field) -> missing(missing, where + name, field, columns));
    }

    private static void missing(List<String> missing, String where, @Nullable Field field, Collection<String> columns) {
        if (field != null) missing(missing, where, field.columns(), columns);
    }

    private static void missing(List<String> missing, String where, List<String> names, Collection<String> columns) {
        for (String name : names) if (!columns.contains(name)) missing.add("“" + name + "” (" + where + ")");
    }
}
