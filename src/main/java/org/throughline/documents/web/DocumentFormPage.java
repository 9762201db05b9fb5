package org.throughline.documents.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// A step of the form in which something is typed.
///
/// @param form absent for a document that is just being begun
/// @param action where it is sent
/// @param version that was seen
/// @param stale whether the draft was saved in another window since
/// @param options what can be chosen, by the name of the control
public record DocumentFormPage(
        @Nullable DocumentSteps form,
        String action,
        int version,
        boolean stale,
        Typed typed,
        FormErrors errors,
        Map<String, List<Option>> options) {

    public List<Option> options(String name) {
        return options.getOrDefault(name, List.of());
    }

    /// Whether something stands in the row of a source, or is wrong in it.
    public boolean isOpen(int source) {
        return Stream.of(DocumentForm.KIND, DocumentForm.COUNTRY, DocumentForm.NAME)
                .map(DocumentForm.row(source)::concat)
                .anyMatch(name -> !typed.of(name).isBlank() || errors.of(name) != null);
    }
}
