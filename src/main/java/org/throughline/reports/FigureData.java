package org.throughline.reports;

import java.util.List;

/// The frozen numbers of a figure.
///
/// @param counted how many projects have a value at all
/// @param missing how many have none
/// @param series what the values of a row are; one, named `projects`, in a plain figure
public record FigureData(Figure figure, long counted, long missing, List<String> series, List<Row> rows) {

    public FigureData {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
    }

    public record Row(String code, List<Long> values) {

        public Row {
            values = List.copyOf(values);
        }

        public long value() {
            return values.getFirst();
        }
    }
}
