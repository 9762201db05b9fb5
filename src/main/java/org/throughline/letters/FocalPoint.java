package org.throughline.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one person who speaks for an addressee, from one day to another. Never public.
///
/// @param until the day on which somebody else took over; absent for the one who speaks now
/// @param declinedAt when somebody at this address said that they do not
public record FocalPoint(
        UUID id,
        String name,
        String email,
        String language,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable Instant declinedAt) {

    /// Whom mail can be sent to.
    public boolean isReachable() {
        return until == null && declinedAt == null;
    }

    /// Without the person.
    @Override
    public String toString() {
        return "FocalPoint[" + id + "]";
    }
}
