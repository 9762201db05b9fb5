package org.throughline.platform.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.throughline.platform.chart.Charts.StackedRow;
import org.throughline.platform.chart.Drawing.Anchor;
import org.throughline.platform.chart.Drawing.Ink;
import org.throughline.platform.chart.Drawing.Point;

/// Upright columns in reading direction, the sum over each; where many stand side by side, only every second or fifth
/// is named, and the table names all.
final class ColumnChart {

    private static final double TALL = 150;
    private static final double SMALL = 10.5;
    private static final int FEW = 12;

    private final ChartText text;
    private final List<String> series;
    private final List<StackedRow> rows;
    private final Numbers numbers;

    ColumnChart(ChartText text, List<String> series, List<StackedRow> rows) {
        if (series.isEmpty() || series.size() > 6)
            throw new IllegalArgumentException("One to six series can be told apart");
        for (StackedRow row : rows) {
            if (row.values().size() != series.size() || row.values().stream().anyMatch(v -> v < 0))
                throw new IllegalArgumentException("Column " + row.label() + " does not fit the series");
        }
        this.text = text;
        this.series = List.copyOf(series);
        this.rows = List.copyOf(rows);
        this.numbers = new Numbers(text.language());
    }

    Chart draw() {
        int width = rows.size() > FEW ? Sheet.WIDE : Sheet.WIDTH;
        var sheet = new Sheet(
                text, String.join("; ", rows.stream().map(this::readOut).toList()), width);
        sheet.head();
        if (series.size() > 1) sheet.legend(series, (i, x, y) -> sheet.drawing.bar(x, y, 20, 12, i));
        double most = rows.stream().mapToDouble(ColumnChart::sum).max().orElse(0);
        double wide = rows.isEmpty() ? 0 : Math.min(70, (double) width / rows.size());
        int every = every(wide);
        double ground = sheet.y + SMALL + 8 + TALL;
        for (int i = 0; i < rows.size(); i++) {
            StackedRow row = rows.get(i);
            if (row.address() != null) sheet.drawing.openLink(row.address(), readOut(row));
            // The name first, as in what is read out.
            if (i % every == 0)
                sheet.drawing.text(
                        (i + 0.5) * wide, ground + SMALL + 5, row.label(), Anchor.MIDDLE, SMALL, false, Ink.TEXT);
            column(sheet.drawing, row, i * wide, wide, ground, most == 0 ? 0 : TALL / most);
            if (row.address() != null) sheet.drawing.closeLink();
        }
        sheet.drawing.line(new Point(0, ground), new Point(width, ground), Ink.RULE, 1);
        sheet.y = ground + SMALL + 12;
        return sheet.finish(data());
    }

    private int every(double wide) {
        double label = rows.stream()
                .mapToDouble(row -> Letters.width(row.label(), SMALL))
                .max()
                .orElse(0);
        int needed = wide == 0 ? 1 : (int) Math.ceil((label + 2) / wide);
        return needed <= 2 ? Math.max(1, needed) : needed <= 5 ? 5 : 10;
    }

    private void column(Drawing drawing, StackedRow row, double x, double wide, double ground, double scale) {
        double gap = Math.max(1.5, wide * 0.14);
        double top = ground;
        for (int i = 0; i < series.size(); i++) {
            double tall = row.values().get(i) * scale;
            if (tall <= 0) continue;
            tall = Math.max(1, tall);
            drawing.bar(x + gap / 2, top - tall, wide - gap, tall, i);
            top -= tall;
        }
        String sum = numbers.plain(Math.round(sum(row)));
        double size = Letters.fitting(sum, SMALL, wide - 1);
        if (size >= 7 && sum(row) > 0) drawing.text(x + wide / 2, top - 4, sum, Anchor.MIDDLE, size, true, Ink.TEXT);
    }

    private String readOut(StackedRow row) {
        if (series.size() == 1) return row.label() + ": " + numbers.number(sum(row));
        return row.label() + ": "
                + String.join(
                        ", ",
                        IntStream.range(0, series.size())
                                .mapToObj(i -> series.get(i) + " "
                                        + numbers.number(row.values().get(i)))
                                .toList());
    }

    private DataTable data() {
        var header = new ArrayList<String>();
        header.add(text.labelHeader());
        if (series.size() > 1) header.addAll(series);
        header.add(text.unit());
        var lines = new ArrayList<List<String>>();
        var addresses = new ArrayList<String>();
        for (StackedRow row : rows) {
            var line = new ArrayList<String>();
            line.add(row.label());
            if (series.size() > 1) row.values().forEach(value -> line.add(numbers.number(value)));
            line.add(numbers.number(sum(row)));
            lines.add(line);
            addresses.add(row.address());
        }
        return new DataTable(text.title(), header, lines, addresses);
    }

    private static double sum(StackedRow row) {
        return row.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
