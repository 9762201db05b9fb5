package org.throughline.synthesis;

import java.util.UUID;

/// Identifies a passage: a span of an answer.
public record PassageId(UUID value) {}
