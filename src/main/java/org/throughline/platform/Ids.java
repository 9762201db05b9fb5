package org.throughline.platform;

import java.security.SecureRandom;
import java.util.UUID;

/// Makes identifiers for rows: UUID version 7 (RFC 9562), so that rows made later sort later and indexes stay compact.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /// A fresh identifier whose first 48 bits are the milliseconds of now and whose other bits are random.
    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    static UUID at(long epochMillis) {
        long high = (epochMillis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
