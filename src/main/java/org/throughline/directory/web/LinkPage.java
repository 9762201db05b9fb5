package org.throughline.directory.web;

import org.throughline.platform.web.FormErrors;

/// The button that uses a one-time link.
///
/// @param needsName whether the address is new, so that the page asks for a name too
/// @param name as typed
public record LinkPage(String secret, String email, boolean needsName, String name, FormErrors errors) {}
