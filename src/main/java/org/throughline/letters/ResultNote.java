package org.throughline.letters;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.letters.MajorityRule.Outcome;
import org.throughline.platform.LocalizedText;

/// What was counted at a letter and what follows from it, as it was on the day it was made. Nothing of it is ever
/// changed: a correction is the next note.
///
/// @param replies who replied what; empty where the letter did not say that this would be public
/// @param outcome absent where nothing was decided
/// @param decision what the secretariat says about it
/// @param correction what was wrong in the note before; empty in the first
public record ResultNote(
        int number,
        LetterFigures figures,
        List<Line> replies,
        @Nullable Outcome outcome,
        LocalizedText decision,
        LocalizedText correction,
        Instant madeAt) {

    /// @param choice the word of a [ReplyChoice]
    public record Line(@Nullable String country, String name, String choice, boolean late) {}
}
