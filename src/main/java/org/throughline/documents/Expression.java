package org.throughline.documents;

import java.util.Arrays;
import java.util.Optional;
import org.throughline.documents.text.Body;

/// A document in one language.
///
/// @param actionText what is asked in words; may be empty
/// @param financialText likewise
/// @param body its text, with light markup; see [Body]
public record Expression(
        String language,
        Standing standing,
        String title,
        String purpose,
        String actionText,
        String financialText,
        String body) {

    /// Its text without the signs of the markup: to be searched, quoted and looked through.
    public String plainBody() {
        return Body.read(body).plain();
    }

    /// Where the words in this language come from.
    public enum Standing {
        ORIGINAL("original"),
        OFFICIAL("official"),
        /// Translated by a program; always said where it is shown.
        MACHINE("machine");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Standing> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }

    /// One in which nothing is written yet.
    static Expression blank(String language) {
        return new Expression(language, Standing.ORIGINAL, "", "", "", "", "");
    }
}
