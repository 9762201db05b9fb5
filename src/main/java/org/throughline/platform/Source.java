package org.throughline.platform;

/// Where a fact comes from, and how sure it is.
///
/// @param url empty where there is no page of it
public record Source(String title, String url, Certainty certainty) {

    /// What the facts that the program brings have for a source where no page is known; shown in the reader's language.
    public static final String NO_PAGE = "General knowledge of the domain; no page confirms it yet";

    public Source {
        if (title.isBlank()) throw new IllegalArgumentException("A fact without a source");
    }
}
