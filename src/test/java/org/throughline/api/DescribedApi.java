package org.throughline.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Json;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/// What `docs/api/openapi.yaml` says of the API, and how far an answer is from it.
final class DescribedApi {

    private final JsonNode file = read();

    JsonNode file() {
        return file;
    }

    /// Where an answer is not as it is described; empty where it is.
    List<String> differences(String method, String path, String status, String body) {
        JsonNode content = file.get("paths")
                .get(path)
                .get(method)
                .get("responses")
                .get(status)
                .get("content");
        List<String> differences = new ArrayList<>();
        compare(
                "$",
                Json.tree(body),
                content.properties().iterator().next().getValue().get("schema"),
                differences);
        return differences;
    }

    private void compare(String where, JsonNode value, JsonNode schema, List<String> differences) {
        JsonNode form = resolved(schema);
        if (form.has("anyOf")) {
            if (!value.isNull()) compare(where, value, form.get("anyOf").get(0), differences);
            return;
        }
        if (!form.has("type")) return;
        List<String> types = form.get("type").isArray()
                ? form.get("type").valueStream().map(JsonNode::asString).toList()
                : List.of(form.get("type").asString());
        if (types.stream().noneMatch(type -> isOf(type, value))) differences.add(where + " is not " + types);
        if (value.isArray()) for (JsonNode one : value) compare(where + "[]", one, form.path("items"), differences);
        if (!value.isObject() || !form.has("properties") && !form.has("additionalProperties")) return;
        form.path("required").forEach(name -> {
            if (!value.has(name.asString())) differences.add(where + "." + name.asString() + " is missing");
        });
        value.properties().forEach(entry -> {
            JsonNode part = form.has("properties")
                    ? form.get("properties").get(entry.getKey())
                    : form.get("additionalProperties");
            if (part != null) compare(where + "." + entry.getKey(), entry.getValue(), part, differences);
            else if (!schema.path("$ref").asString("").endsWith("AnyList"))
                differences.add(where + "." + entry.getKey() + " is not described");
        });
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : file.at(reference.substring(1));
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static JsonNode read() {
        try {
            Map<String, Object> yaml = new Yaml().load(Files.readString(Path.of("docs/api/openapi.yaml")));
            return Json.mapper().valueToTree(yaml);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
