package org.throughline.vocabulary;

import org.throughline.platform.LocalizedText;

/// The head of a vocabulary in one version: what it is called, where its terms come from, what a reader must know.
/// Versions are dates (`2026-11-22`), so the newest sorts last; a version, once loaded, is never edited.
public record Scheme(String name, String version, String source, LocalizedText title, LocalizedText note) {}
