package org.throughline.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Makes identifiers for rows: UUID version 7 (RFC 9562), so that rows made later sort later and indexes stay
/// compact.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /// A fresh identifier: 48 bits of milliseconds, 12 bits that count within the millisecond (RFC 9562, 6.2,
    /// method 1), so that what one process makes is in order, and 62 random bits.
    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        return at(LAST.accumulateAndGet(now, (last, time) -> Math.max(last + 1, time)));
    }

    /// When an identifier of [#next] was made; nothing for one that was made otherwise.
    public static Optional<Instant> madeAt(UUID id) {
        return id.version() == 7
                ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                : Optional.empty();
    }

    private static UUID at(long millisAndCount) {
        long high = (millisAndCount >>> 12 << 16) | 0x7000L | (millisAndCount & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
