package org.throughline.letters.web;

import java.util.List;
import org.throughline.letters.CircularReplies.Visit;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Typed;

/// A letter as one addressee sees it, and what they can say to it.
///
/// @param address of this page, which is secret
/// @param who the addressee
/// @param rule empty for letters that decide nothing
/// @param replied what was said so far; empty when nothing was
/// @param callOpen whether the call can be answered now
public record ReplyPage(
        Visit visit,
        LetterView view,
        String address,
        String who,
        List<String> rule,
        boolean late,
        String replied,
        boolean callOpen,
        List<LetterPage.AnnexLine> annexes,
        List<LetterPage.NoteLine> notes,
        List<Option> choices,
        Typed typed,
        FormErrors errors) {

    public List<Option> languages(Frame frame) {
        return LetterForm.languages(typed.of("language").isEmpty() ? frame.language() : typed.of("language"));
    }
}
