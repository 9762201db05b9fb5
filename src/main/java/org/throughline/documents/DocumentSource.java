package org.throughline.documents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// Who a document comes from. A state is known by its code, and then named in the reader's language.
///
/// @param country ISO 3166 code of a Member State; empty for all others
/// @param name as the author wrote it
public record DocumentSource(Kind kind, String country, String name) {

    public enum Kind {
        MEMBER_STATE("member-state"),
        SECTOR_MEMBER("sector-member"),
        ASSOCIATE("associate"),
        ACADEMIA("academia"),
        SECRETARIAT("secretariat"),
        CHAIR("chair"),
        ORGANIZATION("organization"),
        OTHER("other");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }

        @JsonCreator
        static Kind written(String word) {
            return of(word).orElse(OTHER);
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }
}
