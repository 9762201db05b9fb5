package org.throughline.calls;

/// A call became public.
public record CallPublished(CallId call, String slug) {}
