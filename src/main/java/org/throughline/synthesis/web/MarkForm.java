package org.throughline.synthesis.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the form says about a passage: its words, or where it stands, and what it is for.
///
/// @param answer the answer in which words were selected; empty without script
/// @param start and `end` in UTF-16 code units of the answer's text; absent without script
/// @param newTheme the title of a theme that is to be made for it, in `section`
record MarkForm(
        @Nullable String answer,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable String words,
        @Nullable String theme,
        @Nullable String newTheme,
        @Nullable String section,
        @Nullable String sentence) {

    static MarkForm at(Aim aim) {
        return new MarkForm(null, null, null, null, aim.theme(), null, aim.section(), aim.sentence());
    }

    Aim aim() {
        return new Aim(forTheme(), forSentence(), text(section));
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
