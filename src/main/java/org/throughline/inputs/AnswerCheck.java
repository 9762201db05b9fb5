package org.throughline.inputs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Choice;
import org.throughline.calls.Questionnaire.Field;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Storable;
import org.throughline.platform.WholeNumber;
import org.throughline.platform.WordCount;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Holds answers to the questionnaire they answer, whichever way they came, and gives each its text. Answers that
/// are empty count as not given.
@Component
public class AnswerCheck {

    static final int MOST_CHARACTERS = 200_000;
    static final int SHORT_TEXT_CHARACTERS = 500;
    static final int MOST_ROWS = 40;

    private final Vocabulary vocabulary;

    AnswerCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The checked answers in the order of the questionnaire; what is wrong is added to `violations`.
    ///
    /// @param language in which names of chosen terms stand in the text of an answer
    /// @param complete false while a draft is being filled: missing required answers are then no violation
    public List<Answer> check(
            Questionnaire questionnaire,
            Map<String, JsonNode> given,
            String language,
            boolean complete,
            List<Violation> violations) {
        List<Answer> answers = new ArrayList<>();
        Set<String> known = new HashSet<>();
        int position = 0;
        for (Question question : questionnaire.questions().toList()) {
            known.add(question.code());
            JsonNode value = given.get(question.code());
            String field = "answers." + question.code();
            int before = violations.size();
            Answer answer =
                    isNothing(value) ? null : read(question, position, value, field, language, complete, violations);
            if (answer != null && !isStorable(answer.value()))
                violations.add(Violation.of(field, "inputs.violation.unstorable"));
            boolean missing = answer == null || answer.text().isBlank();
            if (complete
                    && missing
                    && question.required()
                    && violations.size() == before
                    && question.kind() != Questionnaire.Kind.FILE)
                violations.add(Violation.of(
                        field,
                        question.kind() == Questionnaire.Kind.DECLARATION
                                ? "inputs.violation.declaration"
                                : "inputs.violation.required"));
            if (answer != null && !missing) answers.add(answer);
            position++;
        }
        for (String code : given.keySet())
            if (!known.contains(code) && !isNothing(given.get(code)))
                violations.add(Violation.of("answers." + code, "inputs.violation.unknown-question", code));
        return answers;
    }

    private static boolean isNothing(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isString() && value.stringValue().isBlank())
                || (value.isContainer() && value.isEmpty())
                || (value.isBoolean() && !value.booleanValue());
    }

    private Answer read(
            Question question,
            int position,
            JsonNode value,
            String field,
            String language,
            boolean complete,
            List<Violation> violations) {
        if (complete && question.kind() == Questionnaire.Kind.GROUP)
            checkRowsDiffer(question, value, field, violations);
        String text = switch (question.kind()) {
            case LONG_TEXT, SHORT_TEXT -> words(question, value, field, violations);
            case SINGLE_CHOICE -> choices(question, list(value), 1, field, language, violations);
            case MULTIPLE_CHOICE, RANKING -> choices(question, value, question.max(), field, language, violations);
            case GROUP -> rows(question, value, field, language, violations);
            case NUMBER -> number(question, value, field, violations);
            case DECLARATION -> declaration(question, value, field, language, violations);
            case FILE -> "";
        };
        return new Answer(question.code(), position, question.kind(), normal(question, value), text);
    }

    // What is kept of a row are its key and the fields the question has; of a number, the number.
    private static JsonNode normal(Question question, JsonNode value) {
        if (question.kind() == Questionnaire.Kind.NUMBER) return counted(value);
        if (question.kind() != Questionnaire.Kind.GROUP || !value.isArray()) return value;
        var rows = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : value) {
            var kept = rows.addObject();
            kept.put("key", row.path("key").asString(""));
            for (Field field : question.fields()) {
                String text = row.path(field.code()).asString("");
                if (!text.isBlank()) kept.put(field.code(), text);
            }
        }
        return rows;
    }

    private static boolean isStorable(JsonNode value) {
        if (value.isString()) return Storable.is(value.stringValue());
        for (JsonNode part : value) if (!isStorable(part)) return false;
        return true;
    }

    private static String words(Question question, JsonNode value, String field, List<Violation> violations) {
        if (!value.isString()) return wrong(field, violations);
        String text = value.stringValue();
        int most = question.kind() == Questionnaire.Kind.SHORT_TEXT ? SHORT_TEXT_CHARACTERS : MOST_CHARACTERS;
        if (text.length() > most) violations.add(Violation.of(field, "inputs.violation.too-long", text.length(), most));
        checkWords(text, question.maxWords(), field, violations);
        return text;
    }

    private static void checkWords(String text, int most, String field, List<Violation> violations) {
        int words = most == 0 ? 0 : WordCount.of(text);
        if (words > most)
            violations.add(Violation.of(field, "inputs.violation.too-many-words", words, most, words - most));
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 59)) + "…";
    }

    private String choices(
            Question question, JsonNode value, int most, String field, String language, List<Violation> violations) {
        if (!value.isArray()) return wrong(field, violations);
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (JsonNode code : value) {
            String name = code.isString() ? nameOf(question, code.stringValue(), language) : null;
            if (name == null)
                violations.add(Violation.of(field, "inputs.violation.not-a-choice", beginning(code.asString(""))));
            else if (!seen.add(code.stringValue()))
                violations.add(
                        Violation.of(field, "inputs.violation.chosen-twice", nameOf(question, code.stringValue())));
            else names.add(question.kind() == Questionnaire.Kind.RANKING ? (names.size() + 1) + ". " + name : name);
        }
        if (most > 0 && seen.size() > most)
            violations.add(Violation.of(field, "inputs.violation.too-many-choices", seen.size(), most));
        return String.join("\n", names);
    }

    private String rows(Question question, JsonNode value, String field, String language, List<Violation> violations) {
        if (!value.isArray()) return wrong(field, violations);
        int most = question.max() > 0 ? question.max() : MOST_ROWS;
        if (value.size() > most)
            violations.add(Violation.of(field, "inputs.violation.too-many-rows", value.size(), most));
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (JsonNode row : value) {
            String place = field + "." + number++;
            String key = row.path("key").asString("");
            String name = nameOf(question, key, language);
            if (name == null) {
                violations.add(Violation.of(place + ".key", "inputs.violation.row-without-key", number));
                continue;
            }
            List<String> parts = new ArrayList<>();
            for (Field part : question.fields()) {
                String text = row.path(part.code()).asString("");
                if (text.isBlank()) continue;
                checkWords(text, part.maxWords(), place + "." + part.code(), violations);
                parts.add(label(part.label(), language) + ": " + text);
            }
            if (!parts.isEmpty()) lines.add(name + "\n" + String.join("\n", parts));
        }
        return String.join("\n\n", lines);
    }

    // On paper and in what was taken in elsewhere a subject may stand twice; whoever types it can still put it
    // together.
    private void checkRowsDiffer(Question question, JsonNode rows, String field, List<Violation> violations) {
        // A questionnaire that asks for more rows than there are subjects wants them more than once.
        if (question.max() > offered(question, Languages.DEFAULT).size()) return;
        Map<String, Integer> first = new HashMap<>();
        int number = 0;
        for (JsonNode row : rows) {
            number++;
            String key = row.path("key").asString("");
            Integer before = first.putIfAbsent(key, number);
            if (before != null && nameOf(question, key, Languages.DEFAULT) != null)
                violations.add(Violation.of(
                        field + "." + (number - 1) + ".key",
                        "inputs.violation.row-twice",
                        number,
                        before,
                        nameOf(question, key)));
        }
    }

    private static String number(Question question, JsonNode value, String field, List<Violation> violations) {
        JsonNode number = counted(value);
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            violations.add(Violation.of(field, "inputs.violation.not-a-number"));
            return "";
        }
        long n = number.longValue();
        if (question.minimum() != null && n < question.minimum())
            violations.add(Violation.of(field, "inputs.violation.too-small", question.minimum()));
        if (question.maximum() != null && n > question.maximum())
            violations.add(Violation.of(field, "inputs.violation.too-great", question.maximum()));
        return Long.toString(n);
    }

    // What was typed as a number; anything else stays as it is.
    private static JsonNode counted(JsonNode value) {
        OptionalLong number = value.isString() ? WholeNumber.read(value.stringValue()) : OptionalLong.empty();
        return number.isPresent() ? JsonNodeFactory.instance.numberNode(number.getAsLong()) : value;
    }

    private static String declaration(
            Question question, JsonNode value, String field, String language, List<Violation> violations) {
        if (!value.isBoolean()) return wrong(field, violations);
        return label(question.label(), language);
    }

    private static JsonNode list(JsonNode value) {
        if (!value.isString()) return value;
        return JsonNodeFactory.instance.arrayNode().add(value.stringValue());
    }

    private static String wrong(String field, List<Violation> violations) {
        violations.add(Violation.of(field, "inputs.violation.wrong-shape"));
        return "";
    }

    /// The name of a choice in a language; null when the question does not offer it.
    public @org.jspecify.annotations.Nullable String nameOf(Question question, String code, String language) {
        if (!question.vocabulary().isEmpty())
            return vocabulary.has(question.vocabulary(), code)
                    ? vocabulary.name(question.vocabulary(), code, language)
                    : null;
        return question.choices().stream()
                .filter(choice -> choice.code().equals(code))
                .map(choice -> label(choice.label(), language))
                .findFirst()
                .orElse(null);
    }

    // In every language, for words to whoever reads them; an answer is named in its own.
    private LocalizedText nameOf(Question question, String code) {
        Map<String, String> names = new HashMap<>();
        for (String language : Languages.ALL) names.put(language, nameOf(question, code, language));
        return new LocalizedText(names);
    }

    /// What a question offers to choose from, own list or vocabulary leaves, named in a language.
    public Map<String, String> offered(Question question, String language) {
        Map<String, String> offered = new LinkedHashMap<>();
        if (question.vocabulary().isEmpty())
            for (Choice choice : question.choices()) offered.put(choice.code(), label(choice.label(), language));
        else for (Term term : vocabulary.leaves(question.vocabulary())) offered.put(term.code(), term.name(language));
        return offered;
    }

    private static String label(LocalizedText text, String language) {
        return text.textFor(language);
    }
}
