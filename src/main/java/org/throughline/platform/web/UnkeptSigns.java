package org.throughline.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Storable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What was typed into a form and cannot be kept as it is: said beside its field, and shown again without the
/// sign that no browser can show, so that nothing is mended behind its author's back.
public final class UnkeptSigns {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private UnkeptSigns() {}

    /// The fields that have such signs; a field of a row as `field.row.part`.
    public static List<String> in(Map<String, JsonNode> typed) {
        List<String> found = new ArrayList<>();
        typed.forEach((field, value) -> look(field, value, found));
        return found;
    }

    private static void look(String path, JsonNode value, List<String> found) {
        if (value.isString() && !Storable.is(value.stringValue())) found.add(path);
        if (value.isArray()) {
            int row = 0;
            for (JsonNode each : value) look(each.isObject() ? path + "." + row++ : path, each, found);
        }
        if (value.isObject())
            value.properties().forEach(part -> look(path + "." + part.getKey(), part.getValue(), found));
    }

    /// The same of fields that are texts.
    public static List<String> inTexts(Map<String, String> typed) {
        return typed.entrySet().stream()
                .filter(field -> !Storable.is(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public static Map<String, JsonNode> without(Map<String, JsonNode> typed) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        typed.forEach((field, value) -> kept.put(field, without(value)));
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

    public static Map<String, String> textsWithout(Map<String, String> typed) {
        Map<String, String> kept = new LinkedHashMap<>(typed);
        kept.replaceAll((field, text) -> Storable.part(text));
        return kept;
    }
}
