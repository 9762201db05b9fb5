package org.throughline.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.platform.chart.ChartText;
import org.throughline.platform.chart.Charts;

class PdfWriterTests {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh", "fr", "ru", "es"})
    void aLongDocumentMeetsPdfUaAndKeepsItsWords(String language) throws IOException {
        byte[] pdf = PdfWriter.write(Samples.in(language, 1));
        assertThat(PdfUa.failures(pdf)).isEmpty();
        String text = text(pdf);
        for (String words : Samples.words(language)) assertThat(text).contains(squeezed(words));
        assertThat(text).containsPattern("1/[45]");
        try (var file = Loader.loadPDF(pdf)) {
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(file.getDocumentInformation().getTitle())
                    .isEqualTo(Samples.words(language).getFirst());
            assertThat(file.getDocumentCatalog().getDocumentOutline().hasChildren())
                    .isTrue();
        }
    }

    @Test
    void aScreenReaderMeetsTheTextInReadingOrder() throws IOException {
        List<String> w = Samples.words("en");
        String text = squeezed(TaggedText.of(PdfWriter.write(Samples.in("en", 1))));
        int place = -1;
        for (String next : List.of(
                w.get(0),
                w.get(7),
                "1. " + w.get(1),
                w.get(2) + w.get(5) + "," + w.get(1),
                "17" + w.get(2),
                "3." + w.get(5),
                "Africa 30 210 30 %",
                "Amina",
                w.get(3),
                w.get(1) + w.get(6),
                "Europe")) {
            int found = text.indexOf(squeezed(next), place + 1);
            assertThat(found).as("%s after %s in %s", next, place, text).isGreaterThan(place);
            place = found;
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        Document document = HtmlWriterTests.of(Block.heading(1, "a", "Once"), Block.figure("f", Samples.chart("ar")));
        assertThat(PdfWriter.write(document)).isEqualTo(PdfWriter.write(document));
    }

    @Test
    void aCharacterWithoutAShapeIsNamed() throws IOException {
        byte[] pdf = PdfWriter.write(HtmlWriterTests.of(Block.paragraph("Well done 🥳, 😀, 𝒳 and ｡")));
        assertThat(text(pdf)).contains(squeezed("Well done [U+1F973], 😀, [U+1D4B3] and [U+FF61]"));
        assertThat(PdfUa.failures(pdf)).isEmpty();
    }

    @Test
    void strangeTextNeitherBreaksTheFileNorItsAccessibility() throws IOException {
        var blocks = new ArrayList<Block>();
        for (String naughty : NaughtyStrings.ALL) blocks.add(Block.paragraph(naughty));
        blocks.addAll(HtmlWriterTests.withEverywhere(String.join(" ", NaughtyStrings.ALL))
                .blocks());
        for (String bad : NaughtyStrings.BAD_ADDRESSES) blocks.add(Block.paragraph(Inline.link("link", bad)));
        byte[] pdf = PdfWriter.write(HtmlWriterTests.of(blocks.toArray(Block[]::new)));
        assertThat(PdfUa.failures(pdf)).isEmpty();
        String text = text(pdf);
        assertThat(text)
                .contains(squeezed("<script>alert('input')</script>"))
                .contains(squeezed("bell \uFFFD nul \uFFFD"))
                .contains(squeezed("'; DROP TABLE inputs; --"));
        try (var file = Loader.loadPDF(pdf)) {
            for (var page : file.getPages()) assertThat(page.getAnnotations()).isEmpty();
        }
    }

    @Test
    void nothingIsMadeBoldByDrawingItTwice() throws IOException {
        try (var file = Loader.loadPDF(PdfWriter.write(Samples.in("zh", 1)))) {
            for (var page : file.getPages())
                for (Object token : new PDFStreamParser(page).parse())
                    if (token instanceof Operator operator)
                        assertThat(operator.getName()).isNotEqualTo("Tr");
        }
    }

    @Test
    void aHighPictureStandsOnThePageOfItsTitle() throws IOException {
        List<Charts.Row> rows = IntStream.range(0, 40)
                .mapToObj(row -> new Charts.Row("Row " + row, row, 0.1))
                .toList();
        var chart = Charts.bars(new ChartText("en", "High", "", "u", "40", "what", "n", "%"), rows);
        byte[] pdf = PdfWriter.write(HtmlWriterTests.of(
                new Block.PageBreak(),
                Block.heading(1, "title", "The title"),
                new Block.Figure("high", chart.svg(), null, true)));
        try (var file = Loader.loadPDF(pdf)) {
            assertThat(file.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void noWordOfATablesHeadIsBroken() throws IOException {
        List<Block.Column> columns = List.of(
                new Block.Column("Направление деятельности", Block.Alignment.START),
                new Block.Column("проекты", Block.Alignment.END),
                new Block.Column("17", Block.Alignment.END));
        String words = "Роль органов государственного управления и всех заинтересованных сторон в содействии ИКТ";
        List<List<List<Inline>>> rows = List.of(List.of(
                List.of(Inline.text(words + " " + words)), List.of(Inline.text("2")), List.of(Inline.text("0"))));
        byte[] pdf = PdfWriter.write(HtmlWriterTests.of(new Block.Table("", columns, rows, true)));
        try (var file = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(file)).contains("проекты", "17");
        }
        List<Integer> widths = TableWidths.of(new Block.Table("", columns, rows, true), 9_000);
        assertThat(widths.getFirst()).isGreaterThan(6_000);
        assertThat(widths.get(1)).isGreaterThan(widths.get(2));
        assertThat(widths.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(9_000);
    }

    @Test
    void aTablesHeadIsNotLeftAloneAtTheEndOfAPage() throws IOException {
        List<Block.Column> columns = List.of(new Block.Column("Kopf", Block.Alignment.START));
        List<List<List<Inline>>> rows = List.of(List.of(List.of(Inline.text("Zeile " + "and words ".repeat(30)))));
        for (int before = 24; before < 40; before++) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < before; i++) blocks.add(Block.paragraph("Before"));
            blocks.add(new Block.Table("", columns, rows, false));
            try (var file = Loader.loadPDF(PdfWriter.write(HtmlWriterTests.of(blocks.toArray(Block[]::new))))) {
                var stripper = new PDFTextStripper();
                for (int page = 1; page <= file.getNumberOfPages(); page++) {
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    String text = stripper.getText(file);
                    assertThat(text.contains("Kopf")).as("%s before", before).isEqualTo(text.contains("Zeile"));
                }
            }
        }
    }

    @Test
    void aChineseHeadingDoesNotEndInOneCharacter() {
        String html = HtmlWriter.printed(HtmlWriterTests.of(Block.heading(1, "a", "C1 各国政府和所有利益攸关方的作用")), text -> text);
        assertThat(html).contains("C1 各国政府和所有利益攸关<span class=\"doc-whole\">方的作用</span></h2>");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            return squeezed(new PDFTextStripper().getText(file));
        }
    }

    /// Without what depends on the page's width (spaces, line ends) and vowel marks, which extractors put at either
    /// side of a letter.
    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}\\p{Mn}]", "");
    }
}
