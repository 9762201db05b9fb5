package org.throughline.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.throughline.ledger.Hash;

/// One hash over all entries of an edition, by their number: SHA-256 over lines of number, version and the entry's
/// own hash in hexadecimal, parted by single spaces and each ended by a line feed. So it can be computed even where
/// some of the entries may no longer be shown.
final class EntriesHash {

    private final MessageDigest digest;

    EntriesHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(long number, int version, Hash hash) {
        digest.update((number + " " + version + " " + hash.hex() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Ends it.
    Hash value() {
        return Hash.of(digest.digest());
    }
}
