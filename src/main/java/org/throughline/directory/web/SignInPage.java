package org.throughline.directory.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.throughline.platform.web.FormErrors;

/// The page with the two ways in.
///
/// @param email as typed in the form with the password
/// @param linkEmail as typed in the form that asks for a link
/// @param next where to go afterwards, an address of this site
public record SignInPage(String email, String linkEmail, String next, FormErrors errors) {

    /// The same, as a part of another address.
    public String encodedNext() {
        return URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
