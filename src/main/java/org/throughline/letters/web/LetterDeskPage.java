package org.throughline.letters.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.letters.CircularLetter;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.LanguagePart;

/// A letter as the secretariat watches over it.
///
/// @param title the reference and the subject
/// @param lacks what has to be written before it can be dispatched
/// @param recipients how many it would go to now, of each class
/// @param again to how many it can be sent who were not reached
public record LetterDeskPage(
        CircularLetter letter,
        String kind,
        String state,
        List<Missing> lacks,
        List<LettersPage.ClassCount> recipients,
        long without,
        @Nullable FiguresView figures,
        List<String> rule,
        boolean closed,
        String result,
        String why,
        List<RoundLine> rounds,
        List<AddresseeLine> lines,
        long again,
        List<LetterPage.AnnexLine> annexes,
        List<LetterPage.NoteLine> notes,
        List<LanguagePart> languages,
        List<ActLine> acts) {

    /// How many days before the deadline those are written to again who have not answered, as they are typed.
    public String reminders() {
        return letter.content().reminders().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// @param field the id of the control where it is written
    public record Missing(String words, String field) {}

    public record RoundLine(
            String what,
            String when,
            String sent,
            String waiting,
            String leftOut,
            String failed,
            String inDoubt,
            long percent,
            boolean finished) {}

    public record AddresseeLine(
            String path, String who, LocalizedText addresseeClass, String mail, String acknowledged, String answer) {}

    public record ActLine(String what, String when, String by) {}
}
