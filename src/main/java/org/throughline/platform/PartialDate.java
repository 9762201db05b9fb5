package org.throughline.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/// A date as exactly as people know it: a year, a month or a day (`2024`, `2024-05`, `2024-05-31`).
public final class PartialDate {

    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private PartialDate() {}

    public static boolean isOne(String text) {
        return first(text).isPresent();
    }

    /// The first day it can mean; nothing for what is no such date.
    public static Optional<LocalDate> first(String text) {
        if (!FORM.matcher(text).matches()) return Optional.empty();
        try {
            LocalDate day = LocalDate.parse(text + "-01-01".substring((text.length() - 4)));
            return Optional.of(day).filter(date -> date.getYear() >= EARLIEST && date.getYear() <= LATEST);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The last day it can mean; nothing for what is no such date.
    public static Optional<LocalDate> last(String text) {
        return first(text).map(day -> switch (text.length()) {
            case 4 -> day.withDayOfYear(day.lengthOfYear());
            case 7 -> YearMonth.from(day).atEndOfMonth();
            default -> day;
        });
    }
}
