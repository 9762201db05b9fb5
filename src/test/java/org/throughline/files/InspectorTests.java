package org.throughline.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.throughline.files.SampleFiles.docx;
import static org.throughline.files.SampleFiles.odt;
import static org.throughline.files.SampleFiles.pdf;
import static org.throughline.files.SampleFiles.utf8;
import static org.throughline.files.SampleFiles.with;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.platform.Refusal;

/// What is taken in and what is not, decided by content.
class InspectorTests {

    private static final String RELATIONSHIPS = "word/_rels/settings.xml.rels";

    private final Inspector inspector = new Inspector();

    @TempDir
    Path folder;

    @Test
    void theThreeKindsAreRecognisedByContent() throws Exception {
        assertThat(inspect(pdf("Broadband"), "a.pdf")).isEqualTo(FileType.PDF);
        assertThat(inspect(docx("Broadband"), "a.DOCX")).isEqualTo(FileType.DOCX);
        assertThat(inspect(odt("Broadband"), "a.odt")).isEqualTo(FileType.ODT);
        assertThat(inspect(pdf("Broadband"), "Statement of 14 March")).isEqualTo(FileType.PDF);
        assertThat(inspect(pdf("Broadband"), "Statement no. 3 of the group")).isEqualTo(FileType.PDF);
    }

    @Test
    void aNameThatDisagreesWithTheContentIsRefused() {
        assertThat(problem(pdf("x"), "a.docx")).isEqualTo(FileProblem.NAME_DIFFERS);
        assertThat(problem(docx("x"), "a.doc")).isEqualTo(FileProblem.NAME_DIFFERS);
        assertThat(problem(odt("x"), "a.pdf.exe")).isEqualTo(FileProblem.NAME_DIFFERS);
    }

    @Test
    void plainTextIsTakenAsAnOriginalOnly() throws Exception {
        for (byte[] mail : new byte[][] {
            utf8("From: a@example.org\r\nSubject: مساهمة\r\n\r\nWe say this.\n"),
            "Nous répondons à l’appel.".getBytes("windows-1252"),
            "Мы отвечаем.".getBytes("KOI8-R"),
            "\uFEFFWe say this.".getBytes(StandardCharsets.UTF_16LE)
        }) {
            assertThat(original(mail, "mail.eml")).isEqualTo(FileType.TEXT);
            assertThat(original(mail, "Mail.TXT")).isEqualTo(FileType.TEXT);
            assertThat(problem(mail, "mail.eml")).isEqualTo(FileProblem.OTHER_TYPE);
        }
        assertThat(original(pdf("x"), "a.pdf")).isEqualTo(FileType.PDF);
    }

    @Test
    void whatIsNoPlainTextIsNoOriginal() {
        assertThat(problemOfOriginal(utf8("MZ\u0000 program"), "a.txt")).isEqualTo(FileProblem.OTHER_ORIGINAL);
        assertThat(problemOfOriginal(utf8("\u001B[2J clears the screen"), "a.txt"))
                .isEqualTo(FileProblem.OTHER_ORIGINAL);
        assertThat(problemOfOriginal(utf8(" \n\t "), "a.txt")).isEqualTo(FileProblem.OTHER_ORIGINAL);
        assertThat(problemOfOriginal(new byte[0], "a.txt")).isEqualTo(FileProblem.EMPTY);
        assertThat(problemOfOriginal(docx("x"), "a.txt")).isEqualTo(FileProblem.NAME_DIFFERS);
        for (String name : new String[] {"run.sh", "page.html", "start.desktop", "run.command", "a.txt.js"})
            assertThat(problemOfOriginal(utf8("echo all is well"), name)).isEqualTo(FileProblem.NAME_DIFFERS);
    }

    @Test
    void aMailInOutlooksOwnFormatIsNotTakenForAnOldWordDocument() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var mail = new POIFSFileSystem()) {
            mail.createDocument(new java.io.ByteArrayInputStream(utf8("x")), "__properties_version1.0");
            mail.writeFilesystem(out);
        }
        assertThat(problemOfOriginal(out.toByteArray(), "mail.msg")).isEqualTo(FileProblem.OTHER_ORIGINAL);
        assertThat(problemOfOriginal(out.toByteArray(), "mail.doc")).isEqualTo(FileProblem.OLD_WORD);
    }

    @Test
    void otherContentIsRefusedWhateverItsName() {
        assertThat(problem(new byte[0], "a.pdf")).isEqualTo(FileProblem.EMPTY);
        assertThat(problem(utf8("MZ\u0090 This program cannot be run in DOS mode"), "a.pdf"))
                .isEqualTo(FileProblem.OTHER_TYPE);
        assertThat(problem(utf8("<html><script>alert(1)</script>"), "a.pdf")).isEqualTo(FileProblem.OTHER_TYPE);
        assertThat(problem(SampleFiles.zip(Map.of("a.txt", utf8("x"))), "a.docx"))
                .isEqualTo(FileProblem.OTHER_TYPE);
    }

    @Test
    void otherOfficeFormatsAreRefused() {
        String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        assertThat(problem(with(docx("x"), "[Content_Types].xml", contentTypes(sheet)), "a.docx"))
                .isEqualTo(FileProblem.OTHER_TYPE);
        assertThat(problem(with(odt("x"), "mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "a.odt"))
                .isEqualTo(FileProblem.OTHER_TYPE);
    }

    @Test
    void macrosInWordAreRefusedHoweverTheyAreHidden() {
        byte[] plain = docx("x");
        String macroDocument = "application/vnd.ms-word.document.macroEnabled.main+xml";
        assertThat(problem(with(plain, "[Content_Types].xml", contentTypes(macroDocument)), "a.docx"))
                .isEqualTo(FileProblem.MACROS);
        assertThat(problem(with(plain, "word/VbaProject.BIN", "x"), "a.docx")).isEqualTo(FileProblem.MACROS);
        assertThat(problem(with(plain, "word/activeX/activeX1.xml", "<x/>"), "a.docx"))
                .isEqualTo(FileProblem.MACROS);
        String renamed = relationship(
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "picture.png", "Internal");
        assertThat(problem(with(plain, "word/_rels/document.xml.rels", renamed), "a.docx"))
                .isEqualTo(FileProblem.MACROS);
    }

    @Test
    void macrosInOpenDocumentAreRefused() {
        byte[] plain = odt("x");
        assertThat(problem(with(plain, "Basic/script-lc.xml", "<x/>"), "a.odt")).isEqualTo(FileProblem.MACROS);
        assertThat(problem(with(plain, "Scripts/python/a.py", "x"), "a.odt")).isEqualTo(FileProblem.MACROS);
        String event = """
                <o:d xmlns:o="urn:o" xmlns:z="urn:oasis:names:tc:opendocument:xmlns:script:1.0"><z:event-listener/></o:d>""";
        assertThat(problem(with(plain, "content.xml", event), "a.odt")).isEqualTo(FileProblem.MACROS);
        String link = "<a xmlns:x='urn:x' x:href='vnd.sun.star.script:Lib.Go?language=Basic'/>";
        assertThat(problem(with(plain, "styles.xml", link), "a.odt")).isEqualTo(FileProblem.MACROS);
    }

    @Test
    void filesWithAPasswordAreRefused() throws Exception {
        assertThat(problem(SampleFiles.encryptedPdf(), "a.pdf")).isEqualTo(FileProblem.ENCRYPTED);
        assertThat(problem(compoundFile("EncryptedPackage"), "a.docx")).isEqualTo(FileProblem.ENCRYPTED);
        String manifest = "<m><file-entry><encryption-data/></file-entry></m>";
        assertThat(problem(with(odt("x"), "META-INF/manifest.xml", manifest), "a.odt"))
                .isEqualTo(FileProblem.ENCRYPTED);
    }

    @Test
    void wordsOldFormatIsRefusedWithItsOwnReason() throws Exception {
        assertThat(problem(compoundFile("WordDocument"), "a.doc")).isEqualTo(FileProblem.OLD_WORD);
    }

    @Test
    void zipBombsAreRefused() {
        byte[] bomb = SampleFiles.zipBomb(100);
        assertThat(bomb.length).isLessThan(400_000);
        assertThat(problem(bomb, "a.docx")).isEqualTo(FileProblem.UNPACKS_TOO_LARGE);
    }

    @Test
    void manySmallEntriesAreRefused() {
        var parts = SampleFiles.parts(docx("x"));
        for (int i = 0; i < 4_100; i++) parts.put("word/media/" + i, new byte[0]);
        assertThat(problem(SampleFiles.zip(parts), "a.docx")).isEqualTo(FileProblem.UNPACKS_TOO_LARGE);
    }

    @Test
    void archivesInsideAreNotOpened() throws Exception {
        byte[] inner = SampleFiles.zipBomb(100);
        assertThat(inspect(with(docx("x"), "word/embeddings/inner.docx", inner), "a.docx"))
                .isEqualTo(FileType.DOCX);
    }

    @Test
    void remoteTemplatesAreRefusedAndOrdinaryLinksAreNot() throws Exception {
        String template = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate";
        String link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
        for (String target : new String[] {
            "https://evil.example/t.dotm", "\\\\evil\\t.dotm", "file://evil/t.dotm", "file:///\\\\evil\\t"
        }) {
            assertThat(problem(with(docx("x"), RELATIONSHIPS, relationship(template, target, "External")), "a.docx"))
                    .isEqualTo(FileProblem.REMOTE_PARTS);
        }
        for (String target : new String[] {"file:///C:\\Users\\amina\\Templates\\Letter.dotx", "Normal.dotm"}) {
            assertThat(inspect(with(docx("x"), RELATIONSHIPS, relationship(template, target, "External")), "a.docx"))
                    .isEqualTo(FileType.DOCX);
        }
        assertThat(inspect(
                        with(docx("x"), RELATIONSHIPS, relationship(link, "https://www.itu.int/", "External")),
                        "a.docx"))
                .isEqualTo(FileType.DOCX);
    }

    @Test
    void pdfsThatRunOrStartSomethingAreRefused() {
        byte[] script = pdf(
                "x", document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
        byte[] launch = pdf("x", document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch()));
        assertThat(problem(script, "a.pdf")).isEqualTo(FileProblem.ACTIVE_CONTENT);
        assertThat(problem(launch, "a.pdf")).isEqualTo(FileProblem.ACTIVE_CONTENT);
        assertThat(problem(handmade("1 0 obj <</S /J#61vaScr#69pt /JS (x)>> endobj"), "a.pdf"))
                .isEqualTo(FileProblem.ACTIVE_CONTENT);
        assertThat(problem(handmade(objectStream("/FlateDecode", deflated("1 0 <</S/JavaScript/JS(x)>>"))), "a.pdf"))
                .isEqualTo(FileProblem.ACTIVE_CONTENT);
    }

    @Test
    void aPdfThatOnlySpeaksOfScriptsIsTakenIn() throws Exception {
        assertThat(inspect(pdf("JavaScript and Launch and Encrypt are words"), "a.pdf"))
                .isEqualTo(FileType.PDF);
    }

    @Test
    void pdfObjectsThatCannotBeCheckedAreRefused() {
        assertThat(problem(handmade(objectStream("/LZWDecode", "not deflated")), "a.pdf"))
                .isEqualTo(FileProblem.DAMAGED);
    }

    @Test
    void aPdfThatUnpacksTooFarIsRefused() {
        String megabytes = "x".repeat(60 << 20);
        String stream = objectStream("/FlateDecode", deflated(megabytes));
        assertThat(problem(handmade(stream + stream + stream + stream), "a.pdf"))
                .isEqualTo(FileProblem.UNPACKS_TOO_LARGE);
    }

    @Test
    void twoFormatsInOneFileAreRefused() throws Exception {
        assertThat(problem(join(utf8("GIF89a"), pdf("x")), "a.pdf")).isEqualTo(FileProblem.TWO_FORMATS);
        assertThat(problem(join(pdf("x"), docx("x")), "a.pdf")).isEqualTo(FileProblem.TWO_FORMATS);
        assertThat(problem(with(odt("x"), "[Content_Types].xml", contentTypes("x")), "a.odt"))
                .isEqualTo(FileProblem.TWO_FORMATS);
        var parts = new java.util.LinkedHashMap<String, byte[]>();
        parts.put("%PDF-1.4", utf8("x"));
        parts.putAll(SampleFiles.parts(docx("x")));
        assertThat(problem(SampleFiles.zip(parts), "a.docx")).isEqualTo(FileProblem.TWO_FORMATS);
    }

    @Test
    void damagedFilesAreRefused() {
        byte[] whole = docx("x");
        assertThat(problem(java.util.Arrays.copyOf(whole, whole.length / 2), "a.docx"))
                .isEqualTo(FileProblem.DAMAGED);
        assertThat(problem(utf8("%PDF-1.7\n1 0 obj"), "a.pdf")).isEqualTo(FileProblem.DAMAGED);
        assertThat(problem(with(whole, "../outside", "x"), "a.docx")).isEqualTo(FileProblem.DAMAGED);
        assertThat(problem(with(whole, "WORD/document.xml", "x"), "a.docx")).isEqualTo(FileProblem.DAMAGED);
        String entities = "<!DOCTYPE t [<!ENTITY a 'x'>]><Types>&a;</Types>";
        assertThat(problem(with(whole, "[Content_Types].xml", entities), "a.docx"))
                .isEqualTo(FileProblem.DAMAGED);
    }

    @Test
    void aLongOpenDocumentWithManyEscapesIsTakenIn() throws Exception {
        assertThat(inspect(odt("R&amp;D &lt;and&gt; ".repeat(150_000)), "a.odt"))
                .isEqualTo(FileType.ODT);
    }

    @Test
    void anOpenDocumentWithOneHugePieceIsRefused() throws Exception {
        String huge = "x".repeat(2 << 20);
        for (String content :
                new String[] {"<a><!--" + huge + "--></a>", "<a b='" + huge + "'/>", "<a><?b " + huge + "?></a>"})
            assertThat(problem(with(odt("x"), "content.xml", content), "a.odt"))
                    .isEqualTo(FileProblem.UNPACKS_TOO_LARGE);
        assertThat(inspect(odt(huge), "a.odt")).isEqualTo(FileType.ODT);
    }

    @Test
    void anOpenDocumentOfNothingButNewNamesIsRefused() {
        var content = new StringBuilder("<a>");
        for (int i = 0; i < 30_000; i++) content.append("<a").append(i).append("/>");
        assertThat(problem(with(odt("x"), "content.xml", content + "</a>"), "a.odt"))
                .isEqualTo(FileProblem.UNPACKS_TOO_LARGE);
    }

    @Test
    void aPdfThatSaysStreamAMillionTimesIsReadOnce() {
        byte[] streams = handmade("1 0 obj <<>>\n" + "stream\n".repeat(1_400_000));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> inspect(streams, "a.pdf"));
    }

    @Test
    void aPdfWhoseStreamsStandInsideEachOtherIsRefused() {
        // Each is a stored block of nine bytes (RFC 1951, 3.2.4), which are the beginning of the next.
        String chain = "stream\nx\u0001\0\u0009\0\u00f6\u00ff".repeat(3_500);
        assertThat(problem(handmade("1 0 obj <<>>\n" + chain), "a.pdf")).isEqualTo(FileProblem.UNPACKS_TOO_LARGE);
    }

    @Test
    void whoWaitsTooLongForAPlaceIsToldToComeBack() {
        var full = new Inspector(0, Duration.ofMillis(10));
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> full.inspect(Files.createTempFile(folder, "a", ""), "a.pdf"));
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.retryAfter()).isNotNull();
    }

    private FileType inspect(byte[] content, String name) throws UnacceptableFile, IOException {
        Path file = Files.createTempFile(folder, "sample", "");
        Files.write(file, content);
        return inspector.inspect(file, name);
    }

    private FileType original(byte[] content, String name) throws UnacceptableFile, IOException {
        return inspector.inspect(Files.write(Files.createTempFile(folder, "original", ""), content), name, true);
    }

    private FileProblem problemOfOriginal(byte[] content, String name) {
        return catchThrowableOfType(UnacceptableFile.class, () -> original(content, name))
                .problem();
    }

    private FileProblem problem(byte[] content, String name) {
        return catchThrowableOfType(UnacceptableFile.class, () -> inspect(content, name))
                .problem();
    }

    private static String contentTypes(String main) {
        return "<Types><Override PartName='/word/document.xml' ContentType='" + main + "'/></Types>";
    }

    private static String relationship(String type, String target, String mode) {
        return "<Relationships><Relationship Id='r1' Type='%s' Target='%s' TargetMode='%s'/></Relationships>"
                .formatted(type, target, mode);
    }

    private static byte[] handmade(String objects) {
        return ("%PDF-1.7\n" + objects + "\ntrailer <</Root 9 0 R>>\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String objectStream(String filter, String data) {
        return "5 0 obj\n<</Type/ObjStm/N 1/First 4/Filter" + filter + "/Length " + data.length() + ">>\nstream\n"
                + data + "\nendstream endobj\n";
    }

    private static String deflated(String text) {
        var out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out)) {
            deflate.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] first, byte[] second) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(first);
        out.write(second);
        return out.toByteArray();
    }

    private static byte[] compoundFile(String stream) throws IOException {
        try (var file = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            file.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
