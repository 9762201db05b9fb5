package org.throughline.inputs;

import java.time.Instant;
import org.throughline.ledger.EntryId;

/// An input that is durably stored, with its place in the ledger: what a receipt is made of.
///
/// @param again true when this very request had been answered before and nothing new was stored
public record Received(
        InputId id,
        String call,
        int number,
        int revision,
        Instant at,
        byte[] hash,
        EntryId entry,
        long leafIndex,
        boolean again) {

    /// The public address of the input, without the leading slash, which is also its subject in the ledger.
    public String subject() {
        return subject(call, number);
    }

    static String subject(String call, int number) {
        return "calls/" + call + "/inputs/" + number;
    }
}
