package org.throughline.roadmaps;

import java.time.LocalDate;
import org.throughline.platform.PlannedDate;
import org.throughline.platform.PlannedDate.Precision;

/// When something is, as exactly as it is known ([PlannedDate]). Refuses what is no date, and a period that ends
/// before it begins.
///
/// @param ends empty for what is within the first
/// @param otherwise another beginning that a source gives; empty where sources agree
public record When(String starts, String ends, String otherwise) {

    public When {
        if (!PlannedDate.isOne(starts)) throw new IllegalArgumentException("Not a date: " + starts);
        if (!ends.isEmpty() && !PlannedDate.isOne(ends)) throw new IllegalArgumentException("Not a date: " + ends);
        if (!ends.isEmpty() && last(ends).isBefore(first(starts)))
            throw new IllegalArgumentException("Ends before it begins: " + starts + ", " + ends);
        if (!otherwise.isEmpty() && !PlannedDate.isOne(otherwise))
            throw new IllegalArgumentException("Not a date: " + otherwise);
    }

    /// Whether these are a beginning and an end, the end possibly empty.
    public static boolean isPeriod(String starts, String ends) {
        return PlannedDate.isOne(starts)
                && (ends.isEmpty() || (PlannedDate.isOne(ends) && !last(ends).isBefore(first(starts))));
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
        return PlannedDate.precision(starts) == Precision.DAY
                && (ends.isEmpty() || PlannedDate.precision(ends) == Precision.DAY);
    }

    public boolean touches(int year) {
        return firstDay().getYear() <= year && lastDay().getYear() >= year;
    }

    private static LocalDate first(String date) {
        return PlannedDate.first(date).orElseThrow(() -> new IllegalArgumentException("Not a date: " + date));
    }

    private static LocalDate last(String date) {
        return PlannedDate.last(date).orElseThrow(() -> new IllegalArgumentException("Not a date: " + date));
    }
}
