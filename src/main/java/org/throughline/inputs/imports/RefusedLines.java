package org.throughline.inputs.imports;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Json;
import org.throughline.platform.Messages;

/// The refused rows of an import that the server does: a line of JSON each, so that they can be shown in any
/// language later.
final class RefusedLines extends RefusedRows {

    RefusedLines(Path path) {
        super(path);
    }

    /// One refused row as it is kept.
    record Line(long row, List<Reason> reasons, Map<String, String> cells) {}

    @Override
    void write(Row row, List<Reason> reasons, BufferedWriter out) throws IOException {
        out.write(Json.write(new Line(row.number(), reasons, row.cells())));
        out.newLine();
    }

    static List<Line> first(Path path, int count) {
        try (var lines = Files.lines(path)) {
            return lines.limit(count).map(line -> Json.read(line, Line.class)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void csv(Path path, Messages.Texts texts, Appendable out) throws IOException {
        var table = new RefusedTable(out, texts);
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Line line = Json.read(text, Line.class);
                table.add(line.row(), line.reasons(), line.cells());
            }
        }
    }
}
