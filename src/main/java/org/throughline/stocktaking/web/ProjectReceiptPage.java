package org.throughline.stocktaking.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughline.ledger.Receipt;
import org.throughline.stocktaking.ProjectRecord;

/// The receipt of the newest state of an entry.
///
/// @param recorded when it was put on record, where that was later than it was received
public record ProjectReceiptPage(
        ProjectRecord entry,
        Receipt receipt,
        Instant at,
        @Nullable Instant recorded) {}
