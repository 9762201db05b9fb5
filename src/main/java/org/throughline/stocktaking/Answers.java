package org.throughline.stocktaking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reading answers of the register's forms, whatever was sent in their place.
public final class Answers {

    private Answers() {}

    /// Whether nothing was answered: no value, blank text, an empty list, rows without a word.
    public static boolean isEmpty(@Nullable JsonNode answer) {
        if (answer == null || answer.isNull() || answer.isMissingNode()) return true;
        if (answer.isString()) return answer.stringValue().isBlank();
        if (answer.isArray()) return answer.valueStream().allMatch(Answers::isEmpty);
        if (answer.isObject()) return answer.valueStream().allMatch(Answers::isEmpty);
        return false;
    }

    public static String text(@Nullable JsonNode answer) {
        if (answer == null) return "";
        if (answer.isString()) return answer.stringValue().strip();
        return answer.isNumber() || answer.isBoolean() ? answer.asString() : "";
    }

    /// The codes of a choice, a list of choices, or of rows by their `key`; each once, in their order.
    public static List<String> codes(@Nullable JsonNode answer) {
        Set<String> codes = new LinkedHashSet<>();
        if (answer == null) return List.of();
        if (answer.isArray()) answer.valueStream().forEach(one -> add(codes, one));
        else add(codes, answer);
        return List.copyOf(codes);
    }

    private static void add(Set<String> codes, JsonNode one) {
        String code = one.isObject() ? text(one.get("key")) : text(one);
        if (!code.isEmpty()) codes.add(code);
    }
}
