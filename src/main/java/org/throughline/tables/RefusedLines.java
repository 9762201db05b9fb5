package org.throughline.tables;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Json;
import org.throughline.platform.Messages;

/// The refused rows of an import that the server does: a line of JSON each, so that they can be shown in any
/// language later.
public final class RefusedLines extends RefusedRows {

    public RefusedLines(Path path) {
        super(path);
    }

    /// One refused row as it is kept.
    public record Line(long row, List<Reason> reasons, Map<String, String> cells) {}

    // The first line is none of the rows, but says which columns the file has.
    @Override
    void write(Row row, List<Reason> reasons, BufferedWriter out) throws IOException {
        if (rows() == 0) {
            Map<String, String> header = new LinkedHashMap<>();
            columns().forEach(column -> header.put(column, ""));
            out.write(Json.write(new Line(0, List.of(), header)));
            out.newLine();
        }
        out.write(Json.write(new Line(row.number(), reasons, row.cells())));
        out.newLine();
    }

    public static List<Line> first(Path path, int count) {
        try (var lines = Files.lines(path)) {
            return lines.map(line -> Json.read(line, Line.class))
                    .filter(line -> line.row() > 0)
                    .limit(count)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void csv(Path path, Messages.Texts texts, Appendable out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            RefusedTable table = null;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Line line = Json.read(text, Line.class);
                if (table == null)
                    table = new RefusedTable(
                            out, texts, List.copyOf(line.cells().keySet()));
                if (line.row() > 0) table.add(line.row(), line.reasons(), line.cells());
            }
        }
    }
}
