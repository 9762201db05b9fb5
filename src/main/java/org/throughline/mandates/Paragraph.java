package org.throughline.mandates;

import java.util.UUID;
import org.throughline.platform.LocalizedText;

/// A numbered part of a revision.
///
/// @param label as it is cited, such as `28(e)` or `113`
/// @param words what it asks for, in our words; never the text of the document
public record Paragraph(UUID id, UUID revision, String label, LocalizedText words, Source source) {}
