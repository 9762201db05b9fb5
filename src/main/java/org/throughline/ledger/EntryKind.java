package org.throughline.ledger;

/// The acts that are put on record. A new one is added here and given a name in the messages; the words never
/// change, because they are part of the leaves.
public enum EntryKind {
    RECEIPT("receipt"),
    PUBLICATION("publication"),
    WITHDRAWAL("withdrawal"),
    OPENING("opening"),
    EXTENSION("extension"),
    CLOSING("closing"),
    EDITION("edition"),
    CONSENT("consent"),
    DUMP("dump");

    private final String word;

    EntryKind(String word) {
        this.word = word;
    }

    /// The word in the leaf.
    public String word() {
        return word;
    }
}
