package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.WordDiff;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.vocabulary.TermNames;
import tools.jackson.databind.JsonNode;

/// A field of two states of an entry, or of one, with what changed between them marked word by word.
///
/// @param written whether its words are the contributor's own
/// @param changed whether the two states differ
public record Compared(
        String code, LocalizedText label, boolean written, boolean changed, List<WordDiff.Piece> pieces) {

    /// The fields that one of the two states has, in the order of the form; without an older state nothing is
    /// marked.
    static List<Compared> of(
            Frame frame, TermNames terms, ProjectForm form, @Nullable JsonNode before, JsonNode after, boolean hidden) {
        List<Compared> fields = new ArrayList<>();
        Map<String, Field> asked = new LinkedHashMap<>();
        form.fields().filter(field -> field.hidden() == hidden).forEach(field -> asked.put(field.code(), field));
        for (Field field : asked.values()) {
            String now = text(frame, terms, field, after);
            String then = before == null ? now : text(frame, terms, field, before);
            if (now.isEmpty() && then.isEmpty()) continue;
            fields.add(new Compared(
                    field.code(),
                    FieldNames.of(frame, field),
                    FieldText.isWritten(field),
                    !now.equals(then),
                    WordDiff.of(then, now)));
        }
        return fields;
    }

    private static String text(Frame frame, TermNames terms, Field field, JsonNode answers) {
        JsonNode answer = answers.get(field.code());
        return answer == null
                ? ""
                : FieldNames.told(frame, field, answer).orElseGet(() -> FieldText.of(frame, terms, field, answer));
    }

    /// The fields of the form by their codes, for naming them.
    static Map<String, LocalizedText> labels(Frame frame, ProjectForm form) {
        Map<String, LocalizedText> labels = new HashMap<>();
        form.fields().forEach(field -> labels.put(field.code(), FieldNames.of(frame, field)));
        return labels;
    }
}
