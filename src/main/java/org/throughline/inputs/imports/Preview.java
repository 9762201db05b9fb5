package org.throughline.inputs.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.inputs.Answer;
import org.throughline.inputs.Inputs.Checked;
import org.throughline.inputs.Respondent;
import org.throughline.tables.Field;

/// How a file is understood: what its columns become, and its first inputs as they would be.
public record Preview(List<Column> columns, List<First> firsts) {

    /// What a column is taken for.
    public enum Part {
        ANSWER,
        RESPONDENT,
        CONSENT,
        LANGUAGE,
        RECEIVED,
        KEY,
        QUESTION,
        GROUPED_ANSWER
    }

    /// @param detail which question, which part of the respondent, which use
    public record Goes(Part part, String detail) {}

    /// @param goes empty when nothing of the column is used
    public record Column(String name, List<Goes> goes) {}

    /// One of the first inputs.
    ///
    /// @param row the number of its first row in the file
    /// @param words the beginning of what it says
    public record First(
            long row,
            String name,
            String stakeholderType,
            @Nullable String country,
            String language,
            String words) {

        private static final int LONGEST = 160;

        static First of(long row, Checked checked) {
            Respondent who = checked.input().respondent();
            String words = checked.answers().stream()
                    .map(Answer::text)
                    .max((a, b) -> a.length() - b.length())
                    .orElse("");
            String begin = words.length() <= LONGEST
                    ? words
                    : words.substring(0, words.offsetByCodePoints(0, LONGEST / 2)) + "…";
            return new First(
                    row,
                    who.speaker(),
                    who.stakeholderType(),
                    who.country(),
                    checked.input().language(),
                    begin);
        }
    }

    static List<Column> columns(Mapping mapping, Collection<String> names) {
        return names.stream().map(name -> new Column(name, uses(mapping, name))).toList();
    }

    private static List<Goes> uses(Mapping mapping, String column) {
        List<Goes> uses = new ArrayList<>();
        Mapping.Group group = mapping.group();
        if (group != null && group.question().equals(column)) uses.add(new Goes(Part.QUESTION, ""));
        if (group != null && group.answer().equals(column)) uses.add(new Goes(Part.GROUPED_ANSWER, ""));
        if ((group != null && group.by().contains(column)) || mapping.key().contains(column))
            uses.add(new Goes(Part.KEY, ""));
        add(uses, Part.ANSWER, mapping.answers(), column);
        add(uses, Part.RESPONDENT, mapping.respondent(), column);
        add(uses, Part.CONSENT, mapping.consent(), column);
        if (reads(mapping.language(), column)) uses.add(new Goes(Part.LANGUAGE, ""));
        if (reads(mapping.receivedAt(), column)) uses.add(new Goes(Part.RECEIVED, ""));
        return uses;
    }

    private static void add(List<Goes> uses, Part part, Map<String, Field> fields, String column) {
        fields.forEach((name, field) -> {
            if (reads(field, column)) uses.add(new Goes(part, name));
        });
    }

    private static boolean reads(@Nullable Field field, String column) {
        return field != null && field.columns().contains(column);
    }
}
