package org.throughline.inputs.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Csv;

/// The rows that were not taken in, each with its number, the reason and everything it held, so that it can be mended and
/// imported again. Made only when there is such a row.
final class RefusedFile implements AutoCloseable {

    private final Path path;
    private @Nullable BufferedWriter out;
    private List<String> columns = List.of();
    private long rows;

    RefusedFile(Path path) {
        this.path = path;
    }

    void add(Row row, String reason) {
        try {
            BufferedWriter writer = out;
            if (writer == null) {
                writer = Files.newBufferedWriter(path);
                out = writer;
                columns = List.copyOf(row.cells().keySet());
                writer.write('\uFEFF');
                List<Object> head = new ArrayList<>(List.of("row", "reason"));
                head.addAll(columns);
                Csv.row(writer, head);
            }
            List<Object> cells = new ArrayList<>(List.of(row.number(), reason));
            columns.forEach(column -> cells.add(row.get(column)));
            row.cells().forEach((column, cell) -> {
                if (!columns.contains(column)) cells.add(column + ": " + cell);
            });
            Csv.row(writer, cells);
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException("The refused rows cannot be written to " + path, e);
        }
    }

    long rows() {
        return rows;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            if (out != null) out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
