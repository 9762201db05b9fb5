package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import org.throughline.platform.web.Frame;
import org.throughline.stocktaking.FormDefinition;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.stocktaking.Violation;

/// Fields of a register's form in the reader's words: of which kind they are, and what holds for them.
final class FieldWords {

    private FieldWords() {}

    static String of(Frame frame, Kind kind) {
        return switch (kind) {
            case SHORT_TEXT -> frame.t("calls.kind.short-text");
            case LONG_TEXT -> frame.t("calls.kind.long-text");
            case SINGLE_CHOICE -> frame.t("calls.kind.single-choice");
            case MULTIPLE_CHOICE -> frame.t("calls.kind.multiple-choice");
            case DATE -> frame.t("stocktaking.editor.kind.date");
            case YES_NO -> frame.t("stocktaking.editor.kind.yes-no");
            case NUMBER -> frame.t("calls.kind.number");
            case ADDRESS -> frame.t("stocktaking.editor.kind.address");
            case EMAIL -> frame.t("stocktaking.editor.kind.email");
            case LINES -> frame.t("stocktaking.editor.kind.lines");
            case ROWS -> frame.t("stocktaking.editor.kind.rows");
        };
    }

    /// What holds for a field, for a list of fields.
    static List<String> marks(Frame frame, Field field, boolean part) {
        List<String> marks = new ArrayList<>();
        marks.add(of(frame, field.kind()));
        if (field.required()) marks.add(frame.t("calls.question.required"));
        if (field.maxWords() > 0) marks.add(frame.t("platform.form.words.most", field.maxWords()));
        if (part) return marks;
        marks.add(field.hidden() ? frame.t("stocktaking.editor.is-private") : frame.t("stocktaking.editor.is-public"));
        if (field.naming()) marks.add(frame.t("stocktaking.editor.is-naming"));
        if (FieldForm.isStandard(field.code())) marks.add(frame.t("stocktaking.editor.is-standard"));
        return marks;
    }

    /// The same for somebody who has not written the form as JSON: knows kinds by their names, and lists by what they
    /// hold.
    static String spoken(Frame frame, Violation one) {
        return switch (one.messageKey()) {
            case FormDefinition.OF_ANOTHER_KIND ->
                frame.t(
                        one.messageKey(),
                        of(frame, Kind.of(one.arguments().getFirst().toString())));
            case FormDefinition.NO_TITLE -> frame.t("stocktaking.editor.title.needed");
            case FormDefinition.EMPTY_LIST ->
                one.field().endsWith("fields")
                        ? frame.t("stocktaking.editor.section.empty")
                        : one.field().endsWith("parts") ? frame.t("stocktaking.editor.parts.none") : of(frame, one);
            default -> of(frame, one);
        };
    }

    /// What is wrong, in the reader's language.
    static String of(Frame frame, Violation one) {
        return frame.t(one.messageKey(), one.arguments().toArray());
    }
}
