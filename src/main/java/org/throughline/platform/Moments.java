package org.throughline.platform;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Dates, times and numbers written out as readers of a language expect them. A time always carries its zone.
public final class Moments {

    public static final ZoneId GENEVA = ZoneId.of("Europe/Zurich");

    // Making a format costs a hundred times what using one costs: one of each is made. Those of dates are not made
    // for two threads at once and are locked while they are used; those of numbers are.
    private static final Map<String, Moments> MADE = new ConcurrentHashMap<>();

    private final DateFormat dateTime;
    private final DateFormat date;
    private final DateFormat month;
    private final DateFormat quarter;
    private final LocalizedNumberFormatter number;
    private final LocalizedNumberFormatter percent;

    private Moments(ULocale locale) {
        dateTime = format("yMMMMdHHmm", locale);
        date = format("yMMMMd", locale);
        month = format("yMMMM", locale);
        quarter = format("yQQQQ", locale);
        number = NumberFormatter.withLocale(locale).precision(Precision.integer());
        percent = number.unit(NoUnit.PERCENT).scale(Scale.powerOfTen(2));
    }

    // The Russian word for year is not cut short: its full stop would stand before that of the sentence.
    private static DateFormat format(String skeleton, ULocale locale) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale);
        if (format instanceof SimpleDateFormat written)
            written.applyPattern(written.toPattern().replace("'г'.", "'года'").replace("г.", "'года'"));
        return format;
    }

    public static Moments in(String language) {
        return MADE.computeIfAbsent(language, Moments::make);
    }

    private static Moments make(String language) {
        return new Moments(new ULocale(
                switch (language) {
                    case "ar" -> "ar-u-nu-latn-ca-gregory";
                    // International English: the day before the month, as UN documents write dates.
                    case "en" -> "en-001";
                    default -> language;
                }));
    }

    /// "14 March 2025 at 23:59", in the zone given; the caller names the zone beside it.
    public String dateTime(Instant instant, ZoneId zone) {
        return format(dateTime, instant, zone);
    }

    public String date(Instant instant, ZoneId zone) {
        return format(date, instant, zone);
    }

    private static String format(DateFormat format, Instant instant, ZoneId zone) {
        synchronized (format) {
            format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
            return format.format(Date.from(instant));
        }
    }

    public String date(LocalDate date) {
        return date(date.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /// "March 2025".
    public String month(YearMonth month) {
        return format(this.month, month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /// A date as exactly as it is known ([PlannedDate]): "2025", "3rd quarter 2025", "March 2025", "14 March 2025".
    /// What is no such date is given back as it is.
    public String partial(String date) {
        LocalDate day = PlannedDate.first(date).orElse(null);
        if (day == null) return date;
        return switch (PlannedDate.precision(date)) {
            case YEAR -> date;
            case QUARTER -> format(quarter, day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
            case MONTH -> month(YearMonth.from(day));
            case DAY -> date(day);
        };
    }

    public String number(long number) {
        // The same in all six languages, and most numbers of a page are small.
        if (number >= 0 && number < 1_000) return Long.toString(number);
        return this.number.format(number).toString();
    }

    /// A share between 0 and 1 as a percentage without decimals.
    public String percent(double share) {
        return percent.format(share).toString();
    }
}
