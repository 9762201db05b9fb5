package org.throughline.directory.web;

import org.throughline.platform.web.FormErrors;

/// What deleting the account means, and the form that does it.
///
/// @param email the address to be typed
/// @param typed what was typed
public record DeletionPage(String email, String typed, FormErrors errors) {}
