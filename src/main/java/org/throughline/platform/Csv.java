package org.throughline.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Writes CSV (RFC 4180) that a spreadsheet opens without running anything: a cell that would be read as a formula
/// is given an apostrophe in front, as OWASP advises. JSON and JSON Lines of the same data carry the text
/// unchanged.
public final class Csv {

    private Csv() {}

    public static void row(Appendable out, List<?> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) out.append(',');
                Object cell = cells.get(i);
                out.append(
                        cell == null ? "" : cell instanceof Number ? cell.toString() : quoted(safe(cell.toString())));
            }
            out.append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String safe(String text) {
        if (text.isEmpty()) return text;
        char first = text.charAt(0);
        boolean formula = first == '='
                || first == '+'
                || first == '-'
                || first == '@'
                || first == '\t'
                || first == '\r'
                || first == '\n'
                || first == '＝'
                || first == '＋'
                || first == '－'
                || first == '＠';
        return formula ? "'" + text : text;
    }

    /// The text of a cell that [#row] wrote.
    public static String unsafe(String cell) {
        return cell.startsWith("'") && !safe(cell.substring(1)).equals(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
