package org.throughline.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a subscriber follows.
///
/// @param confirmedAt absent while an address without an account has not said yes
/// @param toldUntil up to when its changes were told
/// @param nextAt when the next digest is due
public record Follow(
        UUID id,
        UUID subscriber,
        Target target,
        Rhythm rhythm,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant pausedAt,
        Instant toldUntil,
        Instant nextAt) {

    /// How many things one subscriber may follow.
    public static final int MOST = 200;
}
