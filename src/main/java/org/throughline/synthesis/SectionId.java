package org.throughline.synthesis;

import java.util.UUID;

/// Identifies a section of a summary in work.
public record SectionId(UUID value) {}
