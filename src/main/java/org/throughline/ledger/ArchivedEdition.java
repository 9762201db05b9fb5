package org.throughline.ledger;

/// A published edition of a summary as it goes into a [CallArchive]: which entry of the log it belongs to, and the
/// canonical JSON whose hash that entry has. Editions are public, so nothing covers the hash.
public record ArchivedEdition(EntryId entry, byte[] canonicalContent) {}
