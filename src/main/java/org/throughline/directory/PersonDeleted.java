package org.throughline.directory;

/// A person has deleted the account. Published in the same transaction, so that drafts nobody can reach any more go
/// with it.
public record PersonDeleted(PersonId person) {}
