package org.throughline.inputs.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.CallId;
import org.throughline.tables.JobState;
import org.throughline.tables.Reason;

/// One import that the server does, or did.
///
/// @param dryRun whether it only looked
/// @param done rows that are dealt with, of `rows`; 0 of 0 while the rows are being counted
/// @param refused inputs that are not taken in
/// @param encodingGuessed whether the letters do not clearly speak for `encoding`, so that somebody should look
/// @param mapping as JSON; empty when the columns speak for themselves
/// @param unclear inputs whose words do not tell their language, and were given `languageIfUnclear`
/// @param preview how the file is understood; absent until it was read
/// @param reason why it failed; absent when it did not, or for a reason that only the log has
/// @param fileIsKept whether the file is still here, so that it can be imported without being sent again
public record ImportJob(
        UUID id,
        CallId call,
        String file,
        boolean dryRun,
        JobState state,
        long rows,
        long done,
        long inputs,
        long already,
        long refused,
        long repaired,
        long unclear,
        String languageIfUnclear,
        String encoding,
        boolean encodingGuessed,
        String mapping,
        @Nullable Preview preview,
        @Nullable Reason reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean fileIsKept) {

    public boolean isRunning() {
        return state == JobState.RUNNING;
    }

    /// Whether it makes sense to take in what is missing from the kept file.
    public boolean canBegin() {
        if (!fileIsKept || isRunning()) return false;
        return dryRun ? state == JobState.DONE && inputs > 0 : state != JobState.DONE;
    }
}
