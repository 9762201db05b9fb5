package org.throughline.ledger;

/// That a leaf stands in the signed log, in the same members as a [Receipt] has; for documents other than receipts.
public record LeafProof(
        String leaf, long leafIndex, String origin, String publicKey, Receipt.Inclusion inclusion, String checkpoint) {}
