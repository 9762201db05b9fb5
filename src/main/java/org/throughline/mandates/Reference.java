package org.throughline.mandates;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Source;

/// What one revision says of another instrument.
///
/// @param toRevision which revision it names; absent where it names none
public record Reference(
        UUID fromRevision,
        Kind kind,
        UUID toInstrument,
        @Nullable UUID toRevision,
        Source source) {

    public enum Kind {
        RECALLS,
        REVISES,
        SUPERSEDES,
        IMPLEMENTS,
        INSTRUCTS,
        REPORTS_TO;

        static Kind of(String word) {
            for (Kind kind : values()) if (kind.word().equals(word)) return kind;
            throw new IllegalArgumentException("Not a kind of reference: " + word);
        }

        /// As files and the database write it.
        public String word() {
            return switch (this) {
                case RECALLS -> "recalls";
                case REVISES -> "revises";
                case SUPERSEDES -> "supersedes";
                case IMPLEMENTS -> "implements";
                case INSTRUCTS -> "instructs";
                case REPORTS_TO -> "reports-to";
            };
        }
    }
}
