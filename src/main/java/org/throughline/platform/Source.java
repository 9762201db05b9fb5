package org.throughline.platform;

/// Where a fact comes from, and how sure it is.
///
/// @param url empty where there is no page of it
public record Source(String title, String url, Certainty certainty) {

    public Source {
        if (title.isBlank()) throw new IllegalArgumentException("A fact without a source");
    }
}
