package org.throughline.inputs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.calls.CallId;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.PublishedInput;
import org.throughline.platform.Json;
import org.throughline.tables.ImportFailed;
import org.throughline.tables.Progress;
import org.throughline.tables.RefusedFile;
import org.throughline.tables.RefusedRows;
import org.throughline.world.AllInputs;
import org.throughline.world.SmallCall;
import org.throughline.world.ThroughlineTest;

@ThroughlineTest
class ImporterTests extends Importing {

    CallId call;
    String slug;

    static final String HEAD = "key,organisation,stakeholderType,country,consent.text,consent.name,q1,q2\n";

    @BeforeEach
    void anOpenCall() {
        slug = SmallCall.freshSlug();
        call = SmallCall.open(calls, slug);
    }

    @Test
    void columnsCalledLikeQuestionsNeedNoMapping() throws IOException {
        run(csv(HEAD + "a,Society A,civil society,Kenya,yes,yes,Connectivity matters.,C2; C4\n"));
        PublishedInput input = publishedInput(1);
        assertThat(input.name()).isEqualTo("Society A");
        assertThat(input.stakeholderType()).isEqualTo("CSO");
        assertThat(input.country()).isEqualTo("KE");
        assertThat(input.answers().get(1).value().toString()).isEqualTo("[\"C2\",\"C4\"]");
    }

    @Test
    void labelsInAnyLanguageAreFound() throws IOException {
        run(csv("organisation;stakeholderType;country;ما الذي تحقق؟\nجمعية;CSO;EG;الكثير تحقق.\n"));
        assertThat(AllInputs.of(call, jdbc, publication).getFirst().respondent().organisation())
                .isEqualTo("جمعية");
    }

    @Test
    void importingTwiceTakesInOnlyWhatIsMissing() throws IOException {
        String rows = HEAD + "a,A,CSO,KE,yes,yes,One.,\nb,B,CSO,KE,yes,yes,Two.,\n";
        assertThat(run(csv(rows)).inputs()).isEqualTo(2);
        ImportResult again = run(csv(rows + "c,C,CSO,KE,yes,yes,Three.,\n"));
        assertThat(List.of(again.inputs(), again.already(), again.refusedInputs()))
                .containsExactly(1L, 2L, 0L);
        assertThat(AllInputs.of(call, jdbc, publication)).hasSize(3);
    }

    @Test
    void withoutAKeyTheSameRowTwiceIsTwoInputsAndStaysTwo() throws IOException {
        String rows = "organisation,stakeholderType,country,q1\nA,CSO,KE,The same.\nA,CSO,KE,The same.\n";
        assertThat(run(csv(rows)).inputs()).isEqualTo(2);
        assertThat(run(csv(rows)).inputs()).isZero();
    }

    @Test
    void aRefusedRowStandsInTheFileWithItsReasonAndAllItHeld() throws IOException {
        ImportResult result = run(csv(HEAD
                + "a,A,CSO,Atlantis,yes,yes,One.,\n"
                + "b,B,martians,KE,yes,yes,Two.,\n"
                + "c,C,CSO,KE,yes,yes,,\n"
                + "d,D,CSO,KE,yes,yes,=1+1 is kept,C99\n"
                + "e,E,CSO,KE,yes,yes,Right.,C1\n"
                + "e,F,CSO,KE,yes,yes,Twice.,C1\n"));
        assertThat(List.of(result.inputs(), result.refusedInputs())).containsExactly(1L, 5L);
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(Files.readString(refused()).replace("\uFEFF", "")))) {
            var rows = parser.getRecords();
            assertThat(rows).extracting(row -> row.get("row")).containsExactly("2", "3", "4", "5", "7");
            assertThat(rows.get(0).get("reason")).contains("Atlantis");
            assertThat(rows.get(1).get("reason")).contains("martians");
            assertThat(rows.get(3).get("q1")).isEqualTo("'=1+1 is kept");
            assertThat(rows.get(4).get("reason")).contains("same key");
        }
    }

    @Test
    void aDryRunTakesNothingIn() throws IOException {
        Path file = file("in.csv", (HEAD + "a,A,CSO,KE,yes,yes,One.,\n").getBytes(StandardCharsets.UTF_8));
        assertThat(importer.run(slug, file, null, refusedFile(), true, actor, Progress.NONE)
                        .inputs())
                .isEqualTo(1);
        assertThat(AllInputs.of(call, jdbc, publication)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void theEncodingIsFound(String charset) throws IOException {
        String mark = charset.startsWith("UTF") ? "\uFEFF" : "";
        run(file(
                "in.csv",
                (mark + HEAD + "a,Société “Été” – Genève,CSO,Suisse,yes,yes,Déjà vu à l’été.,\n")
                        .getBytes(Charset.forName(charset))));
        assertThat(AllInputs.of(call, jdbc, publication).getFirst().respondent().organisation())
                .isEqualTo("Société “Été” – Genève");
    }

    @Test
    void textBrokenBeforeIsMendedAndCounted() throws IOException {
        ImportResult result = run(csv(HEAD + "a,SociÃ©tÃ©,CSO,KE,yes,yes,Itâ€™s fine.,\n"));
        assertThat(result.repairedCells()).isEqualTo(2);
        assertThat(AllInputs.of(call, jdbc, publication).getFirst().respondent().organisation())
                .isEqualTo("Société");
    }

    @Test
    void quotesLineBreaksAndNamibiaSurvive() throws IOException {
        run(csv(HEAD.replace(',', '\t') + "a\t\"A \"\"B\"\"\"\tCSO\tNA\tyes\tyes\t\"One,\ntwo; three\"\t\n"));
        assertThat(publishedInput(1).country()).isEqualTo("NA");
        assertThat(publishedInput(1).name()).isEqualTo("A \"B\"");
        assertThat(publishedInput(1).answers().getFirst().text()).isEqualTo("One,\ntwo; three");
    }

    @Test
    void spacesAroundNamesGoAndThoseAroundAnswersStay() throws IOException {
        run(csv(HEAD + "a,\"  Society A \",CSO,KE,yes,yes,\"  Indented,\nand ended. \",\n"));
        assertThat(publishedInput(1).name()).isEqualTo("Society A");
        assertThat(publishedInput(1).answers().getFirst().text()).isEqualTo("  Indented,\nand ended. ");
    }

    @Test
    void jsonLinesAreReadAndMalformedOnesRefused() throws IOException {
        ImportResult result = run(file("in.jsonl", """
                {"key": "a", "organisation": "A", "stakeholderType": "CSO", "country": "KE", "q1": "One.", "q2": ["C2"]}
                {"key": "b", "organisation":
                [1]
                """.getBytes(StandardCharsets.UTF_8)));
        assertThat(List.of(result.inputs(), result.refusedInputs())).containsExactly(1L, 2L);
    }

    @Test
    void aWorkbookIsRead() throws IOException {
        Path file = folder.resolve("in.xlsx");
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet();
            List<String> head =
                    List.of("key", "organisation", "stakeholderType", "country", "q1", "consent text", "q5");
            var first = sheet.createRow(0);
            for (int i = 0; i < head.size(); i++) first.createCell(i).setCellValue(head.get(i));
            var row = sheet.createRow(1);
            List<String> cells = List.of("a", "A", "CSO", "NA", "Très bien.", "yes");
            for (int i = 0; i < cells.size(); i++) row.createCell(i).setCellValue(cells.get(i));
            row.createCell(6).setCellValue(12);
            workbook.write(out);
        }
        assertThat(run(file).inputs()).isEqualTo(1);
        assertThat(publishedInput(1).answers())
                .extracting(PublishedInput.PublishedAnswer::text)
                .contains("Très bien.", "12");
    }

    @Test
    void macrosBombsAndForeignFilesAreRefusedAsAWhole() throws IOException {
        assertRefused(zip("xl/vbaProject.bin", 10), "macros");
        assertRefused(zip("xl/worksheets/sheet1.xml", 200 << 20), "unpacks");
        assertRefused(zip("readme.txt", 10), "no XLSX");
        assertRefused(file("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}), "old or an encrypted");
        assertRefused(file("empty.csv", new byte[0]), "empty");
        assertRefused(csv(HEAD), "no rows");
        assertRefused(csv("q1,q1\na,b\n"), "twice");
        assertRefused(csv("a,b\nx,y\n"), "called like a question");
        assertRefused(csv(HEAD + "a,\"open\n"), "quotation mark");
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> run(file))
                .isInstanceOfSatisfying(
                        ImportFailed.class,
                        e -> assertThat(e.reason().words(messages.in("en"))).contains(why));
    }

    @Test
    void naughtyStringsInEveryColumnComeBackUnchangedOrAreRefused() throws IOException {
        Path list = Path.of(reference(), "dev/naughty-strings/blns.json");
        assumeTrue(Files.isRegularFile(list), "No reference data");
        var text = new StringBuilder();
        int count = 0;
        for (var string : Json.tree(Files.readString(list))) {
            String naughty = string.asString();
            text.append(Json.write(java.util.Map.of(
                            "key",
                            "n" + count++,
                            "organisation",
                            naughty,
                            "name",
                            naughty,
                            "email",
                            naughty,
                            "country",
                            naughty,
                            "stakeholderType",
                            "CSO",
                            "q1",
                            naughty + " end.",
                            "q2",
                            naughty)))
                    .append('\n');
            text.append(Json.write(java.util.Map.of(
                            "key",
                            "t" + count,
                            "organisation",
                            "A",
                            "stakeholderType",
                            "CSO",
                            "country",
                            "KE",
                            "q1",
                            "“" + naughty)))
                    .append('\n');
        }
        ImportResult result = run(file("naughty.jsonl", text.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(result.inputs()).isGreaterThan(count / 2);
        assertThat(result.inputs() + result.refusedInputs()).isEqualTo(2L * count);
    }

    @Test
    void rowsWithOneAnswerEachBecomeOneInput() throws IOException {
        Mapping mapping = Json.read("""
                {"group": {"by": "id", "question": "asked", "answer": "said", "questions": {"First": "q1", "Which": "q2", "": ""}},
                 "respondent": {"organisation": "who", "stakeholderType": {"constant": "CSO"}, "country": {"constant": "KE"}},
                 "consent": {"text": true}, "receivedAt": {"column": "day", "pattern": "dd/MM/yyyy"}}""", Mapping.class);
        Path file = file("in.csv", """
                id,who,day,asked,said
                1,A,14/03/2025,First,One.
                2,B,14/03/2025,First,Two.
                1,A,14/03/2025,Which,C2;C4
                3,C,14/03/2025,Unheard of,Three.
                """.getBytes(StandardCharsets.UTF_8));
        ImportResult result = run(slug, file, mapping);
        assertThat(List.of(result.inputs(), result.refusedRows())).containsExactly(2L, 1L);
        assertThat(AllInputs.of(call, jdbc, publication).getFirst().receivedAt())
                .isEqualTo("2025-03-14T00:00:00Z");
        assertThat(publishedInput(1).answers()).hasSize(2);
    }

    private PublishedInput publishedInput(int number) {
        InputRecord input = publication.find(call, number).orElseThrow();
        publication.publish(input.id(), actor);
        return published.find(call, number).orElseThrow();
    }

    private ImportResult run(Path file) {
        return run(slug, file, null);
    }

    private RefusedRows refusedFile() {
        return new RefusedFile(refused(), messages.in("en"));
    }

    private Path csv(String text) throws IOException {
        return file("in.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path zip(String entry, int size) throws IOException {
        Path file = folder.resolve("in.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            byte[] zeros = new byte[1 << 16];
            for (int left = size; left > 0; left -= zeros.length) zip.write(zeros, 0, Math.min(left, zeros.length));
        }
        return file;
    }

    private static String reference() {
        return System.getenv().getOrDefault("THROUGHLINE_REFERENCE_DATA", "../shared/data");
    }
}
