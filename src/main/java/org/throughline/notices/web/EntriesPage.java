package org.throughline.notices.web;

import java.util.List;

/// What somebody is asked about entries that they keep, by a link in a mail.
///
/// @param allPath of the page with all of them
/// @param one whether this is the page of one entry
/// @param open how many have no answer yet
public record EntriesPage(String allPath, boolean one, int open, List<Entry> entries) {

    /// One entry.
    ///
    /// @param path of its forms
    /// @param confirmed when it was last said to be true
    public record Entry(
            String path, long number, String title, String language, String summary, String confirmed, Answer answer) {}

    /// How the question stands.
    public enum Answer {
        NONE,
        TRUE,
        OVER,
        /// Confirmed or changed in another way, or by somebody else who keeps the entry.
        OTHERWISE
    }
}
