package org.throughline.directory.web;

import org.throughline.platform.web.FormErrors;

/// The page with the two ways in.
///
/// @param email as typed
/// @param next where to go afterwards, an address of this site
/// @param errors of the form with the password
/// @param linkErrors of the form that asks for a link
public record SignInPage(String email, String next, FormErrors errors, FormErrors linkErrors) {

    /// All errors of the page, for the summary on top.
    public FormErrors all() {
        return errors.isEmpty() ? linkErrors : errors;
    }
}
