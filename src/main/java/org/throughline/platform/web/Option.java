package org.throughline.platform.web;

/// One choice of a list in a form.
///
/// @param value what is sent
/// @param label what is read, in the reader's language
/// @param chosen whether it is chosen now
public record Option(String value, String label, boolean chosen) {}
