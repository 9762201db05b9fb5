package org.throughline.platform.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.chart.Charts.Series;
import org.throughline.platform.chart.Drawing.Anchor;
import org.throughline.platform.chart.Drawing.Ink;
import org.throughline.platform.chart.Drawing.Point;

/// Lines told apart by dashes and marks as well as colour. A gap in the data is a gap in the line.
final class LineChart {

    private static final double HEIGHT = 200;
    private static final List<String> DASHES = List.of("", "7 4", "2 3", "10 3 2 3", "4 2", "12 5");

    private final ChartText text;
    private final List<String> axis;
    private final List<Series> series;
    private final Numbers numbers;

    LineChart(ChartText text, List<String> axis, List<Series> series) {
        if (series.isEmpty() || series.size() > 6)
            throw new IllegalArgumentException("One to six lines can be told apart");
        for (Series one : series) {
            if (one.values().size() != axis.size()) {
                throw new IllegalArgumentException("Series " + one.name() + " does not fit the axis");
            }
        }
        this.text = text;
        this.axis = List.copyOf(axis);
        this.series = List.copyOf(series);
        this.numbers = new Numbers(text.language());
    }

    Chart draw() {
        var sheet = new Sheet(
                text, String.join("; ", series.stream().map(this::readOut).toList()));
        sheet.head();
        sheet.legend(series.stream().map(Series::name).toList(), (i, x, y) -> {
            sheet.drawing.polyline(
                    List.of(new Point(x, y + 6), new Point(x + 20, y + 6)), Ink.series(i), 2, DASHES.get(i));
            mark(sheet.drawing, i, new Point(x + 10, y + 6));
        });
        var plot = new Plot(sheet, highest());
        plot.grid();
        for (int i = 0; i < series.size(); i++) plot.line(i);
        plot.axisLabels();
        sheet.y += HEIGHT + 26;
        return sheet.finish(data());
    }

    private double highest() {
        return series.stream()
                .flatMap(one -> one.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /// The square in which the lines run: where a value and a point of the axis lie on the sheet.
    private final class Plot {

        private final Sheet sheet;
        private final double step;
        private final double top;
        private final double left;
        private final double right = Sheet.WIDTH - 12;

        Plot(Sheet sheet, double highest) {
            this.sheet = sheet;
            this.step = roundStep(highest);
            this.top = Math.max(1, Math.ceil(highest / step)) * step;
            this.left = Letters.width(numbers.number(top), 12) + 8;
        }

        Point at(int index, double value) {
            double across = axis.size() < 2 ? 0.5 : index / (axis.size() - 1.0);
            return new Point(left + across * (right - left), sheet.y + 8 + (1 - value / top) * HEIGHT);
        }

        void grid() {
            for (double value = 0; value <= top + step / 2; value += step) {
                double y = at(0, value).y();
                sheet.drawing.line(new Point(left, y), new Point(right, y), value == 0 ? Ink.RULE : Ink.TRACK, 1);
                sheet.drawing.text(left - 6, y + 4, numbers.number(value), Anchor.END, 12, false, Ink.TEXT);
            }
        }

        void line(int index) {
            List<@Nullable Double> values = series.get(index).values();
            var run = new ArrayList<Point>();
            for (int i = 0; i < values.size(); i++) {
                Double value = values.get(i);
                if (value == null) {
                    end(index, run);
                } else {
                    run.add(at(i, value));
                }
            }
            end(index, run);
        }

        private void end(int index, List<Point> run) {
            if (run.size() > 1) sheet.drawing.polyline(run, Ink.series(index), 2, DASHES.get(index));
            run.forEach(point -> mark(sheet.drawing, index, point));
            run.clear();
        }

        /// As many labels under the axis as fit without touching, always with the first and the last.
        void axisLabels() {
            double widest = axis.stream()
                            .mapToDouble(label -> Letters.width(label, 12))
                            .max()
                            .orElse(0)
                    + 10;
            int fitting = (int) Math.max(2, (right - left) / widest);
            int every = Math.max(1, (int) Math.ceil((axis.size() - 1.0) / (fitting - 1.0)));
            double y = sheet.y + HEIGHT + 24;
            int last = axis.size() - 1;
            for (int i = 0; i <= last; i++) {
                boolean shown = i == last || (i % every == 0 && last - i >= every);
                if (!shown) continue;
                Anchor anchor =
                        last == 0 ? Anchor.MIDDLE : i == 0 ? Anchor.START : i == last ? Anchor.END : Anchor.MIDDLE;
                sheet.drawing.text(at(i, 0).x(), y, axis.get(i), anchor, 12, false, Ink.TEXT);
            }
        }
    }

    /// A grid step of 1, 2 or 5 times a power of ten that gives about four lines.
    private static double roundStep(double highest) {
        if (highest <= 0) return 1;
        double raw = highest / 4;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 5}) if (raw <= factor * power) return factor * power;
        return 10 * power;
    }

    private static void mark(Drawing drawing, int series, Point p) {
        double r = 3.6;
        Ink ink = Ink.series(series);
        switch (series % 3) {
            case 0 -> drawing.circle(p.x(), p.y(), r, ink);
            case 1 -> drawing.rect(p.x() - r, p.y() - r, 2 * r, 2 * r, ink);
            default ->
                drawing.polygon(
                        List.of(
                                new Point(p.x(), p.y() - r - 1),
                                new Point(p.x() + r + 1, p.y() + r),
                                new Point(p.x() - r - 1, p.y() + r)),
                        ink);
        }
    }

    private String readOut(Series one) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < axis.size(); i++)
            parts.add(axis.get(i) + " " + shown(one.values().get(i)));
        return one.name() + ": " + String.join(", ", parts);
    }

    private String shown(@Nullable Double value) {
        return value == null ? "–" : numbers.number(value);
    }

    private DataTable data() {
        var header = new ArrayList<String>();
        header.add(text.labelHeader());
        series.forEach(one -> header.add(one.name()));
        var lines = new ArrayList<List<String>>();
        for (int i = 0; i < axis.size(); i++) {
            var line = new ArrayList<String>();
            line.add(axis.get(i));
            for (Series one : series) line.add(shown(one.values().get(i)));
            lines.add(line);
        }
        return new DataTable(text.title(), header, lines);
    }
}
