package org.throughline.inputs.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Field;
import org.throughline.calls.Questionnaire.Question;
import org.throughline.inputs.Consent;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Respondent;
import org.throughline.inputs.Use;
import org.throughline.inputs.Violation;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads an input from paper out of what was typed.
final class PaperForm {

    private static final int MOST_PLACES = 10;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PaperForm() {}

    /// How many places of a ranking or rows of a group the form has.
    static int places(Question question) {
        return question.max() > 0 ? Math.min(question.max(), MOST_PLACES) : 5;
    }

    static NewInput read(Typed typed, Questionnaire questionnaire, List<NewInput.Attached> files) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        questionnaire.questions().forEach(question -> {
            JsonNode answer = answer(typed, question, "answers-" + question.code());
            if (answer != null) answers.put(question.code(), answer);
        });
        Respondent who = Respondent.of(
                word(typed.of("behalf"), Respondent.Behalf.values(), Respondent.Behalf.SELF),
                typed.of("organisation"),
                typed.of("name"),
                typed.of("email"),
                typed.of("type"),
                typed.of("country"),
                null,
                word(typed.of("scope"), Respondent.Scope.values(), Respondent.Scope.NATIONAL));
        List<Use> uses = java.util.Arrays.stream(Use.values())
                .filter(use -> typed.has("consent", use.word()))
                .toList();
        return NewInput.of(typed.of("language"), who, answers, Consent.to(uses), List.of(), files);
    }

    private static <E extends Enum<E>> E word(String typed, E[] all, E otherwise) {
        for (E one : all) if (one.name().toLowerCase(Locale.ROOT).equals(typed)) return one;
        return otherwise;
    }

    private static @org.jspecify.annotations.Nullable JsonNode answer(Typed typed, Question question, String name) {
        String value = typed.of(name);
        return switch (question.kind()) {
            case LONG_TEXT, SHORT_TEXT, SINGLE_CHOICE, NUMBER -> value.isBlank() ? null : JSON.stringNode(value);
            case MULTIPLE_CHOICE -> list(typed.all(name));
            case RANKING -> {
                ArrayNode places = JSON.arrayNode();
                for (int place = 1; place <= places(question); place++) {
                    String code = typed.of(name + "-" + place);
                    if (!code.isBlank()) places.add(code);
                }
                yield places;
            }
            case GROUP -> rows(typed, question, name);
            case DECLARATION -> typed.has(name, "true") ? JSON.booleanNode(true) : null;
            case FILE -> null;
        };
    }

    private static JsonNode list(List<String> codes) {
        ArrayNode list = JSON.arrayNode();
        codes.stream().filter(code -> !code.isBlank()).forEach(list::add);
        return list;
    }

    private static JsonNode rows(Typed typed, Question question, String name) {
        ArrayNode rows = JSON.arrayNode();
        for (int row = 0; row < places(question); row++) {
            ObjectNode kept = JSON.objectNode();
            String key = typed.of(name + "-" + row + "-key");
            boolean says = !key.isBlank();
            kept.put("key", key);
            for (Field field : question.fields()) {
                String text = typed.of(name + "-" + row + "-" + field.code());
                kept.put(field.code(), text);
                says |= !text.isBlank();
            }
            if (says) rows.add(kept);
        }
        return rows;
    }

    /// What the service found wrong, beside the controls it came from.
    static void errors(Frame frame, List<Violation> violations, FormErrors.Collector errors) {
        for (Violation violation : violations) {
            String field = switch (violation.field()) {
                case "respondent.organisation" -> "organisation";
                case "respondent.name" -> "name";
                case "respondent.email" -> "email";
                case "respondent.stakeholderType" -> "type";
                case "respondent.country", "respondent.region" -> "country";
                case "answers" -> "answers";
                default -> violation.field().replace('.', '-');
            };
            errors.add(
                    field, frame.t(violation.messageKey(), violation.arguments().toArray()));
        }
    }
}
