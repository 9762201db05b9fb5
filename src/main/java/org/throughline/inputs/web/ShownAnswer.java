package org.throughline.inputs.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer as a reader sees it: words of its author as they were written, but what the questionnaire or a vocabulary
/// put there – choices, what a row is about, the names of its parts – in the reader's language.
///
/// @param text the whole answer in its own language, for [Form#TEXT]
/// @param entries the choices or rows, for the other forms
public record ShownAnswer(Form form, MarkedText text, List<Entry> entries) {

    /// How it is laid out.
    public enum Form {
        TEXT,
        CHOICES,
        RANKING,
        ROWS
    }

    /// A choice, or a row with its parts.
    ///
    /// @param nameLang the language of the name where it is not the reader's
    public record Entry(MarkedText name, @Nullable String nameLang, List<Part> parts) {}

    /// A part of a row: the questionnaire's name for it, the author's words.
    public record Part(MarkedText label, @Nullable String labelLang, MarkedText words) {}

    static ShownAnswer text(MarkedText text) {
        return new ShownAnswer(Form.TEXT, text, List.of());
    }
}
