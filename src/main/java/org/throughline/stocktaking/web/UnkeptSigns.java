package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Storable;
import org.throughline.stocktaking.Violation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What was typed into the form and cannot be kept as it is: said beside its field, and shown again without the
/// sign that no browser can show, so that nothing is mended behind its author's back.
final class UnkeptSigns {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private UnkeptSigns() {}

    static List<Violation> in(Map<String, JsonNode> typed) {
        List<Violation> found = new ArrayList<>();
        typed.forEach((field, value) -> look(field, value, found));
        return found;
    }

    private static void look(String path, JsonNode value, List<Violation> found) {
        if (value.isString() && !Storable.is(value.stringValue()))
            found.add(Violation.of(path, "stocktaking.check.control-characters"));
        if (value.isArray()) {
            int row = 0;
            for (JsonNode each : value) look(each.isObject() ? path + "." + row++ : path, each, found);
        }
        if (value.isObject())
            value.properties().forEach(part -> look(path + "." + part.getKey(), part.getValue(), found));
    }

    static Map<String, JsonNode> without(Map<String, JsonNode> typed) {
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
}
