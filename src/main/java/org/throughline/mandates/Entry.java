package org.throughline.mandates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;

/// A fact of the register as the secretariat edits it.
///
/// @param id its name in the addresses of the desk
/// @param instrument the slug of the instrument that it belongs to, or is; empty for a body or an actor
/// @param subject what acts on it are recorded under
/// @param version how often it was written
/// @param retired why it was taken back; empty for what stands
/// @param values by field; those in several languages as JSON, several codes with a space between them
public record Entry(
        Part part,
        String id,
        String instrument,
        String subject,
        int version,
        String retired,
        Map<String, String> values) {

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

    /// Of a task its number, as addresses write it.
    public String number() {
        return subject.substring(subject.lastIndexOf('/') + 1);
    }

    /// The codes of a field that holds several.
    public List<String> codes(String field) {
        return codesIn(value(field));
    }

    private static List<String> codesIn(String value) {
        return value.isEmpty() ? List.of() : List.of(value.split(" "));
    }

    /// What is different in other values, field by field: what it was and what it is.
    Map<String, Object> changes(Map<String, String> after) {
        var changes = new LinkedHashMap<String, Object>();
        for (Part.Field field : part.fields()) {
            if (field.once()) continue;
            String was = value(field.name());
            String is = after.getOrDefault(field.name(), "");
            if (!isSame(field, was, is)) changes.put(field.name(), Map.of("before", was, "after", is));
        }
        return changes;
    }

    private boolean isSame(Part.Field field, String was, String is) {
        if (field.localized())
            return words(field.name()).equals(Json.read(is.isEmpty() ? "{}" : is, LocalizedText.class));
        return field.codes() ? Set.copyOf(codesIn(was)).equals(Set.copyOf(codesIn(is))) : was.equals(is);
    }
}
