package org.throughline.stocktaking;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What somebody types, and the answer it means. What means none stays what it is, for the check to say so.
final class TypedAnswer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    // 1234 · 1234.5 · 1 234 567 · 1’234’567. A comma or a point before three digits means different things in
    // different countries, so it means none here.
    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{1,2})?");
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:(['’\\u066C\\s\\u00A0\\u202F])\\d{3})(?:\\1\\d{3}){0,3}");

    private TypedAnswer() {}

    static JsonNode read(Field field, JsonNode typed) {
        return switch (field.kind()) {
            case YES_NO -> yesNo(typed);
            case NUMBER -> typed.isString() ? number(typed) : typed;
            case LINES -> typed.isString() ? lines(typed.stringValue()) : typed;
            case ROWS -> rows(field, typed);
            case SHORT_TEXT, LONG_TEXT, DATE, ADDRESS, EMAIL, SINGLE_CHOICE ->
                typed.isString() ? JSON.stringNode(typed.stringValue().strip()) : typed;
            case MULTIPLE_CHOICE -> typed;
        };
    }

    private static JsonNode yesNo(JsonNode typed) {
        if (!typed.isString()) return typed;
        return switch (typed.stringValue()) {
            case "yes" -> JSON.booleanNode(true);
            case "no" -> JSON.booleanNode(false);
            default -> typed;
        };
    }

    private static JsonNode number(JsonNode typed) {
        String text = latinDigits(typed.stringValue().strip());
        boolean grouped = GROUPED.matcher(text).matches();
        if (!grouped && !PLAIN.matcher(text).matches()) return typed;
        BigDecimal number = new BigDecimal(text.replaceAll("[^\\d.]", ""));
        return number.scale() <= 0 ? JSON.numberNode(number.longValueExact()) : JSON.numberNode(number.doubleValue());
    }

    // Arabic and other digits by their values.
    private static String latinDigits(String text) {
        var latin = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(sign -> {
            if (Character.isDigit(sign)) latin.append(Character.digit(sign, 10));
            else latin.appendCodePoint(sign == '٫' ? '.' : sign);
        });
        return latin.toString();
    }

    private static JsonNode lines(String text) {
        ArrayNode lines = JSON.arrayNode();
        Arrays.stream(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        return lines;
    }

    private static JsonNode rows(Field field, JsonNode typed) {
        if (!typed.isArray()) return typed;
        ArrayNode rows = JSON.arrayNode();
        for (JsonNode each : typed) {
            if (!each.isObject()) {
                rows.add(each);
                continue;
            }
            ObjectNode row = JSON.objectNode();
            if (each.has("key")) row.set("key", each.get("key"));
            for (Field part : field.parts()) {
                JsonNode value = each.get(part.code());
                if (value != null && !Answers.isEmpty(value)) row.set(part.code(), read(part, value));
            }
            rows.add(row);
        }
        return rows;
    }

    /// The words that mean an answer.
    static JsonNode of(Field field, JsonNode answer) {
        if (answer.isBoolean()) return JSON.stringNode(answer.booleanValue() ? "yes" : "no");
        if (answer.isNumber()) return JSON.stringNode(answer.asString());
        if (field.kind() == Kind.LINES && answer.isArray())
            return JSON.stringNode(String.join(
                    "\n", answer.valueStream().map(each -> each.asString("")).toList()));
        if (field.kind() != Kind.ROWS || !answer.isArray()) return answer;
        ArrayNode rows = JSON.arrayNode();
        for (JsonNode each : answer) {
            ObjectNode row = JSON.objectNode();
            if (each.has("key")) row.set("key", each.get("key"));
            for (Field part : field.parts())
                if (each.has(part.code())) row.set(part.code(), of(part, each.get(part.code())));
            rows.add(row);
        }
        return rows;
    }
}
