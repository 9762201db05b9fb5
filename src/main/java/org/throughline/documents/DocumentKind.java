package org.throughline.documents;

import java.util.Arrays;
import java.util.Optional;

/// What sort of document it is.
public enum DocumentKind {
    CONTRIBUTION("contribution"),
    SECRETARIAT_REPORT("secretariat-report"),
    INFORMATION("information"),
    AGENDA("agenda"),
    CHAIR_SUMMARY("chair-summary"),
    CHAIR_REPORT("chair-report"),
    LIAISON("liaison"),
    TEMPORARY("temporary"),
    PARTICIPANTS("participants");

    private final String word;

    DocumentKind(String word) {
        this.word = word;
    }

    /// As it is stored and sent.
    public String word() {
        return word;
    }

    public static Optional<DocumentKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
