package org.throughline.letters.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.LetterAnnexes;
import org.throughline.letters.LetterAnnexes.Annex;
import org.throughline.platform.web.Frame;

/// A public letter.
///
/// @param rule empty for letters that decide nothing
/// @param result empty before the deadline
/// @param replies who replied what, where the letter said that it would be public
public record LetterPage(
        CircularLetter letter,
        LetterView view,
        String kind,
        @Nullable FiguresView figures,
        List<String> rule,
        boolean closed,
        String result,
        String why,
        boolean votesShown,
        List<ReplyLine> replies,
        List<AnnexLine> annexes,
        List<NoteLine> notes) {

    /// @param language that of the statement
    public record ReplyLine(String who, String choice, String statement, String language, String when, boolean late) {}

    /// @param id of the annex, for the secretariat
    public record AnnexLine(UUID id, String path, String title, String about) {

        static AnnexLine of(Frame frame, Annex annex, String path, LetterAnnexes annexes) {
            String about = annexes.file(annex)
                    .map(file -> frame.t(
                            "letters.annexes.about", file.type().name(), frame.number(Math.max(1, file.size() >> 10))))
                    .orElse("");
            return new AnnexLine(annex.id(), path, annex.title(), about);
        }
    }

    public record NoteLine(String path, String title, String date) {}
}
