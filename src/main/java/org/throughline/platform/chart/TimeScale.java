package org.throughline.platform.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Days on a line. A year is as wide as what begins in it needs, and several years in which nothing is are a gap: one
/// distant date would otherwise press the busy years together.
final class TimeScale {

    private static final double BASE = 84;
    private static final double EACH = 16;
    private static final double WIDEST = 470;
    private static final double GAP = 30;

    /// @param isGap some years in which nothing is; `year` is the first of them
    record Year(int year, int last, double x, double width, boolean isGap) {}

    private final List<Year> years;
    private final double width;

    private TimeScale(List<Year> years) {
        this.years = List.copyOf(years);
        this.width = years.isEmpty() ? 0 : years.getLast().x() + years.getLast().width();
    }

    static TimeScale of(List<Gantt.Item> items, double narrowest) {
        int first = items.stream().mapToInt(one -> one.from().getYear()).min().orElse(0);
        int last = items.stream().mapToInt(one -> one.to().getYear()).max().orElse(-1);
        List<Year> years = new ArrayList<>();
        double x = 0;
        for (int year = first; year <= last; year++) {
            int next = year;
            while (isEmpty(items, next)) next++;
            if (next - year > 1) {
                years.add(new Year(year, next - 1, x, GAP, true));
                year = next - 1;
            } else {
                int now = year;
                long begin = items.stream()
                        .filter(one -> one.from().getYear() == now)
                        .count();
                years.add(new Year(year, year, x, Math.min(WIDEST, BASE + EACH * begin), false));
            }
            x += years.getLast().width();
        }
        if (x == 0) return new TimeScale(years);
        double stretched = Math.max(1, narrowest / x);
        return new TimeScale(years.stream()
                .map(one -> new Year(one.year(), one.last(), one.x() * stretched, one.width() * stretched, one.isGap()))
                .toList());
    }

    private static boolean isEmpty(List<Gantt.Item> items, int year) {
        return items.stream()
                .noneMatch(one -> one.from().getYear() <= year && one.to().getYear() >= year);
    }

    List<Year> years() {
        return years;
    }

    double width() {
        return width;
    }

    boolean shows(LocalDate day) {
        return years.stream().anyMatch(one -> !one.isGap() && one.year() == day.getYear());
    }

    /// Where a day begins.
    double x(LocalDate day) {
        for (Year one : years) {
            if (day.getYear() < one.year()) return one.x();
            if (day.getYear() > one.last()) continue;
            if (one.isGap()) return one.x() + one.width() / 2;
            int days = java.time.Year.of(one.year()).length();
            return one.x() + one.width() * (day.getDayOfYear() - 1) / days;
        }
        return width;
    }
}
