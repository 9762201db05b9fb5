package org.throughline.synthesis.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.throughline.calls.Call;
import org.throughline.platform.Languages;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Quantity;

/// The title, the header block and the bands of a summary in work.
///
/// @param values what the form holds by field name
/// @param now what somebody else saved meanwhile, by field name, where it differs; empty when nobody did
/// @param words the quantity words of each class in the summary's language
public record HeaderPage(
        Call call,
        Draft draft,
        Map<String, String> values,
        Map<String, String> now,
        Map<Quantity, List<String>> words,
        FormErrors errors) {

    public String base() {
        return Workspace.base(draft);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /// The name of a field; a number in the table of bands goes by the words it is about.
    public String label(Frame frame, String field) {
        return switch (field) {
            case "title" -> frame.t("synthesis.work.form.title");
            case "purpose" -> frame.t("synthesis.header.purpose");
            case "action" -> frame.t("synthesis.header.action");
            case "strategic" -> frame.t("synthesis.header.strategic");
            case "financial" -> frame.t("synthesis.header.financial");
            case "references" -> frame.t("synthesis.header.references");
            case "background" -> frame.t("synthesis.document.background");
            case "limits" -> frame.t("synthesis.document.method");
            default ->
                Arrays.stream(Quantity.values())
                        .filter(quantity -> field.startsWith(quantity.word() + "-"))
                        .map(this::wordsOf)
                        .findFirst()
                        .orElse(field);
        };
    }

    public String wordsOf(Quantity quantity) {
        return Languages.list(draft.language(), words.getOrDefault(quantity, List.of()));
    }
}
