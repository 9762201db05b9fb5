package org.throughline.platform.chart;

import java.util.ArrayList;
import java.util.List;
import org.throughline.platform.chart.Charts.Row;
import org.throughline.platform.chart.Drawing.Anchor;
import org.throughline.platform.chart.Drawing.Ink;

/// Horizontal bars with the label above and the number at the end of each, so that long labels and narrow screens
/// both work.
final class BarChart {

    private static final double BAR = 14;

    private final ChartText text;
    private final List<Row> rows;
    private final Numbers numbers;

    BarChart(ChartText text, List<Row> rows) {
        if (rows.stream().anyMatch(row -> row.value() < 0)) throw new IllegalArgumentException("A bar below zero");
        this.text = text;
        this.rows = List.copyOf(rows);
        this.numbers = new Numbers(text.language());
    }

    Chart draw() {
        var sheet = new Sheet(
                text,
                String.join(
                        "; ",
                        rows.stream().map(r -> r.label() + ": " + value(r)).toList()));
        sheet.head();
        double most = rows.stream().mapToDouble(Row::value).max().orElse(0);
        double valueRoom = rows.stream()
                        .mapToDouble(r -> Letters.width(value(r), Sheet.TEXT))
                        .max()
                        .orElse(0)
                + 8;
        double room = Sheet.WIDTH - valueRoom;
        for (Row row : rows) {
            if (row.address() != null) sheet.drawing.openLink(row.address(), row.label() + ": " + value(row));
            sheet.label(row.label());
            double length = most == 0 ? 0 : row.value() / most * room;
            sheet.drawing.rect(0, sheet.y, room, BAR, Ink.TRACK);
            if (length > 0) sheet.drawing.bar(0, sheet.y, Math.max(1, length), BAR, 0);
            sheet.drawing.text(Sheet.WIDTH, sheet.y + BAR * 0.85, value(row), Anchor.END, Sheet.TEXT, true, Ink.TEXT);
            if (row.address() != null) sheet.drawing.closeLink();
            sheet.y += BAR + 6;
        }
        return sheet.finish(data());
    }

    private String value(Row row) {
        String value = numbers.number(row.value());
        return row.share() == null ? value : value + " (" + numbers.percent(row.share()) + ")";
    }

    private DataTable data() {
        boolean shares = rows.stream().anyMatch(row -> row.share() != null);
        var header = new ArrayList<>(List.of(text.labelHeader(), text.unit()));
        if (shares) header.add(text.shareHeader());
        var lines = new ArrayList<List<String>>();
        for (Row row : rows) {
            var line = new ArrayList<>(List.of(row.label(), numbers.number(row.value())));
            if (shares) line.add(row.share() == null ? "–" : numbers.percent(row.share()));
            lines.add(line);
        }
        return new DataTable(
                text.title(), header, lines, rows.stream().map(Row::address).toList());
    }
}
