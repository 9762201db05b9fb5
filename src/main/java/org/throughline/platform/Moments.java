package org.throughline.platform;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;

/// Dates, times and numbers written out as readers of a language expect them. A time always carries its zone.
public final class Moments {

    public static final ZoneId GENEVA = ZoneId.of("Europe/Zurich");

    private final ULocale locale;

    private Moments(ULocale locale) {
        this.locale = locale;
    }

    public static Moments in(String language) {
        return new Moments(new ULocale(switch (language) {
            case "ar" -> "ar-u-nu-latn-ca-gregory";
            // International English: the day before the month, as UN documents write dates.
            case "en" -> "en-001";
            default -> language;
        }));
    }

    /// "14 March 2025 at 23:59", in the zone given; the caller names the zone beside it.
    public String dateTime(Instant instant, ZoneId zone) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMMdHHmm", locale);
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }

    public String date(Instant instant, ZoneId zone) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMMd", locale);
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }

    public String date(LocalDate date) {
        return date(date.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// A share between 0 and 1 as a percentage without decimals.
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(0);
        return format.format(share);
    }
}
