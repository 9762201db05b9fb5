package org.throughline.citations;

import org.throughline.platform.LocalizedText;

/// Something public whose words may cite instruments, as its owner describes it.
///
/// @param key the owner's name of it within its kind, such as `unga-80-173/8`
/// @param url its address here, without the language
/// @param language it was written in
/// @param date of its words: a year, a month or a day; empty for what speaks about today, so that a revision which was
///     replaced already when the words were read is listed for review at once
public record Citing(Kind kind, String key, String url, String language, LocalizedText title, String date) {

    /// What sort of thing it is.
    public enum Kind {
        TASK,
        MILESTONE,
        CALL,
        REVIEW,
        SUMMARY,
        DOCUMENT,
        REPORT,
        PAGE;

        /// As the database and addresses write it.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String word) {
            for (Kind kind : values()) if (kind.word().equals(word)) return kind;
            throw new IllegalArgumentException("Not a kind of thing that cites: " + word);
        }
    }

    public Citing {
        if (key.isBlank() || !url.startsWith("/") || title.isEmpty())
            throw new IllegalArgumentException("Not a thing that can cite: " + kind + " " + key + " " + url);
    }
}
