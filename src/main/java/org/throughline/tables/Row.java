package org.throughline.tables;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a file, as it stands there.
///
/// @param number as a spreadsheet or an editor counts it, the first line being 1
/// @param problems why the row itself cannot be read; none when it can
public record Row(long number, Map<String, String> cells, List<Reason> problems) {

    public static Row of(long number, Map<String, String> cells) {
        return new Row(number, cells, List.of());
    }

    static Row of(long number, Map<String, String> cells, @Nullable Reason problem) {
        return new Row(number, cells, problem == null ? List.of() : List.of(problem));
    }

    public boolean isReadable() {
        return problems.isEmpty();
    }

    public String get(String column) {
        return cells.getOrDefault(column, "");
    }

    /// The row with broken encodings mended; how many cells that were is added to `repairs`.
    public Row repaired(long[] repairs) {
        Map<String, String> mended = new LinkedHashMap<>();
        cells.forEach((column, cell) -> {
            String better = Repair.of(cell);
            if (!better.equals(cell)) repairs[0]++;
            mended.put(Repair.of(column), better);
        });
        return new Row(number, mended, problems);
    }

    public long characters() {
        return cells.values().stream().mapToLong(String::length).sum();
    }

    public String joined(Collection<String> columns, String separator) {
        return columns.stream()
                .map(this::get)
                .filter(cell -> !cell.isBlank())
                .reduce((a, b) -> a + separator + b)
                .orElse("");
    }
}
