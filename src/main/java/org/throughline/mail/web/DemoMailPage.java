package org.throughline.mail.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;

/// The mail of a demonstration, newest first.
///
/// @param to the recipient asked for, empty for all
public record DemoMailPage(String to, List<Shown> messages) {

    /// A message and its text in pieces.
    public record Shown(String to, String language, String subject, Instant createdAt, List<Piece> pieces) {
        public String dir() {
            return Languages.direction(language);
        }
    }

    /// Some text, or a link to a page of this site.
    ///
    /// @param path where the link leads on this site, absent for plain text
    public record Piece(String text, @Nullable String path) {}
}
