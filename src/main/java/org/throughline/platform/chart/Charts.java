package org.throughline.platform.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws the two kinds of chart that reports use. A chart says what it counts and out of how many inside the
/// picture, names every shape with words, and gives each series a pattern as well as a colour.
public final class Charts {

    private Charts() {}

    /// One bar's facts; `share` is between 0 and 1, or null where a share means nothing.
    public record Row(String label, double value, @Nullable Double share) {}

    /// One stacked bar: a value for each series, in the series' order.
    public record StackedRow(String label, List<Double> values) {

        public StackedRow {
            values = List.copyOf(values);
        }
    }

    /// Horizontal bars, one for each row, in the order given. Refuses negative values.
    public static Chart bars(ChartText text, List<Row> rows) {
        return new BarChart(text, rows).draw();
    }

    /// Horizontal bars in parts, at most six. Refuses negative values and rows that do not fit the series.
    public static Chart stackedBars(ChartText text, List<String> series, List<StackedRow> rows) {
        return new StackedBarChart(text, series, rows).draw();
    }
}
