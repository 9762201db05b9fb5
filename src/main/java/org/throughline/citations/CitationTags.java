package org.throughline.citations;

/// What pages depend on that show what cites what.
public final class CitationTags {

    /// Changes with everything that is cited or looked at.
    public static final String USES = "citations:uses";

    private CitationTags() {}

    /// For the page of one thing that cites.
    public static String of(Citing.Kind kind, String key) {
        return "cites:" + kind.word() + ":" + key;
    }

    /// For the page of an instrument.
    public static String cited(String instrument) {
        return "cited:" + instrument;
    }
}
