package org.throughline.mandates;

import java.util.LinkedHashMap;
import java.util.Map;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;

/// A fact of the register as the secretariat edits it.
///
/// @param id its name in the addresses of the desk
/// @param instrument the slug of the instrument that it belongs to, or is; empty for a body
/// @param version how often it was written
/// @param retired why it was taken back; empty for what stands
/// @param values by field; those in several languages as JSON
public record Entry(Part part, String id, String instrument, int version, String retired, Map<String, String> values) {

    public Entry {
        values = Map.copyOf(values);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public LocalizedText words(String field) {
        String json = value(field);
        return json.isEmpty() ? LocalizedText.EMPTY : Json.read(json, LocalizedText.class);
    }

    /// What is different in other values, field by field: what it was and what it is.
    Map<String, Object> changes(Map<String, String> after) {
        var changes = new LinkedHashMap<String, Object>();
        for (Part.Field field : part.fields()) {
            if (field.once()) continue;
            String was = value(field.name());
            String is = after.getOrDefault(field.name(), "");
            boolean same = field.localized()
                    ? words(field.name()).equals(Json.read(is.isEmpty() ? "{}" : is, LocalizedText.class))
                    : was.equals(is);
            if (!same) changes.put(field.name(), Map.of("before", was, "after", is));
        }
        return changes;
    }
}
