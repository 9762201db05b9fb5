package org.throughline.stocktaking.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.imports.ProjectMapping.UnknownCountry;
import org.throughline.tables.Field;
import org.throughline.tables.ImportFailed;

/// The mapping of a file that needs none: its columns are called as the fields of the form are, by code or by label in
/// any language, as in the tables this program gives away.
final class AutoProjectMapping {

    private AutoProjectMapping() {}

    static ProjectMapping of(ProjectForm form, Collection<String> columns) {
        Map<String, String> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.putIfAbsent(plain(column), column));
        Map<String, Field> answers = new LinkedHashMap<>();
        form.fields().forEach(field -> {
            List<String> names = new ArrayList<>(List.of(field.code()));
            names.addAll(field.label().texts().values());
            names.stream()
                    .map(AutoProjectMapping::plain)
                    .filter(byName::containsKey)
                    .findFirst()
                    .ifPresent(name -> answers.put(field.code(), Field.column(byName.get(name))));
        });
        if (answers.isEmpty())
            throw new ImportFailed("stocktaking.imports.mapping.none-fits", String.join(", ", columns));
        // In the dumps of this program the goals stand twice: alone, and with what links the project to them.
        if (byName.containsKey("sdglinkages") && form.field("sdgs").isPresent())
            answers.put("sdgs", Field.column(byName.get("sdglinkages")));
        Map<String, Field> consent = new LinkedHashMap<>();
        for (String use : ProjectMapping.USES) {
            String column = byName.get(plain("consent" + use));
            if (column != null) consent.put(use, Field.column(column));
        }
        return new ProjectMapping(
                "",
                key(byName),
                answers,
                consent,
                byName.containsKey("language") ? Field.column(byName.get("language")) : null,
                "",
                byName.containsKey("receivedat") ? Field.column(byName.get("receivedat")) : null,
                byName.containsKey("confirmedat") ? Field.column(byName.get("confirmedat")) : null,
                byName.containsKey("formerid") ? Field.column(byName.get("formerid")) : null,
                UnknownCountry.REFUSE,
                Set.of(),
                Set.of(),
                true,
                false,
                "",
                "");
    }

    private static List<String> key(Map<String, String> byName) {
        if (byName.containsKey("key")) return List.of(byName.get("key"));
        return byName.containsKey("number") ? List.of(byName.get("number")) : List.of();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    }
}
