package org.throughline.stocktaking.web;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.Answers;
import org.throughline.stocktaking.ProjectForm.Choice;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;

/// An answer as text for a reader: codes by their names, rows as lines. What people wrote stays as they wrote it.
final class FieldText {

    private FieldText() {}

    static String of(Frame frame, TermNames terms, Field field, JsonNode answer) {
        if (Answers.isEmpty(answer)) return "";
        return switch (field.kind()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE ->
                String.join(
                        "\n",
                        Answers.codes(answer).stream()
                                .map(code -> name(frame, terms, field, code))
                                .toList());
            case YES_NO -> answer.asBoolean(false) ? frame.t("stocktaking.desk.yes") : frame.t("stocktaking.desk.no");
            case LINES ->
                String.join("\n", answer.valueStream().map(Answers::text).toList());
            case ROWS -> rows(frame, terms, field, answer);
            case NUMBER -> number(answer);
            case SHORT_TEXT, LONG_TEXT, DATE, ADDRESS, EMAIL -> Answers.text(answer);
        };
    }

    /// Whether the words are the contributor's own, in the language of the entry.
    static boolean isWritten(Field field) {
        return switch (field.kind()) {
            case SHORT_TEXT, LONG_TEXT, LINES, ROWS -> true;
            default -> false;
        };
    }

    private static String number(JsonNode answer) {
        return answer.isNumber() ? answer.decimalValue().stripTrailingZeros().toPlainString() : Answers.text(answer);
    }

    private static String rows(Frame frame, TermNames terms, Field field, JsonNode answer) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : answer) {
            List<String> lines = new ArrayList<>();
            String key = Answers.text(row.get("key"));
            if (!key.isEmpty()) lines.add(name(frame, terms, field, key));
            for (Field part : field.parts()) {
                JsonNode value = row.get(part.code());
                if (value != null && !Answers.isEmpty(value))
                    lines.add(labelled(frame.text(part.label()), of(frame, terms, part, value)));
            }
            rows.add(String.join("\n", lines));
        }
        return String.join("\n\n", rows);
    }

    /// A label and the words of somebody else, who may write the other way: each line of theirs keeps its own
    /// direction.
    static String labelled(String label, String words) {
        char[] all = (label + words).toCharArray();
        if (!Bidi.requiresBidi(all, 0, all.length)) return label + ": " + words;
        return label + ": "
                + words.lines().map(line -> "\u2068" + line + "\u2069").collect(Collectors.joining("\n"));
    }

    static String name(Frame frame, TermNames terms, Field field, String code) {
        return switch (field.vocabulary()) {
            case "" ->
                field.choices().stream()
                        .filter(choice -> choice.code().equals(code))
                        .map(Choice::label)
                        .map(frame::text)
                        .findFirst()
                        .orElse(code);
            case Vocabulary.COUNTRIES -> terms.country(code, frame.language());
            case Vocabulary.REGIONS -> terms.region(code, frame.language());
            case Vocabulary.STAKEHOLDER_TYPES -> terms.type(code, frame.language());
            case Vocabulary.LANGUAGES -> terms.language(code, frame.language());
            default -> terms.coded(frame, field.vocabulary(), code);
        };
    }
}
