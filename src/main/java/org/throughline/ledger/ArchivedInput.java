package org.throughline.ledger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One receipt's content as it goes into a [CallArchive]: which entry of the log it belongs to, in what state it is
/// ("published", "withheld", "withdrawn", "replaced"), what opens the commitment, and what the pages show of it now.
/// Without `opened` the content stays out of the archive and only its place in the log is shown.
///
/// @param shown members of the content (answers, language, respondent) as they are shown, which may be elsewhere than
/// the content is kept; null without `opened`
public record ArchivedInput(EntryId entry, String state, Receipt.@Nullable Opened opened, @Nullable JsonNode shown) {}
