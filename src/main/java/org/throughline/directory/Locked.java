package org.throughline.directory;

import org.throughline.platform.Refusal;

/// The account was locked by an operator. Said only to somebody who has just shown that the address is theirs.
public final class Locked extends Refusal {

    Locked() {
        super("account-locked", 403, "directory.refusal.locked");
    }
}
