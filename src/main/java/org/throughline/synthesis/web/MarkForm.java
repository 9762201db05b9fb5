package org.throughline.synthesis.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the form says about a passage: its words, or where it stands, and what it is for.
///
/// @param answer the answer in which words were selected; empty without script
/// @param start and `end` in UTF-16 code units of the answer's text; absent without script
/// @param newTheme the title of a theme that is to be made for it
record MarkForm(
        @Nullable String answer,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable String words,
        @Nullable String theme,
        @Nullable String newTheme,
        @Nullable String sentence) {

    static MarkForm at(String theme, String sentence) {
        return new MarkForm(null, null, null, null, theme, null, sentence);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    String saidWords() {
        return text(words).replace("\r\n", "\n");
    }

    String forTheme() {
        return text(theme);
    }

    String forNewTheme() {
        return text(newTheme);
    }

    String forSentence() {
        return text(sentence);
    }
}
