package org.throughline.opendata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Settings;

/// What a line of the JSON Lines file is, as JSON Schema (2020-12).
public final class LineSchema {

    public static final String FILE = "register.schema.json";

    private LineSchema() {}

    public static Map<String, Object> of(DumpEdition edition, Settings settings) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", settings.publicUrl() + "/data/register/" + edition.name() + "/" + FILE);
        schema.put("title", "An entry of the register of projects");
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        DumpColumn.ALL.forEach(column -> properties.put(column.name(), property(column)));
        schema.put("properties", properties);
        schema.put("required", List.of("number", "url", "state", "collection"));
        schema.put("additionalProperties", false);
        schema.put(
                "if", Map.of("properties", Map.of("state", Map.of("const", "public")), "required", List.of("state")));
        schema.put("then", Map.of("required", List.of("title", "language", "version", "publishedAt")));
        schema.put("else", Map.of("required", List.of("goneAt"), "properties", Map.of("title", false)));
        return schema;
    }

    private static Map<String, Object> property(DumpColumn column) {
        Map<String, Object> property = new LinkedHashMap<>();
        switch (column.kind()) {
            case NUMBER -> property.put("type", "integer");
            case YES_NO -> property.put("type", "boolean");
            case CODES, LINES -> {
                property.put("type", "array");
                property.put("items", Map.of("type", "string"));
            }
            case OBJECTS -> property.put("type", "array");
            case DATE -> {
                property.put("type", "string");
                property.put("pattern", "^\\d{4}(-\\d{2}(-\\d{2})?)?$");
            }
            case MOMENT -> {
                property.put("type", "string");
                property.put("format", "date-time");
            }
            default -> property.put("type", "string");
        }
        property.put("description", column.meaning());
        return property;
    }
}
