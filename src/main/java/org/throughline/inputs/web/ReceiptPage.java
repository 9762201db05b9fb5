package org.throughline.inputs.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.calls.Call;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.OwnInput.OwnEndorser;
import org.throughline.ledger.Receipt;

/// The receipt of an input, for its owner and for the secretariat.
///
/// @param owner whether its owner reads the page
/// @param recorded when it was put on record, where that was later than it was received
public record ReceiptPage(
        Call call,
        InputRecord input,
        Receipt receipt,
        Instant at,
        @Nullable Instant recorded,
        List<OwnEndorser> asked,
        boolean owner) {}
