package org.throughline.directory.web;

import org.throughline.platform.web.FormErrors;

/// The form for the first operator, with what was typed but for the password.
public record FirstRunPage(String secret, String name, String email, FormErrors errors) {}
