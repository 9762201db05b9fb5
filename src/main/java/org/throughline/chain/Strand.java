package org.throughline.chain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// The strand of work that an output belongs to; pages list and draw one at a time where a reader asks for it.
public enum Strand {
    CALL,
    ITU,
    FORUM,
    STOCKTAKING,
    CSTD,
    ASSEMBLY,
    FOLLOW_UP;

    /// As files, addresses and the database write it.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Strand written(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("No such word: " + word));
    }

    public static Optional<Strand> of(String word) {
        for (Strand one : values()) if (one.word().equals(word)) return Optional.of(one);
        return Optional.empty();
    }
}
