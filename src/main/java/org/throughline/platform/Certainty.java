package org.throughline.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// Whether a page or document was seen that confirms a fact, or whether it follows from others that were.
public enum Certainty {
    CONFIRMED,
    INFERRED,
    UNVERIFIED;

    /// As files, addresses and the database write it.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Certainty written(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("No such word: " + word));
    }

    public static Optional<Certainty> of(String word) {
        for (Certainty one : values()) if (one.word().equals(word)) return Optional.of(one);
        return Optional.empty();
    }
}
