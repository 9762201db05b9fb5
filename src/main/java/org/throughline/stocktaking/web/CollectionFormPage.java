package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.web.ProjectDeskPage.ActLine;

/// What the secretariat says about a register, as typed.
///
/// @param collection absent while it is begun
/// @param beginnings what the form of a new register can begin as
/// @param unsaved whether its form has changes that are not saved
/// @param mayClose whether it is open and nothing was entered yet
public record CollectionFormPage(
        @Nullable ProjectCollection collection,
        Typed typed,
        FormErrors errors,
        List<LanguagePart> languages,
        List<Option> beginnings,
        boolean mayClose,
        boolean unsaved,
        List<ActLine> acts) {

    public String path() {
        return collection == null ? "/collections/new" : "/collections/" + collection.slug() + "/edit";
    }
}
