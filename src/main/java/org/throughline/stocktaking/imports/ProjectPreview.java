package org.throughline.stocktaking.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.NewProject;
import org.throughline.tables.Field;

/// How a file is understood: what its columns become, and its first projects as they would be.
public record ProjectPreview(List<Column> columns, List<First> firsts) {

    /// What a column is taken for.
    public enum Part {
        FIELD,
        CONSENT,
        LANGUAGE,
        RECEIVED,
        FORMER,
        CONFIRMED,
        KEY
    }

    /// @param detail which field, which use
    public record Goes(Part part, String detail) {}

    /// @param goes empty when nothing of the column is used
    public record Column(String name, List<Goes> goes) {}

    /// One of the first projects.
    ///
    /// @param row its number in the file
    public record First(
            long row,
            String title,
            String language,
            String entity,
            List<String> countries,
            List<String> actionLines,
            List<String> sdgs,
            String words) {

        private static final int LONGEST = 160;

        static First of(long row, NewProject project) {
            Map<String, tools.jackson.databind.JsonNode> answers = project.answers();
            String words = Answers.text(answers.get("summary"));
            return new First(
                    row,
                    Answers.text(answers.get("title")),
                    project.language(),
                    Answers.text(answers.get("entityName")),
                    Answers.codes(answers.get("countries")),
                    Answers.codes(answers.get("actionLines")),
                    Answers.codes(answers.get("sdgs")),
                    words.length() <= LONGEST
                            ? words
                            : words.substring(0, words.offsetByCodePoints(0, LONGEST / 2)) + "…");
        }
    }

    static List<Column> columns(ProjectMapping mapping, Collection<String> names) {
        return names.stream().map(name -> new Column(name, uses(mapping, name))).toList();
    }

    private static List<Goes> uses(ProjectMapping mapping, String column) {
        List<Goes> uses = new ArrayList<>();
        if (mapping.key().contains(column)) uses.add(new Goes(Part.KEY, ""));
        add(uses, Part.FIELD, mapping.answers(), column);
        add(uses, Part.CONSENT, mapping.consent(), column);
        if (reads(mapping.language(), column)) uses.add(new Goes(Part.LANGUAGE, ""));
        if (reads(mapping.receivedAt(), column)) uses.add(new Goes(Part.RECEIVED, ""));
        if (reads(mapping.confirmedAt(), column)) uses.add(new Goes(Part.CONFIRMED, ""));
        if (reads(mapping.formerId(), column)) uses.add(new Goes(Part.FORMER, ""));
        return uses;
    }

    private static void add(List<Goes> uses, Part part, Map<String, Field> fields, String column) {
        fields.forEach((name, field) -> {
            if (reads(field, column)) uses.add(new Goes(part, name));
        });
    }

    private static boolean reads(@Nullable Field field, String column) {
        return field != null && field.reads(column);
    }
}
