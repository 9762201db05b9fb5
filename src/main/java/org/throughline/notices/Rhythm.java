package org.throughline.notices;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import org.throughline.platform.Moments;

/// How often somebody wants to hear of what they follow. Digests go out in the early morning of Geneva.
public enum Rhythm {
    DAILY,
    /// On Mondays.
    WEEKLY,
    /// On the first of the month.
    MONTHLY;

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Rhythm> of(String word) {
        for (Rhythm rhythm : values()) if (rhythm.word().equals(word)) return Optional.of(rhythm);
        return Optional.empty();
    }

    /// The next time after a moment.
    Instant after(Instant moment) {
        var now = moment.atZone(Moments.GENEVA);
        LocalDate today = now.toLocalDate();
        LocalDate day = switch (this) {
            case DAILY -> today;
            case WEEKLY -> today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> today.withDayOfMonth(1);
        };
        while (!day.atTime(MORNING).atZone(Moments.GENEVA).isAfter(now))
            day = switch (this) {
                case DAILY -> day.plusDays(1);
                case WEEKLY -> day.plusWeeks(1);
                case MONTHLY -> day.plusMonths(1);
            };
        return day.atTime(MORNING).atZone(Moments.GENEVA).toInstant();
    }
}
