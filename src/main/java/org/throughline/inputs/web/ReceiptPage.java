package org.throughline.inputs.web;

import java.util.List;
import org.throughline.calls.Call;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.OwnInput.OwnEndorser;
import org.throughline.ledger.Receipt;

/// The receipt of an input, for its owner.
public record ReceiptPage(
        Call call, InputRecord input, Receipt receipt, java.time.Instant at, List<OwnEndorser> asked) {}
