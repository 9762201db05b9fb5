package org.throughline.inputs.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A file of inputs, read row by row. Which kind it is the content says; the name only decides between the kinds of
/// text.
final class SourceFile {

    static final long LARGEST = 150L << 20;
    static final int MOST_COLUMNS = 1000;

    private final Path path;
    private final String named;
    private @Nullable TextFile text;
    private String encoding = "";

    private SourceFile(Path path, String named) {
        this.path = path;
        this.named = named;
    }

    /// @param named the encoding of a text, where it is said; empty to find it
    static SourceFile open(Path path, String named) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path))
            throw new ImportFailed("imports.file.none", path.toString());
        try {
            if (Files.size(path) == 0) throw new ImportFailed("imports.file.empty");
            if (Files.size(path) > LARGEST) throw new ImportFailed("imports.file.too-large", LARGEST >> 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceFile(path, named);
    }

    /// In which encoding the text was; known once rows were read.
    String encoding() {
        return encoding;
    }

    /// Whether the encoding is a guess that somebody should look at.
    boolean encodingIsGuessed() {
        return text != null && text.guessed();
    }

    void each(Consumer<Row> take) {
        try {
            if (Workbook.is(path)) {
                encoding = "XLSX";
                Workbook.each(path, take);
                return;
            }
            if (text == null) text = TextFile.open(path, named);
            encoding = text.charset().name();
            String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
            try (BufferedReader reader = text.reader()) {
                if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || startsWithBrace(text)) lines(reader, take);
                else csv(reader, delimiter(text), take);
            }
        } catch (CSVException e) {
            throw notCsv(e);
        } catch (IOException e) {
            throw new ImportFailed("imports.file.unreadable", String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException csv) throw notCsv(csv);
            throw new ImportFailed(
                    "imports.file.unreadable", String.valueOf(e.getCause().getMessage()));
        }
    }

    private static ImportFailed notCsv(CSVException e) {
        return new ImportFailed("imports.file.not-csv", String.valueOf(e.getMessage()));
    }

    private static boolean startsWithBrace(TextFile text) throws IOException {
        try (BufferedReader reader = text.reader()) {
            for (int c = reader.read(); c >= 0; c = reader.read()) if (!Character.isWhitespace(c)) return c == '{';
            return false;
        }
    }

    // The separator that the header has most of, outside of quotation marks.
    private static char delimiter(TextFile text) throws IOException {
        try (BufferedReader reader = text.reader()) {
            String header = reader.readLine();
            if (header == null) return ',';
            String bare = header.replaceAll("\"[^\"]*\"", "");
            char best = ',';
            for (char candidate : new char[] {';', '\t', '|'})
                if (count(bare, candidate) > count(bare, best)) best = candidate;
            return best;
        }
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }

    private static void csv(BufferedReader reader, char delimiter, Consumer<Row> take) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
        try (var parser = format.parse(reader)) {
            List<String> header = null;
            boolean mended = false;
            for (CSVRecord record : parser) {
                if (header == null) {
                    header = record.stream().map(String::strip).toList();
                    checkHeader(header);
                    mended = header.size() > 2 && header.subList(0, 2).equals(RefusedTable.FIRST_COLUMNS);
                    continue;
                }
                long number = record.getRecordNumber();
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(record.size(), header.size()); i++)
                    cells.put(header.get(i), record.get(i));
                if (mended) unquoted(cells);
                Reason problem = record.size() > header.size()
                        ? Reason.of("imports.row.too-many-cells", record.size(), header.size())
                        : null;
                take.accept(new Row(number, cells, problem));
            }
        }
    }

    // A file of refused rows: what was added there for the reader goes again.
    private static void unquoted(Map<String, String> cells) {
        RefusedTable.FIRST_COLUMNS.forEach(cells::remove);
        cells.replaceAll((column, cell) -> Csv.unsafe(cell));
    }

    static void checkHeader(List<String> header) {
        if (header.size() > MOST_COLUMNS) throw new ImportFailed("imports.file.too-many-columns", MOST_COLUMNS);
        var seen = new java.util.HashSet<String>();
        for (String column : header)
            if (!column.isEmpty() && !seen.add(column)) throw new ImportFailed("imports.file.column-twice", column);
    }

    private static void lines(BufferedReader reader, Consumer<Row> take) throws IOException {
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) continue;
            take.accept(line(number, line));
        }
    }

    private static Row line(long number, String line) {
        try {
            JsonNode node = Json.tree(line);
            if (!node.isObject()) return new Row(number, Map.of("line", line), Reason.of("imports.row.no-object"));
            Map<String, String> cells = new LinkedHashMap<>();
            node.properties().forEach(entry -> cells.put(entry.getKey(), textOf(entry.getValue())));
            return new Row(number, cells, null);
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            return new Row(number, Map.of("line", line), Reason.of("imports.row.no-json", column));
        }
    }

    private static String textOf(JsonNode value) {
        if (value.isNull()) return "";
        return value.isString() ? value.stringValue() : value.toString();
    }
}
