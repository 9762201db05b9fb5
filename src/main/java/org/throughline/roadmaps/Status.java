package org.throughline.roadmaps;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// Where a milestone stands.
public enum Status {
    PLANNED,
    DONE,
    MOVED,
    CANCELLED;

    /// As files, addresses and the database write it.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Status written(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("No such word: " + word));
    }

    public static Optional<Status> of(String word) {
        for (Status one : values()) if (one.word().equals(word)) return Optional.of(one);
        return Optional.empty();
    }
}
