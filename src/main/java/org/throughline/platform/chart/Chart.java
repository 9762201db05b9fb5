package org.throughline.platform.chart;

import java.util.List;

/// A chart: the picture and its data table, to be shown together.
///
/// @param notes what is printed below the picture, for pages on which a wide one is seen in parts only
public record Chart(Svg svg, DataTable data, List<String> notes) {

    public Chart {
        notes = List.copyOf(notes);
    }
}
