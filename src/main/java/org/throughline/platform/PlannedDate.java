package org.throughline.platform;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date as exactly as a plan gives it: a day, a month, a quarter (`2026-Q3`) or a year. The same as
/// [PartialDate], with quarters.
public final class PlannedDate {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    /// How exactly a date is known.
    public enum Precision {
        YEAR(12),
        QUARTER(3),
        MONTH(1),
        DAY(1);

        private final int months;

        Precision(int months) {
            this.months = months;
        }

        /// Whether a date as exact as this one is as exact so many months later.
        public boolean steps(int months) {
            return months % this.months == 0;
        }
    }

    private PlannedDate() {}

    public static boolean isOne(String text) {
        return first(text).isPresent();
    }

    /// Of what is such a date.
    public static Precision precision(String date) {
        if (QUARTER.matcher(date).matches()) return Precision.QUARTER;
        return switch (date.length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            default -> Precision.DAY;
        };
    }

    /// The first day it can mean; nothing for what is no such date.
    public static Optional<LocalDate> first(String text) {
        return PartialDate.first(text).or(() -> quarter(text).map(month -> month.atDay(1)));
    }

    /// The last day it can mean; nothing for what is no such date.
    public static Optional<LocalDate> last(String text) {
        return PartialDate.last(text)
                .or(() -> quarter(text).map(month -> month.plusMonths(2).atEndOfMonth()));
    }

    /// The same so many months later, as exactly as before: of a month that is too short the last day. Refuses a
    /// step that this date is not exact enough for.
    public static String plusMonths(String date, int months) {
        LocalDate day = first(date).orElseThrow(() -> new IllegalArgumentException("Not a date: " + date));
        Precision precision = precision(date);
        if (!precision.steps(months)) throw new IllegalArgumentException(months + " months after " + date);
        LocalDate then = day.plusMonths(months);
        return switch (precision) {
            case YEAR -> String.valueOf(then.getYear());
            case QUARTER -> then.getYear() + "-Q" + (then.getMonthValue() + 2) / 3;
            case MONTH -> YearMonth.from(then).toString();
            case DAY -> then.toString();
        };
    }

    /// The first month of a quarter.
    private static Optional<YearMonth> quarter(String text) {
        Matcher matcher = QUARTER.matcher(text);
        if (!matcher.matches() || !PartialDate.isOne(matcher.group(1))) return Optional.empty();
        return Optional.of(
                YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)) * 3 - 2));
    }
}
