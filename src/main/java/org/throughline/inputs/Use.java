package org.throughline.inputs;

import java.util.Locale;

/// The uses of an input that its owner is asked about, one by one.
public enum Use {
    /// Show the name of the organisation, or of the person who speaks for herself or himself.
    NAME,
    /// Show the answers.
    TEXT,
    /// Show the attached files and what they say.
    FILES,
    /// Quote passages in summaries and reports.
    QUOTATION,
    /// Show translations of the text.
    TRANSLATION;

    /// The name in the database, in JSON and in forms.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Use of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
