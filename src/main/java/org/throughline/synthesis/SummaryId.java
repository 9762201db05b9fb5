package org.throughline.synthesis;

import java.util.UUID;

/// Identifies a summary in work.
public record SummaryId(UUID value) {}
