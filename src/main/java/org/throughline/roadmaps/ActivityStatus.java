package org.throughline.roadmaps;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// How far an activity of an action line has come.
public enum ActivityStatus {
    PLANNED,
    UNDER_WAY,
    DONE,
    STOPPED;

    /// As files and the database write it.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static ActivityStatus written(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("No such word: " + word));
    }

    public static Optional<ActivityStatus> of(String word) {
        for (ActivityStatus one : values()) if (one.word().equals(word)) return Optional.of(one);
        return Optional.empty();
    }
}
