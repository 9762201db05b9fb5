package org.throughline.platform.chart;

import java.util.List;

/// The numbers of a chart in words and rows, for readers who do not see the picture and for those who want to check
/// it.
public record DataTable(String caption, List<String> header, List<List<String>> rows) {

    public DataTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
