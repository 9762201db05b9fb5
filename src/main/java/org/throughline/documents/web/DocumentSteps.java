package org.throughline.documents.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentCheck;
import org.throughline.documents.DocumentCheck.Missing;
import org.throughline.documents.DocumentWork;
import org.throughline.platform.Languages;
import org.throughline.platform.web.FormSteps;
import org.throughline.platform.web.Frame;

/// The form of a document around one of its steps.
///
/// @param change what it is of which other document; empty for one of its own
/// @param current the step shown; empty on the list of steps
public record DocumentSteps(DocumentWork draft, String change, List<Step> steps, String current) implements FormSteps {

    static final String ABOUT = "about";
    static final String HEADER = "header";
    static final String TEXT = "text";
    static final String FILES = "files";

    static DocumentSteps of(Frame frame, DocumentWork draft, String current) {
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        missing.addAll(DocumentCheck.missing(draft));
        return new DocumentSteps(
                draft,
                draft.change() == Change.NONE ? "" : DocumentWords.change(frame, draft),
                List.of(
                        step(draft, missing, ABOUT, frame.t("documents.form.step.about"), false),
                        step(draft, missing, HEADER, frame.t("documents.form.step.header"), false),
                        step(draft, missing, TEXT, frame.t("documents.form.step.text"), false),
                        step(draft, missing, FILES, frame.t("documents.form.step.files"), true)),
                current);
    }

    private static Step step(DocumentWork draft, Set<Missing> missing, String key, String title, boolean optional) {
        boolean wrong = missing.stream().anyMatch(one -> one.step().equals(key));
        return new Step(
                key,
                base(draft) + "/" + key,
                title,
                null,
                State.of(draft.steps().contains(key), wrong, optional));
    }

    static String base(DocumentWork draft) {
        return "/documents/drafts/" + draft.id();
    }

    @Override
    public String base() {
        return base(draft);
    }

    /// What the document is called so far.
    public String title() {
        return draft.original().title();
    }

    public String language() {
        return draft.original().language();
    }

    public String dir() {
        return Languages.direction(language());
    }
}
