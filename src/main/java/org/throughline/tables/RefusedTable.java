package org.throughline.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.platform.Csv;
import org.throughline.platform.Messages;

/// Refused rows as CSV: each with its number, the reason in words and everything it held, so that it can be mended
/// there and imported again; [SourceFile] knows the two first columns.
final class RefusedTable {

    static final List<String> FIRST_COLUMNS = List.of("row", "reason");

    private final Appendable out;
    private final Messages.Texts texts;
    private final List<String> columns;
    private boolean begun;

    RefusedTable(Appendable out, Messages.Texts texts, List<String> columns) {
        this.out = out;
        this.texts = texts;
        this.columns = columns;
    }

    // Unlike Files.newBufferedWriter, it does not break off at half a character, for which a row may be refused.
    static BufferedWriter writer(Path path) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8));
    }

    void add(long number, List<Reason> reasons, Map<String, String> row) throws IOException {
        if (!begun) {
            begun = true;
            out.append('\uFEFF');
            List<Object> head = new ArrayList<>(FIRST_COLUMNS);
            head.addAll(columns);
            Csv.row(out, head);
        }
        List<Object> cells = new ArrayList<>(List.of(number, words(reasons, texts)));
        columns.forEach(column -> cells.add(row.getOrDefault(column, "")));
        Csv.row(out, cells);
    }

    static String words(List<Reason> reasons, Messages.Texts texts) {
        return reasons.stream().map(reason -> reason.words(texts)).collect(Collectors.joining(" "));
    }
}
