package org.throughline.mandates;

/// Whether a page or document was seen that confirms a fact.
public enum Certainty {
    CONFIRMED,
    UNVERIFIED;

    static Certainty of(String word) {
        return word.equals("confirmed") ? CONFIRMED : UNVERIFIED;
    }

    public String word() {
        return this == CONFIRMED ? "confirmed" : "unverified";
    }
}
