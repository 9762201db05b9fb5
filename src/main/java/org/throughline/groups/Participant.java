package org.throughline.groups;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Somebody who registered for a meeting, as they and the secretariat see it.
///
/// @param reason why it was declined; empty unless it was
public record Participant(
        UUID id,
        UUID meeting,
        Registration registration,
        Status status,
        String reason,
        Instant registeredAt,
        int version) {

    public enum Status {
        WAITING,
        ACCEPTED,
        DECLINED,
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
