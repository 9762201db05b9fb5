package org.throughline.tables;

import java.util.Locale;

/// Where a job on a file stands. Interrupted is one whose program ended before it did.
public enum JobState {
    RUNNING,
    DONE,
    STOPPED,
    FAILED,
    INTERRUPTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JobState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
