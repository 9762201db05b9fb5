package org.throughline.directory.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.throughline.platform.web.FormErrors;

/// The form for a new account, with what was typed but for the password.
///
/// @param next where to go once the address is confirmed
public record RegisterPage(String name, String email, String next, FormErrors errors) {

    /// The same, as a part of another address.
    public String encodedNext() {
        return URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
