package org.throughline.inputs.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Messages;

/// The refused rows as a CSV file for who called the command. Made only when there is such a row; one of an earlier
/// import is deleted.
final class RefusedFile implements RefusedRows {

    private final Path path;
    private final Messages.Texts texts;
    private @Nullable RefusedTable table;
    private @Nullable BufferedWriter out;
    private long rows;

    RefusedFile(Path path, Messages.Texts texts) {
        this.path = path;
        this.texts = texts;
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(Row row, List<Reason> reasons) {
        try {
            if (table == null) {
                out = RefusedTable.writer(path);
                table = new RefusedTable(out, texts);
            }
            table.add(row.number(), reasons, row.cells());
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException("The refused rows cannot be written to " + path, e);
        }
    }

    @Override
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
