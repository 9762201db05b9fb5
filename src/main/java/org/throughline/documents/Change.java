package org.throughline.documents;

import java.util.Arrays;

/// What a document is of another one.
public enum Change {
    NONE("", ""),
    /// Takes its place.
    REVISION("rev", "Rev."),
    /// Adds to it.
    ADDENDUM("add", "Add."),
    /// Corrects it.
    CORRIGENDUM("corr", "Corr.");

    private final String word;
    private final String written;

    Change(String word, String written) {
        this.word = word;
        this.written = written;
    }

    /// As it is stored.
    public String word() {
        return word;
    }

    /// As symbols have it, in every language.
    public String written() {
        return written;
    }

    /// @param word as it is stored; anything else is none
    public static Change of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElse(NONE);
    }
}
