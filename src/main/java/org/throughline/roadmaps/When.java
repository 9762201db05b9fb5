package org.throughline.roadmaps;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.platform.PartialDate;

/// When something is, as exactly as it is known: to the day, the month, the quarter (`2026-Q3`) or the year. Refuses
/// what
/// is no date, and a period that ends before it begins.
///
/// @param ends empty for what is within the first
/// @param otherwise another beginning that a source gives; empty where sources agree
public record When(String starts, String ends, String otherwise) {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    /// How exactly a date is known.
    public enum Precision {
        YEAR,
        QUARTER,
        MONTH,
        DAY
    }

    public When {
        if (!isOne(starts)) throw new IllegalArgumentException("Not a date: " + starts);
        if (!ends.isEmpty() && !isOne(ends)) throw new IllegalArgumentException("Not a date: " + ends);
        if (!ends.isEmpty() && last(ends).isBefore(first(starts)))
            throw new IllegalArgumentException("Ends before it begins: " + starts + ", " + ends);
        if (!otherwise.isEmpty() && !isOne(otherwise)) throw new IllegalArgumentException("Not a date: " + otherwise);
    }

    public static boolean isOne(String text) {
        return PartialDate.isOne(text) || quarter(text).isPresent();
    }

    /// Whether these are a beginning and an end, the end possibly empty.
    public static boolean isPeriod(String starts, String ends) {
        return isOne(starts) && (ends.isEmpty() || (isOne(ends) && !last(ends).isBefore(first(starts))));
    }

    public LocalDate firstDay() {
        return first(starts);
    }

    /// The last day it can mean, leaving the other date aside.
    public LocalDate lastDay() {
        return last(ends.isEmpty() ? starts : ends);
    }

    /// Known to the day, beginning and end.
    public boolean isExact() {
        return precision(starts) == Precision.DAY && (ends.isEmpty() || precision(ends) == Precision.DAY);
    }

    public boolean touches(int year) {
        return firstDay().getYear() <= year && lastDay().getYear() >= year;
    }

    public static Precision precision(String date) {
        if (QUARTER.matcher(date).matches()) return Precision.QUARTER;
        return switch (date.length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            default -> Precision.DAY;
        };
    }

    public static LocalDate first(String date) {
        return PartialDate.first(date)
                .or(() -> quarter(date).map(month -> month.atDay(1)))
                .orElseThrow(() -> new IllegalArgumentException("Not a date: " + date));
    }

    public static LocalDate last(String date) {
        return PartialDate.last(date)
                .or(() -> quarter(date).map(month -> month.plusMonths(2).atEndOfMonth()))
                .orElseThrow(() -> new IllegalArgumentException("Not a date: " + date));
    }

    /// The first month of a quarter.
    private static Optional<YearMonth> quarter(String text) {
        Matcher matcher = QUARTER.matcher(text);
        if (!matcher.matches() || !PartialDate.isOne(matcher.group(1))) return Optional.empty();
        return Optional.of(
                YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)) * 3 - 2));
    }
}
