package org.throughline.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A moment typed as a date and a time of day in Geneva, where the clock skips an hour in spring and shows one
/// twice in autumn.
///
/// @param instant absent when there is a problem
public record GenevaTime(@Nullable Instant instant, Problem problem) {

    /// Why what was typed is not a moment.
    public enum Problem {
        NONE,
        WRONG,
        /// The clocks jump over this hour.
        SKIPPED
    }

    private static final GenevaTime NOT_A_TIME = new GenevaTime(null, Problem.WRONG);

    /// Reads a date such as 2025-03-14 and a time such as 23:59. Where the clock shows a time twice, the later
    /// moment counts: nobody loses the hour that was promised.
    ///
    /// @param before what stood there; kept to the second when it reads the same, because a form shows minutes
    public static GenevaTime read(String date, String time, @Nullable Instant before) {
        if (before != null && date.strip().equals(date(before)) && time.strip().equals(time(before)))
            return new GenevaTime(before, Problem.NONE);
        try {
            var local = LocalDateTime.of(LocalDate.parse(date.strip()), LocalTime.parse(time.strip()));
            if (local.getYear() < 1990 || local.getYear() > 2200) return NOT_A_TIME;
            List<ZoneOffset> offsets = Moments.GENEVA.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) return new GenevaTime(null, Problem.SKIPPED);
            return new GenevaTime(local.toInstant(offsets.getLast()), Problem.NONE);
        } catch (DateTimeException e) {
            return NOT_A_TIME;
        }
    }

    /// The date as a form shows it.
    public static String date(Instant instant) {
        return instant.atZone(Moments.GENEVA).toLocalDate().toString();
    }

    /// The time of day as a form shows it.
    public static String time(Instant instant) {
        return instant.atZone(Moments.GENEVA)
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
