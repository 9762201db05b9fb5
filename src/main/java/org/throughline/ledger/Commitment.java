package org.throughline.ledger;

import java.security.SecureRandom;

/// Binds a leaf to a content without telling the content: SHA-256 over 32 random bytes and the canonical JSON. Who
/// has only the leaf cannot guess the content, not even a short one; who has content and salt can show that nothing
/// was changed.
public final class Commitment {

    public static final int SALT_LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Commitment() {}

    public static byte[] newSalt() {
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /// The commitment to these canonical bytes (see [CanonicalJson]). Refuses a salt of another length, because
    /// salt and content are only told apart by it.
    public static Hash of(byte[] salt, byte[] canonicalBytes) {
        if (salt.length != SALT_LENGTH) throw new IllegalArgumentException("A salt has 32 bytes, not " + salt.length);
        return Hash.sha256(salt, canonicalBytes);
    }
}
