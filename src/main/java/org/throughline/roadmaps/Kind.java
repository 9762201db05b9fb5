package org.throughline.roadmaps;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// What a milestone is.
public enum Kind {
    MEETING,
    DOCUMENT,
    CONSULTATION,
    REPORT,
    DECISION,
    PUBLICATION,
    EVENT;

    /// As files, addresses and the database write it.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Kind written(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("No such word: " + word));
    }

    public static Optional<Kind> of(String word) {
        for (Kind one : values()) if (one.word().equals(word)) return Optional.of(one);
        return Optional.empty();
    }
}
