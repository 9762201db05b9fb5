package org.throughline.tables;

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
public final class RefusedFile extends RefusedRows {

    private final Messages.Texts texts;
    private @Nullable RefusedTable table;

    public RefusedFile(Path path, Messages.Texts texts) {
        super(path);
        this.texts = texts;
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void write(Row row, List<Reason> reasons, BufferedWriter out) throws IOException {
        if (table == null) table = new RefusedTable(out, texts, columns());
        table.add(row.number(), reasons, row.cells());
    }
}
