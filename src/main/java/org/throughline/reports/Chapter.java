package org.throughline.reports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// The chapters that a report can have, in their order. How it was made and the disclaimer are part of every
/// report.
public enum Chapter {
    INTRODUCTION("introduction"),
    OVERVIEW("overview"),
    ACTION_LINES("action-lines"),
    CLAIMS("claims"),
    METHOD("method"),
    ACKNOWLEDGEMENTS("acknowledgements"),
    DISCLAIMER("disclaimer"),
    ANNEX("annex");

    private final String code;

    Chapter(String code) {
        this.code = code;
    }

    /// Its name in recipes and addresses; never changes.
    @JsonValue
    public String code() {
        return code;
    }

    public boolean isAlways() {
        return this == METHOD || this == DISCLAIMER;
    }

    @JsonCreator
    static Chapter required(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException("No chapter " + code));
    }

    public static Optional<Chapter> of(String code) {
        return Arrays.stream(values())
                .filter(chapter -> chapter.code.equals(code))
                .findFirst();
    }
}
