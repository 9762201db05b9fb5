package org.throughline.inputs.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.inputs.Violation;
import org.throughline.platform.Storable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What was typed into the form and cannot be kept as it is: said beside its field, and shown again without the
/// sign that no browser can show, so that nothing is mended behind its author's back.
final class Unstorable {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Unstorable() {}

    static List<Violation> inAnswers(Map<String, JsonNode> typed) {
        List<Violation> found = new ArrayList<>();
        typed.forEach((question, value) -> look("answers." + question, value, found));
        return found;
    }

    private static void look(String field, JsonNode value, List<Violation> found) {
        if (value.isString()) look(field, value.stringValue(), found);
        if (value.isArray()) {
            int row = 0;
            for (JsonNode each : value) look(each.isObject() ? field + "." + row++ : field, each, found);
        }
        if (value.isObject())
            value.properties().forEach(part -> look(field + "." + part.getKey(), part.getValue(), found));
    }

    /// @param prefix of the names of fields, such as `respondent.`
    static List<Violation> inFields(String prefix, Map<String, String> typed) {
        List<Violation> found = new ArrayList<>();
        typed.forEach((field, text) -> look(prefix + field, text, found));
        return found;
    }

    private static void look(String field, String text, List<Violation> found) {
        if (!Storable.is(text)) found.add(Violation.of(field, "inputs.form.violation.unstorable"));
    }

    static Map<String, JsonNode> answersWithout(Map<String, JsonNode> typed) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        typed.forEach((question, value) -> kept.put(question, without(value)));
        return kept;
    }

    private static JsonNode without(JsonNode value) {
        if (value.isString()) return JSON.stringNode(Storable.part(value.stringValue()));
        if (value.isArray()) {
            ArrayNode list = JSON.arrayNode();
            value.forEach(each -> list.add(without(each)));
            return list;
        }
        if (!value.isObject()) return value;
        ObjectNode row = JSON.objectNode();
        value.properties().forEach(part -> row.set(part.getKey(), without(part.getValue())));
        return row;
    }

    static Map<String, String> without(Map<String, String> typed) {
        Map<String, String> kept = new LinkedHashMap<>(typed);
        kept.replaceAll((field, text) -> Storable.part(text));
        return kept;
    }
}
