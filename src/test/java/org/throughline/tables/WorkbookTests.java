package org.throughline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a workbook may hold, and that one made to do harm is not opened.
class WorkbookTests {

    @TempDir
    Path folder;

    @Test
    void aNumberIsNeverWrittenOutToAThousandMillionDigits() {
        assertThat(Workbook.textOf(new BigDecimal("1E999999999"))).hasSizeLessThan(20);
        assertThat(Workbook.textOf(new BigDecimal("1E-999999999"))).hasSizeLessThan(20);
        assertThat(Workbook.textOf(new BigDecimal("1.2E7"))).isEqualTo("12000000");
    }

    @Test
    void anOrdinaryWorkbookIsRead() throws IOException {
        assertThat(rows(sheet("<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='XFD2' t='inlineStr'>"
                        + "<is><t>far out</t></is></c><c r='A2' t='s'><v>1</v></c></row>")))
                .containsExactly("value");
    }

    @Test
    void muchThatIsNotKeptIsNoReasonToRefuse() throws IOException {
        Map<String, String> parts = sheet("<row><c t='s'><v>0</v></c></row><row><c t='s'><v>299999</v></c></row>");
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (name, text) -> text.replace(
                        "</sheetData>",
                        "</sheetData><mergeCells>" + repeat(300_000, i -> "<mergeCell ref='" + word(i) + "'/>")
                                + "</mergeCells>"));
        parts.put(
                "xl/sharedStrings.xml",
                "<sst>" + repeat(300_000, i -> "<si><t>" + word(i) + word(i) + "</t></si>") + "</sst>");
        parts.put("xl/theme/theme1.xml", "<theme>" + repeat(300_000, i -> "<a b='" + word(i) + "'/>") + "</theme>");
        parts.put("xl/media/image1.png", "no picture");
        assertThat(rows(parts)).containsExactly(word(299_999) + word(299_999));
    }

    // Each is small, packed no better than a text is, and would fill the memory of whoever opened it.
    @ParameterizedTest
    @MethodSource
    void aWorkbookThatWouldFillTheMemoryIsRefused(String what, Map<String, String> parts) throws IOException {
        assertThatThrownBy(() -> rows(parts))
                .as(what)
                .isInstanceOfSatisfying(
                        ImportFailed.class, e -> assertThat(e.reason().key()).isEqualTo("imports.file.bomb"));
    }

    static Stream<Arguments> aWorkbookThatWouldFillTheMemoryIsRefused() {
        String texts = repeat(600_000, i -> "<si><t>" + word(i) + "</t></si>");
        Map<String, String> hidden = sheet("");
        hidden.put("xl/media/image1.png", "<sst>" + texts + "</sst>");
        return Stream.of(
                Arguments.of("many shared texts", with("xl/sharedStrings.xml", "<sst>" + texts + "</sst>")),
                Arguments.of("shared texts called a picture", hidden),
                Arguments.of(
                        "one text in many pieces",
                        with(
                                "xl/sharedStrings.xml",
                                "<sst><si>" + repeat(200_000, i -> "<r><t>" + word(i) + "</t></r>") + "</si></sst>")),
                Arguments.of("many formats", with("xl/styles.xml", formats())),
                Arguments.of(
                        "one text in many pieces with another inside",
                        sheet("<row><c><v>" + repeat(200_000, i -> word(i) + word(i) + "<c/>") + "</v></c></row>")),
                Arguments.of(
                        "many formulas that others refer to",
                        sheet(repeat(
                                600,
                                r -> "<row>"
                                        + repeat(
                                                100,
                                                i -> "<c><f t='shared' si='" + i + "' ref='A1'>" + word(i) + "</f></c>")
                                        + "</row>"))),
                Arguments.of("a far column", sheet("<row r='1'><c r='ZZZ1'><v>1</v></c></row>")),
                Arguments.of("a place that is none", sheet("<row r='1'><c r='ZZZZZZZ1'><v>1</v></c></row>")),
                Arguments.of("a far row", sheet("<row r='2147483647'><c r='A1'><v>1</v></c></row>")),
                Arguments.of(
                        "many cells in a row",
                        sheet("<row r='1'>" + repeat(20_000, i -> "<c><v>" + word(i) + "</v></c>") + "</row>")),
                Arguments.of(
                        "a row of long texts",
                        sheet("<row r='1'>"
                                + repeat(
                                        9,
                                        i -> "<c t='inlineStr'><is>"
                                                + repeat(10, n -> "<t>" + repeat(12_000, w -> word(i + n + w)) + "</t>")
                                                + "</is></c>")
                                + "</row>")));
    }

    private static String formats() {
        return "<styleSheet><cellXfs>" + repeat(70_000, i -> "<xf numFmtId='" + word(i).hashCode() + "'/>")
                + "</cellXfs></styleSheet>";
    }

    private static String repeat(int times, IntFunction<String> what) {
        return IntStream.range(0, times).mapToObj(what).collect(Collectors.joining());
    }

    // Nothing that a compressor could make much of.
    private static String word(int i) {
        return Long.toUnsignedString((i + 1) * 0x9E3779B97F4A7C15L, 36).substring(0, 8);
    }

    private static Map<String, String> sheet(String rows) {
        return with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private static Map<String, String> with(String part, String content) {
        String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, String> parts = new TreeMap<>(Map.of(
                "[Content_Types].xml",
                "<Types><Override PartName='/xl/workbook.xml' ContentType='" + main + "sheet.main+xml'/>"
                        + "<Override PartName='/xl/sharedStrings.xml' ContentType='" + main + "sharedStrings+xml'/>"
                        + "<Override PartName='/xl/styles.xml' ContentType='" + main + "styles+xml'/></Types>",
                "xl/workbook.xml",
                "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets><sheet name='A' sheetId='1' r:id='r1'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData/></worksheet>",
                "xl/sharedStrings.xml",
                "<sst><si><t>key</t></si><si><t>value</t></si></sst>",
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId='0'/></cellXfs></styleSheet>"));
        parts.put(part, content);
        return parts;
    }

    private List<String> rows(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(Workbook.is(file)).isTrue();
        List<String> values = new ArrayList<>();
        Workbook.each(file, header -> header, row -> values.addAll(row.cells().values()));
        return values;
    }
}
