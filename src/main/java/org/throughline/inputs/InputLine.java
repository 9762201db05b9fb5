package org.throughline.inputs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A published input in a list.
///
/// @param family how many published inputs are in its campaign, itself included; 0 when it is in none
/// @param opening the first words of its first text, in its own language
public record InputLine(
        UUID id,
        int number,
        String language,
        String behalf,
        String name,
        String stakeholderType,
        @Nullable String country,
        String region,
        Instant receivedAt,
        int endorsers,
        int family,
        String opening) {}
