package org.throughline.calls.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Choice;
import org.throughline.calls.Questionnaire.Field;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;

/// The form of one question: read from what was typed, and filled from a question. Choices and the parts of a group
/// are typed one a line, `code = words`, in a box for each language; a part may carry its word limit, `code (120) =
/// words`.
final class QuestionForm {

    private static final Pattern LINE = Pattern.compile("([^=()]*?)(?:\\((\\d{1,5})\\))?\\s*=(.*)");
    private static final int LONGEST = 2000;

    private QuestionForm() {}

    /// One line of choices or parts: its code, its word limit and its words by language.
    private record Row(String code, int words, Map<String, String> labels) {}

    static Typed filled(Question question, String section) {
        var typed = new Typed.Filler()
                .put("section", section)
                .put("code", question.code())
                .put("label", question.label())
                .put("hint", question.hint())
                .put("required", question.required() ? "true" : "")
                .put("maxWords", number(question.maxWords()))
                .put("vocabulary", question.vocabulary())
                .put("max", number(question.max()))
                .put(
                        "least",
                        question.minimum() == null ? "" : question.minimum().toString())
                .put(
                        "most",
                        question.maximum() == null ? "" : question.maximum().toString())
                .put("summarySection", question.summarySection());
        for (String language : Languages.ALL) {
            typed.put(
                    "choices-" + language,
                    lines(
                            language,
                            question.choices().stream()
                                    .map(choice -> new Row(
                                            choice.code(), 0, choice.label().texts()))
                                    .toList()));
            typed.put(
                    "fields-" + language,
                    lines(
                            language,
                            question.fields().stream()
                                    .map(field -> new Row(
                                            field.code(),
                                            field.maxWords(),
                                            field.label().texts()))
                                    .toList()));
        }
        return typed.done();
    }

    private static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    private static String lines(String language, List<Row> rows) {
        var lines = new StringBuilder();
        for (Row row : rows) {
            String words = row.labels().get(language);
            if (words == null) continue;
            lines.append(row.code())
                    .append(row.words() > 0 ? " (" + row.words() + ")" : "")
                    .append(" = ")
                    .append(words)
                    .append('\n');
        }
        return lines.toString().stripTrailing();
    }

    /// What was typed as a question; null when something is wrong, which then stands in `errors`.
    static @Nullable Question read(Frame frame, Typed typed, Kind kind, FormErrors.Collector errors) {
        typed.unstorable().forEach(name -> errors.add(name, frame.t("calls.desk.unstorable")));
        String code = typed.of("code").strip();
        if (!Questionnaire.isCode(code)) errors.add("code", frame.t("calls.question.code.wrong"));
        if (typed.text("label").isEmpty())
            errors.add("label-" + frame.language(), frame.t("calls.question.label.missing"));
        CallForm.tooLong(frame, "label", typed.text("label"), LONGEST, errors);
        CallForm.tooLong(frame, "hint", typed.text("hint"), LONGEST, errors);
        boolean lists = hasList(kind);
        String vocabulary = lists ? typed.of("vocabulary") : "";
        List<Row> choices = lists && vocabulary.isEmpty() ? rows(frame, typed, "choices", errors) : List.of();
        if (lists && vocabulary.isEmpty() && choices.size() < 2 && errors.isEmpty())
            errors.add("choices-" + frame.language(), frame.t("calls.question.choices.few"));
        List<Row> fields = kind == Kind.GROUP ? rows(frame, typed, "fields", errors) : List.of();
        if (kind == Kind.GROUP && fields.isEmpty() && errors.isEmpty())
            errors.add("fields-" + frame.language(), frame.t("calls.question.fields.none"));
        if (fields.stream().anyMatch(field -> field.code().equals("key")))
            errors.add("fields-" + frame.language(), frame.t("calls.question.fields.key"));
        Long least = kind == Kind.NUMBER ? bound(frame, typed, "least", errors) : null;
        Long most = kind == Kind.NUMBER ? bound(frame, typed, "most", errors) : null;
        if (least != null && most != null && least > most) errors.add("most", frame.t("calls.question.bounds"));
        int maxWords = isText(kind) ? count(frame, typed, "maxWords", errors) : 0;
        int max = lists && kind != Kind.SINGLE_CHOICE || kind == Kind.FILE ? count(frame, typed, "max", errors) : 0;
        if (!errors.isEmpty()) return null;
        return new Question(
                code,
                kind,
                typed.text("label"),
                typed.text("hint"),
                typed.has("required", "true"),
                maxWords,
                choices.stream()
                        .map(row -> new Choice(row.code(), new LocalizedText(row.labels())))
                        .toList(),
                vocabulary,
                max,
                least,
                most,
                fields.stream()
                        .map(row -> new Field(row.code(), new LocalizedText(row.labels()), row.words()))
                        .toList(),
                typed.of("summarySection").strip());
    }

    static boolean hasList(Kind kind) {
        return switch (kind) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE, RANKING, GROUP -> true;
            case LONG_TEXT, SHORT_TEXT, NUMBER, FILE, DECLARATION -> false;
        };
    }

    static boolean isText(Kind kind) {
        return kind == Kind.LONG_TEXT || kind == Kind.SHORT_TEXT;
    }

    // The order is that of the first language in which a code occurs.
    private static List<Row> rows(Frame frame, Typed typed, String name, FormErrors.Collector errors) {
        Map<String, Row> rows = new LinkedHashMap<>();
        List<String> languages = new ArrayList<>(List.of(Languages.DEFAULT));
        Languages.ALL.stream()
                .filter(language -> !language.equals(Languages.DEFAULT))
                .forEach(languages::add);
        for (String language : languages) {
            for (String line : typed.of(name + "-" + language).split("\n")) {
                if (line.isBlank()) continue;
                Matcher parts = LINE.matcher(line.strip());
                String code = parts.matches() ? parts.group(1).strip() : "";
                String words = parts.matches() ? parts.group(3).strip() : "";
                if (!Questionnaire.isCode(code) || words.isEmpty()) {
                    errors.add(name + "-" + language, frame.t("calls.question.line.wrong", line.strip()));
                    continue;
                }
                int limit = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
                Row before = rows.get(code);
                Map<String, String> labels = before == null ? new LinkedHashMap<>() : before.labels();
                if (labels.putIfAbsent(language, words) != null)
                    errors.add(name + "-" + language, frame.t("calls.question.line.twice", code));
                rows.put(code, new Row(code, Math.max(limit, before == null ? 0 : before.words()), labels));
            }
        }
        return List.copyOf(rows.values());
    }

    private static int count(Frame frame, Typed typed, String name, FormErrors.Collector errors) {
        String value = typed.of(name).strip();
        if (value.isEmpty()) return 0;
        if (value.matches("\\d{1,5}")) return Integer.parseInt(value);
        errors.add(name, frame.t("calls.question.count.wrong"));
        return 0;
    }

    private static @Nullable Long bound(Frame frame, Typed typed, String name, FormErrors.Collector errors) {
        String value = typed.of(name).strip();
        if (value.isEmpty()) return null;
        if (value.matches("-?\\d{1,15}")) return Long.parseLong(value);
        errors.add(name, frame.t("calls.question.bound.wrong"));
        return null;
    }
}
