package org.throughline.chain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// Whether an output is there yet.
public enum OutputStatus {
    ISSUED,
    EXPECTED;

    /// As files, addresses and the database write it.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static OutputStatus written(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("No such word: " + word));
    }

    public static Optional<OutputStatus> of(String word) {
        for (OutputStatus one : values()) if (one.word().equals(word)) return Optional.of(one);
        return Optional.empty();
    }
}
