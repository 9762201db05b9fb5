package org.throughline.platform.chart;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers of a chart in words and rows, for readers who do not see the picture and for those who want to check
/// it. Refuses addresses that do not fit the rows.
///
/// @param addresses where the first cell of each row leads, null where nowhere; empty when no row leads anywhere
public record DataTable(
        String caption, List<String> header, List<List<String>> rows, List<@Nullable String> addresses) {

    public DataTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        addresses = addresses.stream().allMatch(address -> address == null)
                ? List.of()
                : Collections.unmodifiableList(addresses);
        if (!addresses.isEmpty() && addresses.size() != rows.size())
            throw new IllegalArgumentException(addresses.size() + " addresses for " + rows.size() + " rows");
    }

    public DataTable(String caption, List<String> header, List<List<String>> rows) {
        this(caption, header, rows, List.of());
    }

    /// Where the first cell of a row leads.
    public @Nullable String address(int row) {
        return addresses.isEmpty() ? null : addresses.get(row);
    }
}
