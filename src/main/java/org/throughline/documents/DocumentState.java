package org.throughline.documents;

import java.util.Locale;

/// How far a document has come. One that is returned is a draft again.
public enum DocumentState {
    DRAFT,
    /// Sent, and nobody of the secretariat has taken it up.
    SUBMITTED,
    /// The secretariat has it in hand.
    RECEIVED,
    /// Accepted, with its number, and not public yet.
    NUMBERED,
    POSTED,
    /// Taken back for good. Where it had a number, that stays its own.
    WITHDRAWN;

    /// As it is stored.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DocumentState written(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
