package org.throughline.ledger;

import java.util.UUID;

/// Names an entry of the log, from the moment it is written and before it has its place.
public record EntryId(UUID value) {}
