package org.throughline.opendata;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.throughline.ledger.CanonicalJson;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;

/// The dump as CSV, for spreadsheets and statistics programs; what its columns are is said by [CsvwMetadata].
final class CsvDump implements DumpFormat {

    static final String FILE = "register.csv";
    static final String CODES = ";";
    static final String LINES = "\n";

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=utf-8";
    }

    @Override
    public String title() {
        return "CSV";
    }

    @Override
    public void begin(Writer out, DumpEdition edition) {
        Csv.row(out, DumpColumn.ALL.stream().map(DumpColumn::name).toList());
    }

    @Override
    public void line(Writer out, DumpLine line, Map<String, Object> row) {
        List<Object> cells = new ArrayList<>(DumpColumn.ALL.size());
        for (DumpColumn column : DumpColumn.ALL) cells.add(cell(column, row.get(column.name())));
        Csv.row(out, cells);
    }

    private static Object cell(DumpColumn column, @Nullable Object value) {
        if (value == null) return "";
        return switch (column.kind()) {
            case CODES -> joined(value, CODES);
            case LINES -> joined(value, LINES);
            case OBJECTS -> CanonicalJson.text(value);
            default -> value;
        };
    }

    private static String joined(Object value, String separator) {
        return StreamSupport.stream(((Iterable<?>) value).spliterator(), false)
                .map(Object::toString)
                .collect(Collectors.joining(separator));
    }

    /// The line that cells were written from: how anybody takes the fingerprint of a CSV file.
    static Map<String, Object> row(List<String> header, List<String> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        Map<String, DumpColumn> columns =
                DumpColumn.ALL.stream().collect(Collectors.toMap(DumpColumn::name, column -> column));
        for (int i = 0; i < header.size(); i++) {
            String cell = Csv.unsafe(cells.get(i));
            DumpColumn column = columns.get(header.get(i));
            if (column == null || cell.isEmpty()) continue;
            row.put(column.name(), value(column, cell));
        }
        return row;
    }

    private static Object value(DumpColumn column, String cell) {
        return switch (column.kind()) {
            case CODES -> List.of(cell.split(CODES));
            case LINES -> List.of(cell.split(LINES));
            case OBJECTS -> Json.tree(cell);
            case NUMBER -> Long.parseLong(cell);
            case YES_NO -> Boolean.parseBoolean(cell);
            default -> cell;
        };
    }
}
