package org.throughline.notices.web;

import java.util.List;
import org.throughline.notices.Mailing;
import org.throughline.notices.Mailings;

/// A letter as it would go out, and to how many.
///
/// @param missing the languages that it has no words in, by their tags
/// @param needsAnother whether somebody else than the reader has to release it
public record MailingCheckPage(
        Mailing mailing, Mailings.Audience audience, List<Letter> letters, List<String> missing, boolean needsAnother) {

    /// The letter in one language.
    public record Letter(String language, String name, String subject, String text) {}
}
