package org.throughline.mandates;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.throughline.platform.PlannedDate;

/// When a task is due: once, or again and again. Refuses what is no date, a rhythm that the date is not exact
/// enough for, and an end of what does not come again.
///
/// @param first a [PlannedDate]; empty where no date is known
/// @param every how long after one time the next is, in months or years (`P6M`, `P2Y`); empty for what is due once
/// @param until the last date on which it can be due; empty where no end is known
public record Due(String first, String every, String until) {

    public static final Due UNKNOWN = new Due("", "", "");

    private static final Pattern EVERY = Pattern.compile("P[1-9]\\d{0,2}[MY]");

    public Due {
        if (!first.isEmpty() && !PlannedDate.isOne(first)) throw new IllegalArgumentException("Not a date: " + first);
        if (!every.isEmpty() && !isRhythm(first, every)) throw new IllegalArgumentException("Not a rhythm: " + every);
        if (!until.isEmpty() && !isEnd(first, every, until)) throw new IllegalArgumentException("Not an end: " + until);
    }

    /// Due once, or never as far as is known.
    public static Due once(String date) {
        return new Due(date, "", "");
    }

    /// Whether something that is first due on this date, or on one that is not known, can come again after this
    /// time.
    public static boolean isRhythm(String first, String every) {
        return EVERY.matcher(every).matches()
                && (first.isEmpty()
                        || PlannedDate.precision(first)
                                .steps((int) Period.parse(every).toTotalMonths()));
    }

    /// Whether something that comes again can be due for the last time on this date.
    public static boolean isEnd(String first, String every, String until) {
        return !every.isEmpty()
                && PlannedDate.isOne(until)
                && (first.isEmpty() || !last(until).isBefore(last(first)));
    }

    public boolean isKnown() {
        return !first.isEmpty();
    }

    /// Whether it is due more than once.
    public boolean isAgain() {
        return !every.isEmpty();
    }

    /// Whether it is known when it is due more than once.
    public boolean hasTimes() {
        return isKnown() && isAgain();
    }

    /// Of what comes again.
    public Period period() {
        return Period.parse(every);
    }

    /// Every time at which it was due by a day, and the next one, as exactly as the first is known; none where no
    /// date is known. Whatever the day, the first is among them.
    public List<String> times(LocalDate today) {
        if (!isKnown()) return List.of();
        List<String> times = new ArrayList<>(List.of(first));
        while (isAgain() && last(times.getLast()).isBefore(today)) {
            String next = PlannedDate.plusMonths(first, times.size() * (int) period().toTotalMonths());
            if (!PlannedDate.isOne(next) || (!until.isEmpty() && last(next).isAfter(last(until)))) break;
            times.add(next);
        }
        return times;
    }

    /// When it is due next; nothing where no date is known, and when the last one is past.
    public Optional<String> next(LocalDate today) {
        List<String> times = times(today);
        return times.isEmpty() || isPast(times.getLast(), today) ? Optional.empty() : Optional.of(times.getLast());
    }

    /// Whether the last day that a date can mean is over.
    static boolean isPast(String date, LocalDate today) {
        return last(date).isBefore(today);
    }

    private static LocalDate last(String date) {
        return PlannedDate.last(date).orElseThrow(() -> new IllegalArgumentException("Not a date: " + date));
    }
}
