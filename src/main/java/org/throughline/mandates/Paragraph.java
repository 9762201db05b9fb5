package org.throughline.mandates;

import java.util.UUID;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;

/// A numbered part of a revision.
///
/// @param label as it is cited, such as `28(e)` or `113`
/// @param words what it asks for, in our words
/// @param official the words of the document, in the languages that somebody entered; may be empty
/// @param officialSource where those were taken from; empty where there are none
public record Paragraph(
        UUID id,
        UUID revision,
        String label,
        LocalizedText words,
        LocalizedText official,
        String officialSource,
        Source source) {}
