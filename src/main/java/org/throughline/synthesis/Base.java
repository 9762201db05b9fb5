package org.throughline.synthesis;

import org.jspecify.annotations.Nullable;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;

/// What a sentence is measured against: all published inputs, or those of them that answered one question.
///
/// @param question the code of the question; empty for all published inputs
/// @param label the question as it was asked
/// @param inputs how many they are
public record Base(String question, LocalizedText label, long inputs) {

    static Base all(long published) {
        return new Base("", LocalizedText.EMPTY, published);
    }

    /// As an edition keeps it, which keeps nothing where all published inputs are meant.
    static Base kept(@Nullable String json, long published) {
        return json == null ? all(published) : Json.read(json, Base.class);
    }

    @Nullable
    String toKeep() {
        return everything() ? null : Json.write(this);
    }

    /// Whether all published inputs are meant.
    public boolean everything() {
        return question.isEmpty();
    }

    /// The name by which messages choose their words.
    public String word() {
        return everything() ? "all" : "question";
    }
}
