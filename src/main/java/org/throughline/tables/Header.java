package org.throughline.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.platform.Csv;

/// The first row of a table, and what a row below it holds. Cells that no column stands above get names of their own,
/// so that nothing of a refused row is lost; in a file of refused rows, what was added for the reader goes again.
final class Header {

    private static final String SURPLUS = "(cell ";

    private final List<String> names;
    private final boolean mended;

    private Header(List<String> names) {
        this.names = names;
        this.mended = names.size() > 2 && names.subList(0, 2).equals(RefusedTable.FIRST_COLUMNS);
    }

    /// Refuses too many columns, and a name that stands twice.
    static Header of(List<String> cells) {
        if (cells.size() > SourceFile.MOST_COLUMNS)
            throw new ImportFailed("imports.file.too-many-columns", SourceFile.MOST_COLUMNS);
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : cells) {
            String name = cell.strip();
            boolean first = seen.add(name);
            if (!first && !name.isEmpty()) throw new ImportFailed("imports.file.column-twice", name);
            names.add(first ? name : "(column " + (names.size() + 1) + ")");
        }
        return new Header(names);
    }

    /// The columns that a row can answer from.
    List<String> columns() {
        return names.stream()
                .filter(name -> !name.isEmpty() && !isSurplus(name))
                .filter(name -> !mended || !RefusedTable.FIRST_COLUMNS.contains(name))
                .toList();
    }

    int width() {
        return names.size();
    }

    Row row(long number, List<String> values) {
        Map<String, String> cells = new LinkedHashMap<>();
        int surplus = 0;
        for (int i = 0; i < values.size(); i++) {
            String name = i < names.size() ? names.get(i) : SURPLUS + (i + 1) + ")";
            boolean blank = values.get(i).isBlank();
            // Programs for tables leave empty cells behind; they say nothing.
            if (blank && (isSurplus(name) || name.startsWith("(column "))) continue;
            cells.put(name, values.get(i));
            if (isSurplus(name)) surplus++;
        }
        if (mended) {
            RefusedTable.FIRST_COLUMNS.forEach(cells::remove);
            cells.replaceAll((column, cell) -> Csv.unsafe(cell));
        }
        long named = names.stream().filter(name -> !isSurplus(name)).count() - (mended ? 2 : 0);
        Reason problem = surplus > 0 ? Reason.of("imports.row.too-many-cells", named + surplus, named) : null;
        return Row.of(number, cells, problem);
    }

    private static boolean isSurplus(String name) {
        return name.startsWith(SURPLUS);
    }
}
