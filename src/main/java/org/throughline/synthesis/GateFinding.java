package org.throughline.synthesis;

import java.util.List;

/// One reason why a summary may not be published yet, at one sentence.
///
/// @param line the sentence's number in the summary, from 1
/// @param messageKey the reason and what to do, a key of this module's messages
public record GateFinding(SentenceId sentence, int line, String text, Reason reason, String messageKey, List<Object> arguments) {

    /// The kinds of reasons.
    public enum Reason {
        NO_PASSAGE,
        PASSAGE_CHANGED,
        INPUT_NOT_PUBLIC,
        NOT_QUOTABLE,
        QUANTITY_DISAGREES
    }
}
