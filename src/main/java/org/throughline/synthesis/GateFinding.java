package org.throughline.synthesis;

import org.jspecify.annotations.Nullable;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.Draft.Sentence;

/// One reason why a summary may not be published yet, at one sentence.
///
/// @param line the sentence's number in the summary, from 1
/// @param passage the passage that is at fault; absent when none is
/// @param claim what disagrees with the count; absent when nothing does
public record GateFinding(
        Sentence sentence,
        int line,
        Reason reason,
        @Nullable Passage passage,
        @Nullable Claim claim) {

    /// The kinds of reasons.
    public enum Reason {
        NO_PASSAGE,
        PASSAGE_CHANGED,
        INPUT_NOT_PUBLIC,
        NOT_QUOTABLE,
        OUTSIDE_BASE,
        QUANTITY_DISAGREES,
        SHARE_DISAGREES,
        NUMBER_DISAGREES,
        SAYS_NOBODY,
        MIXED_LETTERS
    }
}
