package org.throughline.platform.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.throughline.platform.chart.Charts.StackedRow;
import org.throughline.platform.chart.Drawing.Anchor;
import org.throughline.platform.chart.Drawing.Ink;

/// Bars in parts: a legend names the patterns, the number stands in each part that has room for it, the sum at the
/// end.
final class StackedBarChart {

    private static final double BAR = 20;

    private final ChartText text;
    private final List<String> series;
    private final List<StackedRow> rows;
    private final Numbers numbers;

    StackedBarChart(ChartText text, List<String> series, List<StackedRow> rows) {
        if (series.isEmpty() || series.size() > 6)
            throw new IllegalArgumentException("One to six series can be told apart");
        for (StackedRow row : rows) {
            if (row.values().size() != series.size() || row.values().stream().anyMatch(v -> v < 0)) {
                throw new IllegalArgumentException("Row " + row.label() + " does not fit the series");
            }
        }
        this.text = text;
        this.series = List.copyOf(series);
        this.rows = List.copyOf(rows);
        this.numbers = new Numbers(text.language());
    }

    Chart draw() {
        var sheet = new Sheet(
                text, String.join("; ", rows.stream().map(this::readOut).toList()));
        sheet.head();
        sheet.legend(series, (i, x, y) -> sheet.drawing.bar(x, y, 20, 12, i));
        double most = rows.stream().mapToDouble(StackedBarChart::sum).max().orElse(0);
        double sumRoom = rows.stream()
                .mapToDouble(row -> Letters.width(numbers.number(sum(row)), Sheet.TEXT) + 8)
                .max()
                .orElse(0);
        for (StackedRow row : rows) {
            if (row.address() != null) sheet.drawing.openLink(row.address(), readOut(row));
            sheet.label(row.label());
            bar(sheet, row, most == 0 ? 0 : (Sheet.WIDTH - sumRoom) / most);
            if (row.address() != null) sheet.drawing.closeLink();
            sheet.y += BAR + 8;
        }
        return sheet.finish(data());
    }

    private void bar(Sheet sheet, StackedRow row, double scale) {
        double x = 0;
        for (int i = 0; i < series.size(); i++) {
            double length = row.values().get(i) * scale;
            if (length <= 0) continue;
            sheet.drawing.bar(x, sheet.y, Math.max(1, length - 1), BAR, i);
            String value = numbers.number(row.values().get(i));
            double needed = Letters.width(value, 12) + 6;
            if (length > needed + 6) {
                sheet.drawing.rect(x + (length - needed) / 2, sheet.y + 3, needed, BAR - 6, Ink.series(i));
                sheet.drawing.text(x + length / 2, sheet.y + BAR - 6, value, Anchor.MIDDLE, 12, true, Ink.PAPER);
            }
            x += length;
        }
        String sum = numbers.number(sum(row));
        sheet.drawing.text(Sheet.WIDTH, sheet.y + BAR - 5, sum, Anchor.END, Sheet.TEXT, true, Ink.TEXT);
    }

    private String readOut(StackedRow row) {
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
        header.addAll(series);
        header.add(text.unit());
        var lines = new ArrayList<List<String>>();
        for (StackedRow row : rows) {
            var line = new ArrayList<String>();
            line.add(row.label());
            row.values().forEach(value -> line.add(numbers.number(value)));
            line.add(numbers.number(sum(row)));
            lines.add(line);
        }
        return new DataTable(
                text.title(),
                header,
                lines,
                rows.stream().map(StackedRow::address).toList());
    }

    private static double sum(StackedRow row) {
        return row.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
