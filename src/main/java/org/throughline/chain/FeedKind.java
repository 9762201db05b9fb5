package org.throughline.chain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// How one output went into another.
public enum FeedKind {
    SUMMARISED_IN,
    ANNEXED_TO,
    QUOTED_IN,
    NOTED_BY,
    APPROVED_BY,
    TRANSMITTED_TO,
    BASIS_OF;

    /// As files, addresses and the database write it.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static FeedKind written(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("No such word: " + word));
    }

    public static Optional<FeedKind> of(String word) {
        for (FeedKind one : values()) if (one.word().equals(word)) return Optional.of(one);
        return Optional.empty();
    }
}
