package org.throughline.directory.web;

import org.throughline.platform.web.FormErrors;

/// The button that confirms the address of a new account.
///
/// @param asksPassword whether this is another browser than the one that registered
public record ConfirmPage(String secret, String email, boolean asksPassword, FormErrors errors) {}
