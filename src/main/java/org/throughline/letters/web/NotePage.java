package org.throughline.letters.web;

import java.util.List;
import org.throughline.letters.CircularLetter;
import org.throughline.letters.ResultNote;

/// A result note.
///
/// @param newer the number of the newest note, where this one was corrected; 0 where it was not
public record NotePage(
        CircularLetter letter,
        LetterView view,
        ResultNote note,
        String title,
        FiguresView figures,
        List<String> rule,
        String result,
        String why,
        List<ReplyLine> replies,
        int newer) {

    public record ReplyLine(String who, String choice, boolean late) {}
}
