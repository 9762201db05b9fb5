package org.throughline.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the outbox stands.
///
/// @param waiting messages not sent yet
/// @param failed messages given up
/// @param oldest since when the oldest waiting message waits
public record OutboxState(
        long waiting, long failed, @Nullable Instant oldest) {}
