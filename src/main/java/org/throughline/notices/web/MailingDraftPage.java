package org.throughline.notices.web;

import java.util.List;
import org.throughline.notices.Mailing;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Typed;

/// A letter to all members that is being written.
///
/// @param version the version that the form was opened with
/// @param stale whether somebody else has changed the letter since then
public record MailingDraftPage(
        Mailing mailing, int version, Typed typed, List<LanguagePart> languages, boolean stale, FormErrors errors) {

    /// One language of the letter.
    ///
    /// @param open whether it is unfolded: the reader's own, those with mistakes, and those with words
    public record LanguagePart(String code, String name, boolean missing, boolean open) {}
}
