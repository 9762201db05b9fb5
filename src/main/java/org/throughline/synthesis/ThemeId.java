package org.throughline.synthesis;

import java.util.UUID;

/// Identifies a theme, under which passages and sentences are gathered.
public record ThemeId(UUID value) {}
