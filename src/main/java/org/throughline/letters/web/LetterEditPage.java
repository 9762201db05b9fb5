package org.throughline.letters.web;

import java.util.List;
import org.throughline.letters.CircularLetter;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.LanguagePart;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// The form of a letter.
///
/// @param version the version it was filled from
/// @param stale whether somebody else changed it meanwhile
public record LetterEditPage(
        CircularLetter letter,
        int version,
        boolean stale,
        Typed typed,
        FormErrors errors,
        List<LanguagePart> languages,
        List<Option> originals,
        List<Option> classes,
        List<Option> rules,
        List<Option> calls,
        List<Option> replies,
        List<Option> open) {}
