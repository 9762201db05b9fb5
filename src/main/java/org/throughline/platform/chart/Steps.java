package org.throughline.platform.chart;

import java.util.ArrayList;
import java.util.List;

/// Five steps from one to the most there is, each a few times as wide as the one before: counts of countries and of
/// goals differ by hundreds, and equal steps would show one dark shape on an empty ground. The ends are round numbers.
final class Steps {

    private static final int MOST = 5;

    private final List<Long> ends;

    private Steps(List<Long> ends) {
        this.ends = List.copyOf(ends);
    }

    static Steps upTo(long most) {
        var ends = new ArrayList<Long>();
        double ratio = Math.pow(most, 1.0 / MOST);
        for (int step = 1; step <= MOST && most > 0; step++) {
            long last = ends.isEmpty() ? 0 : ends.getLast();
            long end = step == MOST ? most : Math.min(most, Math.max(last + 1, rounded(Math.pow(ratio, step))));
            if (end > last) ends.add(end);
        }
        return new Steps(ends);
    }

    /// To one figure: 3, 10, 40.
    private static long rounded(double value) {
        long scale = 1;
        while (value / scale >= 9.5) scale *= 10;
        return Math.round(value / scale) * scale;
    }

    /// 0 for nothing, else the step from 1 on that holds this value, spread so that the last is the darkest.
    int of(long value) {
        if (value <= 0) return 0;
        int step = 0;
        while (step < ends.size() - 1 && value > ends.get(step)) step++;
        return step + 1;
    }

    List<String> ranges(Numbers numbers) {
        var ranges = new ArrayList<String>();
        long from = 1;
        for (long end : ends) {
            // The mark keeps the range from left to right in a text from right to left.
            String range = numbers.number(from) + "–" + numbers.number(end);
            ranges.add(from == end ? numbers.number(end) : "\u200E" + range);
            from = end + 1;
        }
        return ranges;
    }
}
