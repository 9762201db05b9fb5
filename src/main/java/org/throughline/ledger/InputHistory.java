package org.throughline.ledger;

import java.time.Instant;
import java.util.Set;

/// What the log says of one input, leaf by leaf in their order: which of its receipts is in force, and whether it is
/// published. An end of a publication and a withdrawal by the owner are the same kind of leaf; they can be told apart
/// only where there was no publication to end.
final class InputHistory {

    static final String PUBLISHED = "published";
    static final String WITHDRAWN = "withdrawn";
    static final String REPLACED = "replaced";

    private static final Set<String> STANDING = Set.of("received", "withheld", "duplicate");
    private static final Set<String> ENDED = Set.of("received", "withheld", "duplicate", WITHDRAWN);

    private long newest = -1;
    private Instant firstReceived = Instant.MAX;
    private long consent = -1;
    private boolean published;
    private boolean ended;
    private boolean withdrawn;

    void add(long index, Leaf leaf) {
        if (leaf.kind().equals(EntryKind.RECEIPT.word())) {
            newest = index;
            consent = -1;
            if (firstReceived.equals(Instant.MAX)) firstReceived = leaf.at();
            ended = false;
        } else if (leaf.kind().equals(EntryKind.PUBLICATION.word())) {
            published = true;
            ended = false;
        } else if (leaf.kind().equals(EntryKind.WITHDRAWAL.word())) {
            withdrawn |= !published;
            published = false;
            ended = true;
        } else if (leaf.kind().equals(EntryKind.CONSENT.word())) {
            consent = index;
        }
    }

    /// The states that the input can have been in at the end, as the receipt at this place shows it.
    Set<String> states(long receipt) {
        if (receipt != newest) return Set.of(REPLACED);
        if (published) return Set.of(PUBLISHED);
        if (withdrawn) return Set.of(WITHDRAWN);
        return ended ? ENDED : STANDING;
    }

    /// When the input came in for the first time, which is the date that pages give.
    Instant firstReceived() {
        return firstReceived;
    }

    /// The place of the newest consent since the newest receipt; -1 where that still holds as it was given then.
    long consent() {
        return consent;
    }

    /// Whether no later receipt replaced the one at this place.
    boolean isNewest(long receipt) {
        return receipt == newest;
    }

    /// Whether the receipt at this place is of what everybody can read.
    boolean isPublished(long receipt) {
        return published && receipt == newest;
    }
}
