package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;

/// The form of one field of a register's form, or of one part of a row.
///
/// @param of the code of the field whose rows it is a part of; empty for a field
/// @param code of the field being changed; empty for a new one
/// @param seen marks the state the form is based on
/// @param heading what it is called now
/// @param lists that a choice can be made from, besides its own
/// @param parts of a row, as they are kept
public record FormFieldPage(
        ProjectCollection collection,
        String of,
        String code,
        String seen,
        String heading,
        Kind kind,
        String kindName,
        Typed typed,
        FormErrors errors,
        List<LanguagePart> languages,
        List<Option> sections,
        List<Option> lists,
        List<Field> parts,
        List<Option> partKinds) {

    public boolean isPart() {
        return !of.isEmpty();
    }

    public boolean isNew() {
        return code.isEmpty();
    }

    public boolean isText() {
        return FieldForm.isText(kind);
    }

    public boolean hasList() {
        return FieldForm.hasList(kind);
    }

    public boolean hasMost() {
        return FieldForm.hasMost(kind);
    }

    public boolean isRows() {
        return kind == Kind.ROWS;
    }

    public List<String> marks(Frame frame, Field part) {
        return FieldWords.marks(frame, part, true);
    }
}
