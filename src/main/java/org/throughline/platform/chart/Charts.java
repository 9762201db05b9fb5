package org.throughline.platform.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws the kinds of chart that reports use. A chart says what it counts and out of how many inside the picture,
/// names every shape with words, and gives each series a pattern as well as a colour, each shade its number.
public final class Charts {

    private Charts() {}

    /// One bar's facts; `share` is between 0 and 1, or null where a share means nothing; `address` leads to what was
    /// counted, or is null.
    public record Row(
            String label,
            double value,
            @Nullable Double share,
            @Nullable String address) {

        public Row(String label, double value, @Nullable Double share) {
            this(label, value, share, null);
        }
    }

    /// One stacked bar: a value for each series, in the series' order.
    public record StackedRow(
            String label, List<Double> values, @Nullable String address) {

        public StackedRow {
            values = List.copyOf(values);
        }

        public StackedRow(String label, List<Double> values) {
            this(label, values, null);
        }
    }

    /// The head of a row or a column: what fits beside the cells, the whole name, and where it leads, or null.
    public record Head(String brief, String name, @Nullable String address) {

        public Head(String brief, String name) {
            this(brief, name, null);
        }
    }

    /// A number of a heat map; `address` leads to what was counted, or is null.
    public record Cell(long value, @Nullable String address) {}

    /// A country or area on the map, by its ISO 3166-1 code of two letters.
    public record Area(
            String code, String name, long value, @Nullable String address) {}

    /// Horizontal bars, one for each row, in the order given. Refuses negative values.
    public static Chart bars(ChartText text, List<Row> rows) {
        return new BarChart(text, rows).draw();
    }

    /// Horizontal bars in parts, at most six. Refuses negative values and rows that do not fit the series.
    public static Chart stackedBars(ChartText text, List<String> series, List<StackedRow> rows) {
        return new StackedBarChart(text, series, rows).draw();
    }

    /// Upright columns for something that runs on, such as years, in parts where there is more than one series.
    /// Refuses negative values and rows that do not fit the series.
    public static Chart columns(ChartText text, List<String> series, List<StackedRow> rows) {
        return new ColumnChart(text, series, rows).draw();
    }

    /// Numbers in a grid, each on one of five shades. Refuses negative values and rows that do not fit the columns.
    ///
    /// @param across what the columns are, printed over them
    public static Chart heatMap(
            ChartText text, String across, List<Head> rows, List<Head> columns, List<List<Cell>> cells) {
        return new HeatMap(text, across, rows, columns, cells).draw();
    }

    /// The world with one equal square for each country, near where it lies: small states are as easy to see and to
    /// point at as large ones, and no border is drawn. Areas that have nothing and are no states are left out; what
    /// has no place on the map is in the table. Refuses negative values.
    public static Chart map(ChartText text, List<Area> areas) {
        return new CountryMap(text, areas).draw();
    }
}
