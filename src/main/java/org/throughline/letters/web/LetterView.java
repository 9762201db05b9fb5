package org.throughline.letters.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.letters.AddresseeClass;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.LetterContent;
import org.throughline.letters.LetterContent.Contact;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Moments;
import org.throughline.platform.web.Frame;

/// A letter as it is read in one language.
///
/// @param reference empty before the dispatch
/// @param placeAndDate the line above the letter
/// @param language of its words
/// @param note says that the reader's own language is not there; empty where it is
/// @param to the classes it is addressed to
public record LetterView(
        String reference,
        String place,
        String placeAndDate,
        String date,
        String subject,
        String body,
        String proposal,
        String language,
        String note,
        List<LocalizedText> to,
        String signatory,
        String function,
        @Nullable Contact contact) {

    static LetterView of(Frame frame, CircularLetter letter, List<AddresseeClass> classes, String wanted) {
        LetterContent content = letter.content();
        String language = content.languageFor(wanted);
        return new LetterView(
                letter.reference() == null ? "" : letter.reference(),
                said(content.place(), language),
                content.placeAndDate(language, letter.dated()),
                letter.dated() == null ? "" : Moments.in(language).date(letter.dated()),
                said(content.subject(), language),
                said(content.body(), language),
                said(content.proposal(), language),
                language,
                language.equals(wanted) ? "" : frame.t("letters.show.original", Languages.endonym(language)),
                classes.stream()
                        .filter(one -> content.classes().contains(one.code()))
                        .map(AddresseeClass::name)
                        .toList(),
                content.signatory().name(),
                said(content.signatory().function(), language),
                content.contact().equals(Contact.NONE) ? null : content.contact());
    }

    private static String said(LocalizedText text, String language) {
        return text.textFor(language);
    }

    public String dir() {
        return Languages.direction(language);
    }
}
