package org.throughline.calls;

import java.util.UUID;

/// Identifies a call for inputs inside the program; readers know it by its slug.
public record CallId(UUID value) {}
