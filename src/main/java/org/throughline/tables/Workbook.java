package org.throughline.tables;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.throughline.files.FileProblem;
import org.throughline.files.WorkbookRules;

/// The first sheet of an XLSX workbook. Refuses macros, encrypted and old binary workbooks, and those that would take
/// far more room than a sheet of texts needs ([WorkbookRules]).
final class Workbook {

    private Workbook() {}

    /// Refuses the old binary format, which also encrypted workbooks have.
    static boolean is(Path path) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(4);
        }
        if (start.length == 4 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF)
            throw new ImportFailed("imports.file.old-workbook");
        return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    static void each(Path path, UnaryOperator<Header> first, Consumer<Row> take) throws IOException {
        guard(path);
        try (var workbook = new ReadableWorkbook(path.toFile());
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        workbook.getFirstSheet().openStream()) {
            var header = new Header[1];
            rows.forEach(row -> {
                List<String> cells = new ArrayList<>();
                // What stands beside the table, such as a remark, is no part of it.
                int width = header[0] == null ? row.getCellCount() : Math.min(header[0].width(), row.getCellCount());
                for (int i = 0; i < width; i++) {
                    Cell cell = row.getCell(i);
                    cells.add(cell == null ? "" : textOf(cell));
                }
                if (header[0] == null) header[0] = first.apply(Header.of(cells));
                else if (cells.stream().anyMatch(text -> !text.isBlank()))
                    take.accept(header[0].row(row.getRowNum(), cells));
            });
        } catch (ExcelReaderException e) {
            throw new ImportFailed("imports.file.unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static String textOf(Cell cell) {
        if (cell.getType() == CellType.NUMBER) return textOf(cell.asNumber().stripTrailingZeros());
        if (cell.getType() == CellType.BOOLEAN) return String.valueOf(cell.asBoolean());
        if (cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) return "";
        return cell.getText();
    }

    // 1E999999999 written out would be a thousand million digits.
    static String textOf(BigDecimal number) {
        return Math.abs((long) number.scale()) > 30 ? number.toString() : number.toPlainString();
    }

    private static void guard(Path path) throws IOException {
        FileProblem problem = WorkbookRules.problemOf(path).orElse(null);
        if (problem == null) return;
        throw switch (problem) {
            case MACROS -> new ImportFailed("imports.file.macros");
            case OTHER_TYPE -> new ImportFailed("imports.file.no-workbook");
            case UNPACKS_TOO_LARGE -> new ImportFailed("imports.file.bomb");
            default -> new ImportFailed("imports.file.unreadable", problem.name());
        };
    }
}
