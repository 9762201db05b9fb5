package org.throughline.ledger;

import org.jspecify.annotations.Nullable;

/// One receipt's content as it goes into a [CallArchive]: which entry of the log it belongs to, in what state it is
/// ("published", "unpublished", "withdrawn", "replaced": for people, not checked), and what opens the commitment.
/// Without `opened` the content stays out of the archive and only its place in the log is shown.
public record ArchivedInput(EntryId entry, String state, Receipt.@Nullable Opened opened) {}
