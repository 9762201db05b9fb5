package org.throughline.inputs.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.Use;
import org.throughline.inputs.imports.Mapping.UnknownCountry;
import org.throughline.tables.Field;
import org.throughline.tables.ImportFailed;

/// The mapping of a file that needs none: its columns are called as the questions are, by code or by label in any
/// language, and as the API calls what is known of the respondent.
final class AutoMapping {

    private AutoMapping() {}

    static Mapping of(Questionnaire questionnaire, Collection<String> columns) {
        Map<String, String> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.putIfAbsent(plain(column), column));
        Map<String, Field> answers = new LinkedHashMap<>();
        questionnaire.questions().forEach(question -> {
            // A table cannot bring files; in our own exports their addresses stand there.
            if (question.kind() == Questionnaire.Kind.FILE) return;
            List<String> names = new ArrayList<>(List.of(question.code()));
            names.addAll(question.label().texts().values());
            names.stream()
                    .map(AutoMapping::plain)
                    .filter(byName::containsKey)
                    .findFirst()
                    .ifPresent(name -> {
                        boolean many = switch (question.kind()) {
                            case MULTIPLE_CHOICE, RANKING -> true;
                            default -> false;
                        };
                        boolean json = question.kind() == Questionnaire.Kind.GROUP;
                        answers.put(question.code(), Field.column(byName.get(name), many ? ";" : null, json));
                    });
        });
        if (answers.isEmpty()) throw new ImportFailed("imports.file.no-column", String.join(", ", columns));
        Map<String, Field> respondent = named(Mapping.RESPONDENT, byName, "");
        Map<String, Field> consent =
                named(List.of(Use.values()).stream().map(Use::word).toList(), byName, "consent");
        return new Mapping(
                byName.containsKey("key") ? List.of(byName.get("key")) : List.of(),
                null,
                answers,
                respondent,
                consent,
                byName.containsKey("language") ? Field.column(byName.get("language")) : null,
                byName.containsKey("receivedat") ? Field.column(byName.get("receivedat")) : null,
                "",
                UnknownCountry.REFUSE,
                false,
                "",
                "");
    }

    private static Map<String, Field> named(List<String> names, Map<String, String> columns, String prefix) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String name : names) {
            String column = columns.get(plain(prefix + name));
            if (column != null) fields.put(name, Field.column(column));
        }
        return fields;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    }
}
