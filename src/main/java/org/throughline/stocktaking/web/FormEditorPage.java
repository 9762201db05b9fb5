package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import org.throughline.platform.Languages;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.FormDrafts.FormDraft;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectForm.Field;

/// The form of a register as a list to work on.
///
/// @param kinds of field that can be added
/// @param standard the fields of the standard form that are not in it
public record FormEditorPage(
        ProjectCollection collection,
        FormDraft draft,
        List<Option> kinds,
        List<Option> standard,
        Typed typed,
        FormErrors errors) {

    /// Whether a newer version of the form came about since the draft was begun.
    public boolean isBehind() {
        return draft.begun() && draft.base() < collection.formVersion();
    }

    public List<String> marks(Frame frame, Field field) {
        List<String> marks = new ArrayList<>(FieldWords.marks(frame, field, false));
        // Of the languages that the register itself is named in.
        List<String> missing = collection.name().texts().keySet().stream()
                .filter(language -> field.label().in(language).isEmpty())
                .toList();
        if (!missing.isEmpty()) marks.add(frame.t("calls.show.missing", Languages.endonyms(frame.language(), missing)));
        return marks;
    }
}
