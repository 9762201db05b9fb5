package org.throughline.inputs;

import java.util.UUID;

/// Identifies an input inside the program; readers know it by its call and number.
public record InputId(UUID value) {}
