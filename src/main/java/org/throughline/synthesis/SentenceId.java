package org.throughline.synthesis;

import java.util.UUID;

/// Identifies a sentence of a summary in work.
public record SentenceId(UUID value) {}
