package org.throughline.stocktaking.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.ProjectCollection;

/// The form of one section of a register's form.
///
/// @param code of the section being changed; empty for a new one
/// @param seen marks the state the form is based on
public record FormSectionPage(
        ProjectCollection collection,
        String code,
        String seen,
        Typed typed,
        FormErrors errors,
        List<LanguagePart> languages) {}
