package org.throughline.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Document;
import org.throughline.platform.document.DocxWriter;
import org.throughline.platform.document.Inline;

/// Our form filled in, and files that other programs wrote.
class DocxOfOthersTests {

    private static final Body TEXT = Body.read("# Background\n\n1. One.\n\n- a\n- b\n");

    private static byte[] form(String purpose) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Note("", List.of(Block.paragraph("How to fill this in."))));
        blocks.add(new Block.AnswerLines("title", List.of(Inline.text("Title")), "", 1, ""));
        blocks.add(new Block.AnswerLines("purpose", List.of(Inline.text("Purpose")), "", 3, purpose));
        blocks.add(Block.heading(1, "text-begins", "Text"));
        blocks.addAll(BodyBlocks.of(TEXT, ""));
        return DocxWriter.write(new Document("en", "", "Document", "", List.of(), blocks, "", Instant.EPOCH));
    }

    @Test
    void aFormComesBackWithItsFieldsAndItsText() {
        ReadDocument read = DocxReader.read(DocxRoundTripTests.parts(form("Line one\nLine two")), "en");
        assertThat(read.fields()).isEqualTo(Map.of(HeaderField.PURPOSE, "Line one\nLine two"));
        assertThat(read.body()).isEqualTo(TEXT);
        assertThat(read.losses()).isEmpty();
    }

    @Test
    void aFieldIsFoundByItsPlaceWhereAProgramLostItsControl() {
        Map<String, byte[]> parts = DocxRoundTripTests.parts(form("This document informs."));
        String xml = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        String without = xml.replaceAll("<w:sdt>.*?<w:sdtContent>", "").replace("</w:sdtContent></w:sdt>", "");
        assertThat(without).doesNotContain("w:sdt");
        parts.put("word/document.xml", without.getBytes(StandardCharsets.UTF_8));
        ReadDocument read = DocxReader.read(parts, "en");
        assertThat(read.fields()).isEqualTo(Map.of(HeaderField.PURPOSE, "This document informs."));
        assertThat(read.body()).isEqualTo(TEXT);
    }

    /// LibreOffice loses the tag of a field and writes it twice where its letters run against the paragraph.
    @Test
    void aFieldThatIsWrittenTwiceIsReadOnce() {
        Map<String, byte[]> parts = DocxRoundTripTests.parts(form("X"));
        String xml = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        String field =
                "<w:sdt><w:sdtPr><w:alias w:val=\"Purpose\"/></w:sdtPr><w:sdtContent><w:r><w:t>Said once</w:t></w:r>"
                        + "</w:sdtContent></w:sdt>";
        String twice = xml.replaceAll("<w:sdt>(?:(?!</w:sdt>).)*>X<.*?</w:sdt>", "<w:p>" + field + field + "</w:p>");
        assertThat(twice).contains(field + field);
        parts.put("word/document.xml", twice.getBytes(StandardCharsets.UTF_8));
        assertThat(DocxReader.read(parts, "en").fields()).isEqualTo(Map.of(HeaderField.PURPOSE, "Said once"));
    }

    @Test
    void theHeaderOfATemplateIsFoundWhereItIsPrinted() throws IOException {
        try (var file = new XWPFDocument()) {
            paragraph(file, "Purpose");
            paragraph(file, "This document informs the Group.");
            paragraph(file, "Action required");
            paragraph(file, "Members are invited to consider the contribution.");
            paragraph(file, "Relevant link(s) with the Strategic Plan");
            paragraph(file, "Convening platforms; partnerships.");
            paragraph(file, "Financial implications: within the allocated resources");
            paragraph(file, "The text begins here.");
            paragraph(file, "1)\tFirst,");
            paragraph(file, "–\tLeadership: since 2003;");
            XWPFParagraph bold = file.createParagraph();
            bold.createRun().setText("A ");
            bold.createRun().setText("bold");
            bold.getRuns().get(1).setBold(true);
            bold.getRuns().get(1).setStrikeThrough(true);
            var table = file.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Region");
            table.getRow(0).getCell(1).setText("Inputs");
            table.getRow(1).getCell(0).setText("Africa");
            table.getRow(1).getCell(1).setText("12");
            ReadDocument read = read(file);
            assertThat(read.fields())
                    .containsEntry(HeaderField.PURPOSE, "This document informs the Group.")
                    .containsEntry(HeaderField.ACTION, "Members are invited to consider the contribution.")
                    .containsEntry(HeaderField.STRATEGIC, "Convening platforms; partnerships.")
                    .containsEntry(HeaderField.FINANCIAL, "within the allocated resources");
            assertThat(read.body().plain()).startsWith("The text begins here.").contains("Leadership", "Africa");
            assertThat(read.body().parts().getLast()).isInstanceOf(Part.Table.class);
            assertThat(read.losses()).containsExactly(new Loss(Loss.Kind.LOOK, "bold"));
        }
    }

    @Test
    void paragraphsThatAProgramCountsKeepTheirNumbers() throws IOException {
        try (var file = new XWPFDocument()) {
            var numbering = file.createNumbering();
            var kind = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum.Factory.newInstance();
            kind.setAbstractNumId(BigInteger.ONE);
            for (int level = 0; level < 2; level++) {
                var one = kind.addNewLvl();
                one.setIlvl(BigInteger.valueOf(level));
                one.addNewStart().setVal(BigInteger.ONE);
                one.addNewNumFmt()
                        .setVal(
                                level == 0
                                        ? org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat.DECIMAL
                                        : org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat
                                                .LOWER_LETTER);
                one.addNewLvlText().setVal(level == 0 ? "%1." : "(%2)");
            }
            var of = numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(kind));
            BigInteger id = numbering.addNum(of);
            for (int level : new int[] {0, 1, 1, 0, 1}) {
                XWPFParagraph one = paragraph(file, "Words " + level);
                one.setNumID(id);
                one.setNumILvl(BigInteger.valueOf(level));
            }
            assertThat(read(file).body().markup().lines().filter(line -> !line.isEmpty()))
                    .containsExactly("1. Words 0", "(a) Words 1", "(b) Words 1", "2. Words 0", "(a) Words 1");
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument file, String text) {
        XWPFParagraph paragraph = file.createParagraph();
        String[] parts = text.split("\t");
        for (int i = 0; i < parts.length; i++) {
            var run = paragraph.createRun();
            if (i > 0) run.addTab();
            run.setText(parts[i]);
        }
        return paragraph;
    }

    private static ReadDocument read(XWPFDocument file) throws IOException {
        var out = new ByteArrayOutputStream();
        file.write(out);
        return DocxReader.read(DocxRoundTripTests.parts(out.toByteArray()), "en");
    }
}
