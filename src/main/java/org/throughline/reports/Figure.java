package org.throughline.reports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// The figures that a report can have. What each counts is projects; where a project can have several values it
/// counts in each, so that the numbers must not be added up.
public enum Figure {
    ACTION_LINE("action-line", true),
    SDG("sdg", true),
    ACTION_LINE_SDG("action-line-sdg", true),
    REGION("region", true),
    COUNTRY("country", true),
    STAKEHOLDER_TYPE("stakeholder-type", false),
    ACTIVITY_TYPE("activity-type", false),
    STATUS("status", false),
    YEAR("year", false),
    NEW_UPDATED("new-updated", true),
    COMPLETENESS("completeness", false),
    LIGHT("light", false);

    private final String code;
    private final boolean overlapping;

    Figure(String code, boolean overlapping) {
        this.code = code;
        this.overlapping = overlapping;
    }

    /// Its name in recipes, files and addresses; never changes.
    @JsonValue
    public String code() {
        return code;
    }

    /// Whether one project can stand in several rows.
    public boolean isOverlapping() {
        return overlapping;
    }

    @JsonCreator
    static Figure required(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException("No figure " + code));
    }

    public static Optional<Figure> of(String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code.equals(code))
                .findFirst();
    }
}
