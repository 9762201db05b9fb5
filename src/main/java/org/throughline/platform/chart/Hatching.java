package org.throughline.platform.chart;

import java.util.ArrayList;
import java.util.List;
import org.throughline.platform.chart.Drawing.Point;

/// The pattern of a series, drawn as separate lines and not as an SVG pattern: several charts on one page would
/// otherwise share ids.
enum Hatching {
    SOLID,
    RISING,
    UPRIGHT,
    FALLING,
    LEVEL,
    CROSSED;

    private static final double STEP = 6;

    static Hatching of(int series) {
        return values()[series % values().length];
    }

    List<List<Point>> lines(double x, double y, double w, double h) {
        var lines = new ArrayList<List<Point>>();
        if (w <= 0 || h <= 0) return lines;
        switch (this) {
            case SOLID -> {}
            case UPRIGHT -> upright(lines, x, y, w, h);
            case LEVEL -> level(lines, x, y, w, h);
            case RISING -> slanted(lines, x, y, w, h, true);
            case FALLING -> slanted(lines, x, y, w, h, false);
            case CROSSED -> {
                slanted(lines, x, y, w, h, true);
                slanted(lines, x, y, w, h, false);
            }
        }
        return lines;
    }

    private static void upright(List<List<Point>> lines, double x, double y, double w, double h) {
        for (double at = x + STEP / 2; at < x + w; at += STEP)
            lines.add(List.of(new Point(at, y), new Point(at, y + h)));
    }

    private static void level(List<List<Point>> lines, double x, double y, double w, double h) {
        for (double at = y + STEP / 2; at < y + h; at += STEP)
            lines.add(List.of(new Point(x, at), new Point(x + w, at)));
    }

    /// Lines at 45 degrees, cut off at the rectangle's edges.
    private static void slanted(List<List<Point>> lines, double x, double y, double w, double h, boolean rising) {
        for (double offset = STEP; offset < w + h; offset += STEP) {
            double fromX = Math.max(0, offset - h);
            double toX = Math.min(w, offset);
            double fromY = offset - fromX;
            double toY = offset - toX;
            lines.add(
                    rising
                            ? List.of(new Point(x + fromX, y + fromY), new Point(x + toX, y + toY))
                            : List.of(new Point(x + fromX, y + h - fromY), new Point(x + toX, y + h - toY)));
        }
    }
}
