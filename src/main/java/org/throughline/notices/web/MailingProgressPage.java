package org.throughline.notices.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.notices.Mailings;

/// How far a letter to all members is.
///
/// @param doubtOpen whether somebody has to decide about those in doubt
/// @param end when it will be over at this rate; absent when it does not go on
public record MailingProgressPage(
        Mailings.Progress progress, @Nullable Instant end, boolean doubtOpen, List<ActLine> acts) {

    /// Something that was done with the letter.
    public record ActLine(String what, String when, String by) {}

    public int leftOut(String reason) {
        return progress.leftOut().getOrDefault(reason, 0);
    }
}
