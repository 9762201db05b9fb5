package org.throughline.platform.chart;

import java.util.ArrayList;
import java.util.List;
import org.throughline.platform.chart.Charts.Cell;
import org.throughline.platform.chart.Charts.Head;
import org.throughline.platform.chart.Drawing.Anchor;
import org.throughline.platform.chart.Drawing.Ink;

/// A grid of numbers on shades: the number stands in every cell, so that the shade only helps to find the large ones.
final class HeatMap {

    private static final double LABELS = 230;
    private static final double GAP = 1.5;
    private static final double SMALL = 11.5;

    private static final double HEAD = 26;

    private final ChartText text;
    private final String across;
    private final List<Head> rows;
    private final List<Head> columns;
    private final List<List<Cell>> cells;
    private final Numbers numbers;

    HeatMap(ChartText text, String across, List<Head> rows, List<Head> columns, List<List<Cell>> cells) {
        if (cells.size() != rows.size()) throw new IllegalArgumentException("Not one line of cells for each row");
        for (List<Cell> line : cells) {
            if (line.size() != columns.size() || line.stream().anyMatch(cell -> cell.value() < 0))
                throw new IllegalArgumentException("A line of cells does not fit the columns");
        }
        this.text = text;
        this.across = across;
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        this.cells = cells.stream().map(List::copyOf).toList();
        this.numbers = new Numbers(text.language());
    }

    Chart draw() {
        long most = cells.stream()
                .flatMap(List::stream)
                .mapToLong(Cell::value)
                .max()
                .orElse(0);
        Steps steps = Steps.upTo(most);
        var sheet = new Sheet(text, text.title(), Sheet.WIDE);
        sheet.head();
        sheet.shades(steps);
        double wide = columns.isEmpty() ? 0 : (Sheet.WIDE - LABELS) / columns.size();
        sheet.y += SMALL + 4;
        sheet.drawing.text(0, sheet.y, text.labelHeader(), Anchor.START, SMALL, true, Ink.TEXT);
        sheet.drawing.text(LABELS, sheet.y, across, Anchor.START, SMALL, true, Ink.TEXT);
        sheet.y += 6;
        for (int i = 0; i < columns.size(); i++) head(sheet, columns.get(i), LABELS + wide * i, wide);
        sheet.y += HEAD;
        for (int i = 0; i < rows.size(); i++) line(sheet, i, wide, steps);
        return sheet.finish(data());
    }

    private static void head(Sheet sheet, Head column, double x, double wide) {
        if (column.address() != null) sheet.drawing.openLink(column.address(), column.name());
        sheet.drawing.rect(x, sheet.y, wide - GAP, HEAD - GAP, Ink.NOTHING);
        double size = Letters.fitting(column.brief(), SMALL, wide - GAP - 2);
        double base = sheet.y + HEAD / 2 + size * 0.36;
        sheet.drawing.text(x + wide / 2, base, column.brief(), Anchor.MIDDLE, size, true, Ink.TEXT);
        if (column.address() != null) sheet.drawing.closeLink();
    }

    private void line(Sheet sheet, int row, double wide, Steps steps) {
        List<String> label = Letters.wrap(rows.get(row).brief(), SMALL, LABELS - 10, text.language());
        double height = Math.max(26, label.size() * SMALL * 1.25 + 6);
        double base = sheet.y + (height - label.size() * SMALL * 1.25) / 2 + SMALL;
        String address = rows.get(row).address();
        if (address != null) sheet.drawing.openLink(address, rows.get(row).name());
        for (int i = 0; i < label.size(); i++)
            sheet.drawing.text(0, base + i * SMALL * 1.25, label.get(i), Anchor.START, SMALL, false, Ink.TEXT);
        if (address != null) sheet.drawing.closeLink();
        for (int column = 0; column < columns.size(); column++) {
            Cell cell = cells.get(row).get(column);
            String name =
                    rows.get(row).name() + " – " + columns.get(column).name() + ": " + numbers.number(cell.value());
            if (cell.address() != null) sheet.drawing.openLink(cell.address(), name);
            shade(sheet.drawing, LABELS + wide * column, sheet.y, wide - GAP, height - GAP, cell.value(), steps);
            if (cell.address() != null) sheet.drawing.closeLink();
        }
        sheet.y += height;
    }

    private void shade(Drawing drawing, double x, double y, double w, double h, long value, Steps steps) {
        int step = steps.of(value);
        drawing.rect(x, y, w, h, Ink.shade(step));
        String number = numbers.plain(value);
        double size = Letters.fitting(number, SMALL, w - 2);
        drawing.text(x + w / 2, y + h / 2 + size * 0.36, number, Anchor.MIDDLE, size, step > 3, Ink.on(step));
    }

    private DataTable data() {
        var header = new ArrayList<String>();
        header.add(text.labelHeader());
        columns.forEach(column -> header.add(column.name()));
        var lines = new ArrayList<List<String>>();
        for (int i = 0; i < rows.size(); i++) {
            var line = new ArrayList<String>();
            line.add(rows.get(i).name());
            cells.get(i).forEach(cell -> line.add(numbers.number(cell.value())));
            lines.add(line);
        }
        return new DataTable(text.title(), header, lines);
    }
}
