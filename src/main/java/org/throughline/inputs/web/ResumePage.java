package org.throughline.inputs.web;

import org.throughline.platform.web.FormErrors;

/// Coming back with a code.
///
/// @param code as typed
/// @param next where signing in leads back to
public record ResumePage(String code, String next, FormErrors errors) {}
