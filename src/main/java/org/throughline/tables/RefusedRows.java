package org.throughline.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the rows go that are not taken in: a file that is made only when there is such a row.
public abstract class RefusedRows implements AutoCloseable {

    private final Path path;
    private @Nullable BufferedWriter out;
    private long rows;
    private List<String> columns = List.of();

    RefusedRows(Path path) {
        this.path = path;
    }

    /// Says before the first row which columns the file has.
    public void columns(Collection<String> names) {
        columns = List.copyOf(names);
    }

    List<String> columns() {
        return columns;
    }

    /// Writes one row; the first time to a file just begun.
    abstract void write(Row row, List<Reason> reasons, BufferedWriter out) throws IOException;

    public void add(Row row, List<Reason> reasons) {
        try {
            if (out == null) out = RefusedTable.writer(path);
            write(row, reasons, out);
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException("The refused rows cannot be written to " + path, e);
        }
    }

    /// How many there are so far.
    public long rows() {
        return rows;
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
