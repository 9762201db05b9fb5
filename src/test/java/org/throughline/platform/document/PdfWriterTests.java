package org.throughline.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfWriterTests {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh", "fr", "ru", "es"})
    void aLongDocumentMeetsPdfUaAndKeepsItsWords(String language) throws IOException {
        byte[] pdf = PdfWriter.write(Samples.in(language, 1));
        assertThat(PdfUa.failures(pdf)).isEmpty();
        String text = text(pdf);
        for (String words : Samples.words(language)) assertThat(text).contains(squeezed(words));
        assertThat(text).contains("1/4");
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
