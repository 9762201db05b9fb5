package org.throughline.calls;

/// The words of a call were changed.
public record CallEdited(CallId call, String slug) {}
