package org.throughline.chain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// What an output is.
public enum OutputType {
    CALL,
    SUBMISSIONS,
    SUMMARY,
    GROUP_DOCUMENT,
    COUNCIL_DOCUMENT,
    FORUM_OUTCOME,
    CHAIRS_SUMMARY,
    REPORT,
    PUBLICATION,
    REGISTER,
    DRAFT,
    SESSION,
    RESOLUTION,
    TASK_LIST,
    ROAD_MAP;

    /// As files, addresses and the database write it.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static OutputType written(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("No such word: " + word));
    }

    public static Optional<OutputType> of(String word) {
        for (OutputType one : values()) if (one.word().equals(word)) return Optional.of(one);
        return Optional.empty();
    }
}
