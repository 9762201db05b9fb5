package org.throughline.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who follows something: a person with an account, or an address alone.
///
/// @param stoppedAt when they stopped everything at once
public record Subscriber(
        UUID id,
        @Nullable UUID person,
        @Nullable String address,
        String language,
        @Nullable Instant stoppedAt) {}
