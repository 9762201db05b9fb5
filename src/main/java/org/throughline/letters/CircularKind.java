package org.throughline.letters;

import java.util.Arrays;
import java.util.Optional;

/// What a circular letter wants of those it is addressed to.
public enum CircularKind {
    INFORMATION("information"),
    /// Answers to the questionnaire of a call.
    QUESTIONNAIRE("questionnaire"),
    /// A decision by correspondence on a proposal.
    DECISION("decision");

    private final String word;

    CircularKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<CircularKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
