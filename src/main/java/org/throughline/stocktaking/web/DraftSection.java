package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.WordCount;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.SentStep;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.stocktaking.ProjectForm.Section;
import org.throughline.stocktaking.web.DraftField.Part;
import org.throughline.stocktaking.web.DraftField.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads the answers of a section from a sent form, and lays them out for showing again, exactly as typed.
@Component
class DraftSection {

    private static final int MOST_ROWS = 40;
    private static final int FEW = 6;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final FieldChoices choices;

    DraftSection(FieldChoices choices) {
        this.choices = choices;
    }

    static String id(Field field) {
        return "a-" + field.code();
    }

    /// Whether a group has one row for each of a few choices, whether filled or not.
    static boolean isFixed(Field field) {
        return field.kind() == Kind.ROWS
                && field.vocabulary().isEmpty()
                && !field.choices().isEmpty()
                && field.choices().size() <= FEW;
    }

    private static boolean isKeyed(Field field) {
        return !field.vocabulary().isEmpty() || !field.choices().isEmpty();
    }

    /// What was typed, by field; a field left empty is not in it.
    static Map<String, JsonNode> read(Section section, SentStep sent) {
        Map<String, JsonNode> typed = new LinkedHashMap<>();
        for (Field field : section.fields()) {
            JsonNode value = switch (field.kind()) {
                case MULTIPLE_CHOICE -> list(sent.all(id(field)));
                case ROWS -> rows(field, sent);
                default -> text(sent.text(id(field)));
            };
            if (value != null) typed.put(field.code(), value);
        }
        return typed;
    }

    private static @Nullable JsonNode text(String value) {
        return value.isEmpty() ? null : JSON.stringNode(value);
    }

    private static @Nullable JsonNode list(List<String> values) {
        if (values.isEmpty()) return null;
        ArrayNode list = JSON.arrayNode();
        values.stream().distinct().forEach(list::add);
        return list;
    }

    private static @Nullable JsonNode rows(Field field, SentStep sent) {
        ArrayNode rows = JSON.arrayNode();
        if (isFixed(field)) {
            for (var choice : field.choices()) {
                ObjectNode row = JSON.objectNode();
                row.put("key", choice.code());
                if (parts(field, id(field) + "-" + choice.code(), sent, row)) rows.add(row);
            }
            return rows.isEmpty() ? null : rows;
        }
        for (int i = 0; i < MOST_ROWS; i++) {
            String place = id(field) + "-" + i;
            ObjectNode row = JSON.objectNode();
            String key = isKeyed(field) ? sent.text(place + "-key") : "";
            if (isKeyed(field)) row.put("key", key);
            if (parts(field, place, sent, row) || !key.isEmpty()) rows.add(row);
        }
        return rows.isEmpty() ? null : rows;
    }

    private static boolean parts(Field field, String place, SentStep sent, ObjectNode row) {
        boolean any = false;
        for (Field part : field.parts()) {
            String text = sent.text(place + "-" + part.code());
            if (text.isEmpty()) continue;
            row.put(part.code(), text);
            any = true;
        }
        return any;
    }

    /// @param wanted how many rows of a group to show, where somebody asked for more
    /// @param found what a search in a long list found, by field
    List<DraftField> fields(
            Frame frame,
            Section section,
            Map<String, JsonNode> typed,
            Map<String, Integer> wanted,
            Map<String, List<String>> found) {
        return section.fields().stream()
                .map(field -> field(
                        frame,
                        field,
                        typed.get(field.code()),
                        wanted.getOrDefault(field.code(), 0),
                        found.getOrDefault(field.code(), List.of())))
                .toList();
    }

    private DraftField field(Frame frame, Field field, @Nullable JsonNode value, int wanted, List<String> found) {
        String text = value != null && value.isString() ? value.stringValue() : "";
        List<String> chosen = value != null && value.isString() ? List.of(text) : strings(value);
        List<Option> options = switch (field.kind()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> options(choices.of(frame, field), chosen);
            case YES_NO -> options(yesNo(frame), chosen);
            default -> List.of();
        };
        List<Option> first = List.of();
        if (field.kind() == Kind.MULTIPLE_CHOICE && options.size() > DraftField.LONG_LIST) {
            first = options.stream()
                    .filter(option -> option.chosen() || found.contains(option.value()))
                    .toList();
            List<Option> before = first;
            options =
                    options.stream().filter(option -> !before.contains(option)).toList();
        }
        List<Row> rows = field.kind() == Kind.ROWS ? rows(frame, field, value, wanted) : List.of();
        int most = field.max() > 0 ? Math.min(field.max(), MOST_ROWS) : MOST_ROWS;
        return new DraftField(
                field,
                id(field),
                frame.text(field.label()),
                frame.foreign(field.label()),
                frame.text(field.hint()),
                frame.foreign(field.hint()),
                text,
                WordCount.of(text),
                options,
                first,
                rows,
                !isFixed(field) && rows.size() < most);
    }

    private static Map<String, String> yesNo(Frame frame) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("yes", frame.t("stocktaking.form.yes"));
        both.put("no", frame.t("stocktaking.form.no"));
        return both;
    }

    private static List<String> strings(@Nullable JsonNode value) {
        List<String> strings = new ArrayList<>();
        if (value != null && value.isArray()) value.forEach(each -> strings.add(each.asString("")));
        return strings;
    }

    private static List<Option> options(Map<String, String> offered, List<String> chosen) {
        List<Option> options = new ArrayList<>();
        offered.forEach((code, name) -> options.add(new Option(code, name, chosen.contains(code))));
        return options;
    }

    private List<Row> rows(Frame frame, Field field, @Nullable JsonNode value, int wanted) {
        List<JsonNode> typed = new ArrayList<>();
        if (value != null && value.isArray()) value.forEach(typed::add);
        if (isFixed(field)) return fixed(frame, field, typed);
        int most = field.max() > 0 ? Math.min(field.max(), MOST_ROWS) : MOST_ROWS;
        int filled = typed.size();
        int shown = Math.max(filled, Math.min(most, Math.max(Math.max(1, filled), wanted)));
        Map<String, String> offered = isKeyed(field) ? choices.of(frame, field) : Map.of();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            JsonNode row = i < filled ? typed.get(i) : JSON.objectNode();
            String place = id(field) + "-" + i;
            rows.add(new Row(
                    i,
                    place,
                    null,
                    null,
                    options(offered, List.of(row.path("key").asString(""))),
                    parts(frame, field, place, row),
                    i < filled));
        }
        return rows;
    }

    private static List<Row> fixed(Frame frame, Field field, List<JsonNode> typed) {
        List<Row> rows = new ArrayList<>();
        for (var choice : field.choices()) {
            JsonNode row = typed.stream()
                    .filter(each -> each.path("key").asString("").equals(choice.code()))
                    .findFirst()
                    .orElse(JSON.objectNode());
            String place = id(field) + "-" + choice.code();
            rows.add(new Row(
                    rows.size(),
                    place,
                    frame.text(choice.label()),
                    frame.foreign(choice.label()),
                    List.of(),
                    parts(frame, field, place, row),
                    false));
        }
        return rows;
    }

    private static List<Part> parts(Frame frame, Field field, String place, JsonNode row) {
        List<Part> parts = new ArrayList<>();
        for (Field part : field.parts()) {
            String text = row.path(part.code()).asString("");
            parts.add(new Part(
                    part,
                    place + "-" + part.code(),
                    frame.text(part.label()),
                    frame.foreign(part.label()),
                    frame.text(part.hint()),
                    frame.foreign(part.hint()),
                    text,
                    WordCount.of(text)));
        }
        return parts;
    }

    /// What differs between two states of a section.
    List<DraftClash> clashes(Frame frame, Section section, Map<String, JsonNode> saved, Map<String, JsonNode> typed) {
        List<DraftClash> clashes = new ArrayList<>();
        for (Field field : section.fields()) {
            JsonNode one = saved.get(field.code());
            JsonNode other = typed.get(field.code());
            if (Objects.equals(one, other)) continue;
            clashes.add(
                    new DraftClash(frame.text(field.label()), plain(frame, field, one), plain(frame, field, other)));
        }
        return clashes;
    }

    /// An answer as plain text, whatever its kind and however wrong.
    String plain(Frame frame, Field field, @Nullable JsonNode value) {
        if (value == null) return "";
        if (value.isString())
            return switch (field.kind()) {
                case SINGLE_CHOICE -> choices.name(frame, field, value.stringValue());
                case YES_NO -> yesNo(frame).getOrDefault(value.stringValue(), value.stringValue());
                default -> value.stringValue();
            };
        if (!value.isArray()) return value.asString("");
        List<String> lines = new ArrayList<>();
        for (JsonNode each : value)
            lines.add(each.isObject() ? rowText(frame, field, each) : choices.name(frame, field, each.asString("")));
        return String.join(field.kind() == Kind.ROWS ? "\n\n" : "\n", lines);
    }

    private String rowText(Frame frame, Field field, JsonNode row) {
        List<String> parts = new ArrayList<>();
        if (row.has("key")) parts.add(choices.name(frame, field, row.path("key").asString("")));
        for (Field part : field.parts()) {
            String text = row.path(part.code()).asString("");
            if (!text.isBlank()) parts.add(FieldText.labelled(frame.text(part.label()), text));
        }
        return String.join("\n", parts);
    }
}
