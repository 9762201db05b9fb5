package org.throughline.stocktaking;

import java.time.Duration;
import java.time.Instant;

/// What public pages that show projects depend on, as the page store knows it.
public final class RegisterTags {

    static final String PROJECT = "project:";
    static final String COLLECTION = "collection:";

    private RegisterTags() {}

    /// Everything that may change when one project changes: its page, the lists, the counts.
    static String[] of(long number) {
        return new String[] {project(number), list()};
    }

    public static String project(long number) {
        return PROJECT + number;
    }

    /// Every page that lists or counts projects.
    public static String list() {
        return "projects";
    }

    /// How long a page is true that shows lights: they turn at midnight, universal time.
    public static Duration untilLightsTurn(Instant now) {
        return Duration.ofSeconds(86_400 - Math.floorMod(now.getEpochSecond(), 86_400L));
    }

    public static String collection(String slug) {
        return COLLECTION + slug;
    }
}
