package org.throughline.stocktaking.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughline.tables.JobState;
import org.throughline.tables.Reason;

/// One import of projects that the server does, or did; or the taking back of one.
///
/// @param collection by its address
/// @param undoes the import that this one takes back; absent for imports
/// @param dryRun whether it only looked
/// @param publish whether what it takes in is public at once
/// @param consentBasis on what the consent rests, in words
/// @param done rows that are dealt with, of `rows`; 0 of 0 while the rows are being counted
/// @param taken projects that came with it; when it takes back, those that went
/// @param changed projects that were there and say something else now; when it takes back, those that say again what
/// they
///     said before
/// @param already projects that were there and say the same
/// @param refused rows that are not taken in; when it takes back, projects that stay
/// @param encodingGuessed whether the letters do not clearly speak for `encoding`, so that somebody should look
/// @param mapping as JSON; empty when the columns speak for themselves
/// @param preview how the file is understood; absent until it was read
/// @param reason why it failed; absent when it did not
/// @param fileIsKept whether the file is still here, so that it can be imported without being sent again
/// @param effects how many projects it changed that were not taken back
public record ProjectImport(
        UUID id,
        String collection,
        @Nullable UUID undoes,
        String file,
        boolean dryRun,
        boolean publish,
        String consentBasis,
        JobState state,
        long rows,
        long done,
        long taken,
        long changed,
        long already,
        long refused,
        long repaired,
        long unclear,
        String encoding,
        boolean encodingGuessed,
        String mapping,
        @Nullable ProjectPreview preview,
        @Nullable Reason reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean fileIsKept,
        long effects) {

    public boolean isRunning() {
        return state == JobState.RUNNING;
    }

    /// Whether it takes another import back.
    public boolean isUndo() {
        return undoes != null;
    }

    /// Whether it makes sense to take in what is missing from the kept file.
    public boolean canBegin() {
        if (!fileIsKept || isRunning() || isUndo()) return false;
        return dryRun ? state == JobState.DONE && taken + changed > 0 : state != JobState.DONE;
    }

    /// Whether there is something that can be taken back.
    public boolean canUndo() {
        return !isRunning() && !isUndo() && effects > 0;
    }
}
