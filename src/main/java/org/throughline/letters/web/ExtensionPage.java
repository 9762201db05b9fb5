package org.throughline.letters.web;

import java.util.List;
import org.throughline.letters.CircularLetter;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Typed;

/// Where the deadline of a decision is moved.
///
/// @param closed whether it has passed, so that it can be moved no more
/// @param stale whether somebody else changed the letter meanwhile
public record ExtensionPage(
        CircularLetter letter,
        boolean closed,
        boolean stale,
        Typed typed,
        FormErrors errors,
        List<LanguagePart> languages) {}
