package org.throughline.mandates;

import java.time.Instant;
import java.util.UUID;
import org.throughline.platform.Source;

/// Something that shows what was done about a task.
///
/// @param url an address of this installation without the language, such as `/calls/wsis20`, or one elsewhere
/// @param happened a date as exactly as it is known
/// @param round for which of the times at which the task is due; empty where its date says it
public record Evidence(
        UUID id,
        Kind kind,
        Thing thing,
        String title,
        String language,
        String url,
        String happened,
        String round,
        Source source,
        Instant addedAt) {

    /// What it shows.
    public enum Kind {
        /// Work has begun.
        PLAN,
        /// It says what was done.
        REPORT,
        /// What was asked for exists.
        RESULT;

        static Kind of(String word) {
            for (Kind kind : values()) if (kind.word().equals(word)) return kind;
            throw new IllegalArgumentException("Not a kind of evidence: " + word);
        }

        public String word() {
            return switch (this) {
                case PLAN -> "plan";
                case REPORT -> "report";
                case RESULT -> "result";
            };
        }
    }

    /// What sort of thing it is.
    public enum Thing {
        DOCUMENT,
        CALL,
        PROJECT,
        SESSION,
        MILESTONE,
        REPORT,
        INDICATOR;

        static Thing of(String word) {
            for (Thing thing : values()) if (thing.word().equals(word)) return thing;
            throw new IllegalArgumentException("Not a thing that is evidence: " + word);
        }

        public String word() {
            return switch (this) {
                case DOCUMENT -> "document";
                case CALL -> "call";
                case PROJECT -> "project";
                case SESSION -> "session";
                case MILESTONE -> "milestone";
                case REPORT -> "report";
                case INDICATOR -> "indicator";
            };
        }
    }

    public boolean isHere() {
        return url.startsWith("/");
    }
}
