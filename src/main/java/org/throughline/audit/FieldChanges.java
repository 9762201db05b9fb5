package org.throughline.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Typed;
import tools.jackson.databind.JsonNode;

/// What a change did to a thing field by field: as the record of the act keeps it, and as pages tell it.
public final class FieldChanges {

    private static final String CHANGES = "changes";
    private static final int LONGEST_SHOWN = 120;

    private FieldChanges() {}

    /// What one field was and what it is.
    public record Change(String before, String after) {}

    /// The details of an act, from the form of the thing before and after it; empty where nothing is different.
    public static Map<String, Map<String, Change>> between(Typed before, Typed after) {
        Map<String, Change> changes = new TreeMap<>();
        var fields = new TreeSet<>(before.values().keySet());
        fields.addAll(after.values().keySet());
        for (String field : fields) {
            String was = String.join("\n", before.all(field));
            String is = String.join("\n", after.all(field));
            if (!was.equals(is)) changes.put(field, new Change(was, is));
        }
        return changes.isEmpty() ? Map.of() : Map.of(CHANGES, changes);
    }

    /// One line for each field that was changed, in the order of the labels.
    ///
    /// @param details of an act
    /// @param labels by the name of the field; a text in six languages has one label for all of them
    /// @param words how a value of a field is called, such as the name of a country
    public static List<String> lines(
            Frame frame, String details, Map<String, String> labels, BinaryOperator<String> words) {
        JsonNode changes = Json.tree(details).path(CHANGES);
        List<String> lines = new ArrayList<>();
        labels.forEach((field, label) -> {
            add(frame, lines, changes.path(field), label, value -> words.apply(field, value));
            for (String language : Languages.ALL)
                add(
                        frame,
                        lines,
                        changes.path(field + "-" + language),
                        label + " (" + Languages.endonym(language) + ")",
                        value -> value);
        });
        return lines;
    }

    private static void add(
            Frame frame, List<String> lines, JsonNode change, String label, UnaryOperator<String> words) {
        if (change.isMissingNode()) return;
        lines.add(frame.t(
                "audit.change",
                label,
                shown(words, change.path("before").asString("")),
                shown(words, change.path("after").asString(""))));
    }

    private static String shown(UnaryOperator<String> words, String value) {
        if (value.isEmpty()) return "–";
        String text = words.apply(value);
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN - 1) + "…" : text;
    }
}
