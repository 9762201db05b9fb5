package org.throughline.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One receipt's content as it goes into a [CallArchive]: which entry of the log it belongs to, in what state it
/// is ("published", "withheld", "withdrawn", "replaced"), when it was received, what opens the commitment, and what
/// the pages show of it now. Without `opened` the content stays out of the archive, only its place is shown.
///
/// @param receivedAt when this receipt's content came in, as it is kept
/// @param shownAt when the input came in, as the pages say; null for a receipt that a later one replaced
/// @param shown members of the content (answers, language, respondent, consent) as they are shown, which may be
/// elsewhere than the content is kept; null without `opened`
/// @param consent what its owner allowed later; null for a receipt that a later one replaced, and without `opened`
public record ArchivedInput(
        EntryId entry,
        String state,
        Instant receivedAt,
        @Nullable Instant shownAt,
        Receipt.@Nullable Opened opened,
        @Nullable JsonNode shown,
        @Nullable ArchivedConsent consent) {}
