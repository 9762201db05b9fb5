package org.throughline.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A file of rows. Which kind it is the content says; the name only decides between the kinds of
/// text.
public final class SourceFile implements RowSource {

    /// How large a file may be that is read from the disk.
    public static final long LARGEST = 150L << 20;
    static final int MOST_COLUMNS = 1000;

    private final Path path;
    private final String named;
    private @Nullable TextFile text;
    private final Set<String> columns = new LinkedHashSet<>();
    private String encoding = "";

    private SourceFile(Path path, String named) {
        this.path = path;
        this.named = named;
    }

    /// @param named the encoding of a text, where it is said; empty to find it
    public static SourceFile open(Path path, String named) {
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

    @Override
    public String encoding() {
        return encoding;
    }

    @Override
    public boolean encodingIsGuessed() {
        return text != null && text.guessed();
    }

    @Override
    public Set<String> columns() {
        return columns;
    }

    @Override
    public void each(Consumer<Row> each) {
        Consumer<Row> take = noting(each);
        try {
            if (Workbook.is(path)) {
                encoding = "XLSX";
                Workbook.each(path, this::header, take);
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

    private void csv(BufferedReader reader, char delimiter, Consumer<Row> take) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
        try (var parser = format.parse(reader)) {
            Header header = null;
            for (CSVRecord record : parser) {
                if (header == null) header = header(Header.of(record.toList()));
                else take.accept(header.row(record.getRecordNumber(), record.toList()));
            }
        }
    }

    private Header header(Header header) {
        columns.addAll(header.columns());
        return header;
    }

    // What stands in some lines only, or under no column, is one of the file all the same.
    private Consumer<Row> noting(Consumer<Row> take) {
        return row -> {
            columns.addAll(row.cells().keySet());
            if (columns.size() > 2 * MOST_COLUMNS)
                throw new ImportFailed("imports.file.too-many-columns", MOST_COLUMNS);
            take.accept(row);
        };
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
            if (!node.isObject()) return Row.of(number, Map.of("line", line), Reason.of("imports.row.no-object"));
            Map<String, String> cells = new LinkedHashMap<>();
            node.properties().forEach(entry -> cells.put(entry.getKey(), textOf(entry.getValue())));
            return Row.of(number, cells);
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            return Row.of(number, Map.of("line", line), Reason.of("imports.row.no-json", column));
        }
    }

    private static String textOf(JsonNode value) {
        if (value.isNull()) return "";
        return value.isString() ? value.stringValue() : value.toString();
    }
}
