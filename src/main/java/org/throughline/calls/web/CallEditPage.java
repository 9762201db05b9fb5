package org.throughline.calls.web;

import java.util.List;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of a call.
///
/// @param action where the form is sent
/// @param isNew whether the call is not made yet
/// @param fixed whether address and dates do not change any more, because the call is public
/// @param version of the call the form is based on
/// @param others what somebody else saved meanwhile, where it differs from what was typed
public record CallEditPage(
        String action,
        String heading,
        boolean isNew,
        boolean fixed,
        int version,
        Typed typed,
        FormErrors errors,
        List<Option> reviews,
        List<LanguagePart> languages,
        List<Difference> others) {

    public record Difference(String label, String language, String theirs) {}
}
