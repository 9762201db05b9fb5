package org.throughline.inputs.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.throughline.calls.Questionnaire.Field;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.calls.Questionnaire.Section;
import org.throughline.inputs.AnswerCheck;
import org.throughline.inputs.web.QuestionField.Part;
import org.throughline.inputs.web.QuestionField.Row;
import org.throughline.platform.WordCount;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.vocabulary.TermNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads the answers of a section from a sent form, and lays them out for showing again, exactly as typed.
@Component
class SectionForm {

    private static final int MOST_ROWS = 40;
    private static final int MOST_PLACES = 20;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final AnswerCheck answers;
    private final TermNames terms;

    SectionForm(AnswerCheck answers, TermNames terms) {
        this.answers = answers;
        this.terms = terms;
    }

    static String id(Question question) {
        return "a-" + question.code();
    }

    /// What was typed, by question; a question left empty is not in it.
    static Map<String, JsonNode> read(Section section, MultiValueMap<String, String> sent) {
        Map<String, JsonNode> typed = new LinkedHashMap<>();
        for (Question question : section.questions()) {
            JsonNode value = switch (question.kind()) {
                case LONG_TEXT, SHORT_TEXT, NUMBER, SINGLE_CHOICE -> text(first(sent, id(question)));
                case MULTIPLE_CHOICE -> list(all(sent, id(question)));
                case RANKING -> list(withoutTail(all(sent, id(question))));
                case GROUP -> rows(question, sent);
                case DECLARATION -> "yes".equals(first(sent, id(question))) ? JSON.booleanNode(true) : null;
                case FILE -> null;
            };
            if (value != null) typed.put(question.code(), value);
        }
        return typed;
    }

    /// Browsers send line ends as two characters; kept is the one that was typed.
    static String first(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    private static List<String> all(MultiValueMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of());
    }

    private static @Nullable JsonNode text(String value) {
        return value.isEmpty() ? null : JSON.stringNode(value);
    }

    private static @Nullable JsonNode list(List<String> values) {
        if (values.isEmpty()) return null;
        ArrayNode list = JSON.arrayNode();
        values.forEach(list::add);
        return list;
    }

    private static List<String> withoutTail(List<String> values) {
        int end = Math.min(values.size(), MOST_PLACES);
        while (end > 0 && values.get(end - 1).isEmpty()) end--;
        return values.subList(0, end);
    }

    private static @Nullable JsonNode rows(Question question, MultiValueMap<String, String> sent) {
        ArrayNode rows = JSON.arrayNode();
        for (int i = 0; i < MOST_ROWS; i++) {
            String place = id(question) + "-" + i;
            ObjectNode row = JSON.objectNode();
            String key = first(sent, place + "-key");
            boolean empty = key.isEmpty();
            row.put("key", key);
            for (Field field : question.fields()) {
                String text = first(sent, place + "-" + field.code());
                if (text.isEmpty()) continue;
                row.put(field.code(), text);
                empty = false;
            }
            if (!empty) rows.add(row);
        }
        return rows.isEmpty() ? null : rows;
    }

    /// @param wanted how many rows of a group to show, where somebody asked for more
    List<QuestionField> fields(Frame frame, Section section, Map<String, JsonNode> typed, Map<String, Integer> wanted) {
        return section.questions().stream()
                .map(question ->
                        field(frame, question, typed.get(question.code()), wanted.getOrDefault(question.code(), 0)))
                .toList();
    }

    private QuestionField field(Frame frame, Question question, @Nullable JsonNode value, int wanted) {
        String text = value != null && value.isString() ? value.stringValue() : "";
        Map<String, String> offered = chooses(question.kind()) ? offered(question, frame) : Map.of();
        List<String> chosen = strings(value);
        List<Option> options = question.kind() == Kind.RANKING || question.kind() == Kind.GROUP
                ? List.of()
                : options(offered, value != null && value.isString() ? List.of(text) : chosen);
        List<Row> rows = question.kind() == Kind.GROUP ? rows(frame, question, value, offered, wanted) : List.of();
        int most = question.max() > 0 ? question.max() : MOST_ROWS;
        return new QuestionField(
                question,
                id(question),
                frame.text(question.label()),
                frame.foreign(question.label()),
                frame.text(question.hint()),
                frame.foreign(question.hint()),
                text,
                WordCount.of(text),
                options,
                question.kind() == Kind.RANKING ? places(question, offered, chosen) : List.of(),
                rows,
                value != null && value.isBoolean() && value.booleanValue(),
                rows.size() < most);
    }

    private Map<String, String> offered(Question question, Frame frame) {
        Map<String, String> offered = answers.offered(question, frame.language());
        if (!question.vocabulary().isEmpty())
            offered.replaceAll((code, name) -> terms.coded(frame, question.vocabulary(), code));
        return offered;
    }

    private static boolean chooses(Kind kind) {
        return Set.of(Kind.SINGLE_CHOICE, Kind.MULTIPLE_CHOICE, Kind.RANKING, Kind.GROUP)
                .contains(kind);
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

    private static List<List<Option>> places(Question question, Map<String, String> offered, List<String> chosen) {
        int most = question.max() > 0 ? question.max() : offered.size();
        int shown = Math.min(MOST_PLACES, Math.max(most, chosen.size()));
        List<List<Option>> places = new ArrayList<>();
        for (int i = 0; i < shown; i++)
            places.add(options(offered, i < chosen.size() ? List.of(chosen.get(i)) : List.of()));
        return places;
    }

    private static List<Row> rows(
            Frame frame, Question question, @Nullable JsonNode value, Map<String, String> offered, int wanted) {
        int most = question.max() > 0 ? question.max() : MOST_ROWS;
        int filled = value == null || !value.isArray() ? 0 : value.size();
        int shown = Math.max(filled, Math.min(most, Math.max(filled + 1, wanted)));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            JsonNode row = i < filled ? value.get(i) : JSON.objectNode();
            String place = id(question) + "-" + i;
            List<Part> parts = new ArrayList<>();
            for (Field field : question.fields()) {
                String text = row.path(field.code()).asString("");
                parts.add(new Part(
                        place + "-" + field.code(),
                        frame.text(field.label()),
                        frame.foreign(field.label()),
                        text,
                        WordCount.of(text),
                        field.maxWords()));
            }
            rows.add(new Row(i, options(offered, List.of(row.path("key").asString(""))), parts, i < filled));
        }
        return rows;
    }

    /// What differs between what another window saved and what was typed in this one.
    List<Clash> clashes(Frame frame, Section section, Map<String, JsonNode> saved, Map<String, JsonNode> typed) {
        List<Clash> clashes = new ArrayList<>();
        for (Question question : section.questions()) {
            JsonNode one = saved.get(question.code());
            JsonNode other = typed.get(question.code());
            if (java.util.Objects.equals(one, other)) continue;
            clashes.add(new Clash(
                    frame.text(question.label()), plain(question, one, frame), plain(question, other, frame)));
        }
        return clashes;
    }

    /// An answer as plain text, whatever its kind and however wrong.
    String plain(Question question, @Nullable JsonNode value, Frame frame) {
        if (value == null) return "";
        if (value.isString() && question.kind() != Kind.SINGLE_CHOICE) return value.stringValue();
        if (value.isBoolean()) return frame.t("inputs.form.yes");
        if (value.isString()) return name(question, value.stringValue(), frame);
        List<String> lines = new ArrayList<>();
        int place = 0;
        for (JsonNode each : value) {
            place++;
            if (each.isObject()) lines.add(rowText(question, each, frame));
            else if (!each.asString("").isBlank())
                lines.add((question.kind() == Kind.RANKING ? place + ". " : "")
                        + name(question, each.asString(""), frame));
        }
        return String.join(question.kind() == Kind.GROUP ? "\n\n" : "\n", lines);
    }

    private String rowText(Question question, JsonNode row, Frame frame) {
        List<String> parts = new ArrayList<>();
        parts.add(name(question, row.path("key").asString(""), frame));
        for (Field field : question.fields()) {
            String text = row.path(field.code()).asString("");
            if (!text.isBlank()) parts.add(frame.text(field.label()) + ": " + text);
        }
        return String.join("\n", parts);
    }

    private String name(Question question, String code, Frame frame) {
        String name = answers.nameOf(question, code, frame.language());
        if (name == null) return code;
        return question.vocabulary().isEmpty() ? name : terms.coded(frame, question.vocabulary(), code);
    }
}
