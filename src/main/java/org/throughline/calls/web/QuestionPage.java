package org.throughline.calls.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of one question.
///
/// @param code of the question being changed; empty for a new one
/// @param seen marks the state the form is based on
public record QuestionPage(
        Call call,
        String code,
        String seen,
        Kind kind,
        String kindName,
        Typed typed,
        FormErrors errors,
        List<LanguagePart> languages,
        List<Option> sections,
        List<Option> vocabularies) {

    public boolean hasList() {
        return QuestionForm.hasList(kind);
    }

    public boolean isText() {
        return QuestionForm.isText(kind);
    }

    public boolean isGroup() {
        return kind == Kind.GROUP;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean hasMax() {
        return hasList() && kind != Kind.SINGLE_CHOICE || kind == Kind.FILE;
    }
}
