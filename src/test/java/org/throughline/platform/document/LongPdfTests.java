package org.throughline.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongPdfTests {

    /// Contents, two chapters, and an annex in three sections: each from its page break on.
    private static Document sample(String language) {
        List<String> words = Samples.words(language);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Contents("Contents", 2));
        blocks.add(new Block.PageBreak());
        for (int chapter = 1; chapter <= 2; chapter++) {
            blocks.add(Block.heading(1, "chapter-" + chapter, chapter + " " + words.get(1)));
            blocks.add(Block.paragraph(words.get(2)));
            blocks.add(Block.heading(2, "section-" + chapter, chapter + " " + words.get(5)));
            blocks.add(Block.figure("f" + chapter, Samples.chart(language)));
            blocks.add(Block.paragraph(
                    Inline.reference("To the other", "section-" + (3 - chapter)),
                    Inline.reference("Here", "f" + chapter)));
            blocks.add(new Block.PageBreak());
        }
        blocks.add(Block.heading(1, "annex", "Annex"));
        for (int section = 0; section < 3; section++) {
            if (section > 0) blocks.add(new Block.PageBreak());
            blocks.add(Block.heading(2, "entries-" + section, "Entries " + section));
            int from = section * 100;
            blocks.add(new Block.Lines(IntStream.range(from + 1, from + 101)
                    .mapToObj(n -> new Block.Line(
                            n,
                            "entry-" + n,
                            List.of(
                                    Inline.link("Entry " + n, "https://example.org/" + n),
                                    Inline.text(" " + words.get(3)))))
                    .toList()));
        }
        return new Document(
                language,
                "SYM",
                words.getFirst(),
                "",
                List.of(new Document.HeaderRow("Edition", "1")),
                blocks,
                "Foot",
                Instant.EPOCH);
    }

    private static byte[] inParts(Document document) {
        var out = new ByteArrayOutputStream();
        PdfWriter.write(document, 0, 1, out, () -> {});
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh"})
    void whatIsWrittenInPartsIsOneDocumentThatMeetsPdfUa(String language) throws IOException {
        Document document = sample(language);
        byte[] pdf = inParts(document);
        assertThat(PdfUa.failures(pdf)).isEmpty();
        assertThat(TaggedText.of(pdf)).contains("Entry 1", "Entry 300");
        try (PDDocument file = Loader.loadPDF(pdf);
                PDDocument whole = Loader.loadPDF(PdfWriter.write(document))) {
            assertThat(file.getNumberOfPages()).isEqualTo(whole.getNumberOfPages());
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(file.getDocumentInformation().getTitle())
                    .isEqualTo(whole.getDocumentInformation().getTitle());
            assertThat(titles(file)).isEqualTo(titles(whole)).hasSize(8);
            assertThat(file.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .hasSize(1);
        }
    }

    @Test
    void pagesAreNumberedThroughAndTheContentsKnowThem() throws IOException {
        try (PDDocument file = Loader.loadPDF(inParts(sample("en")))) {
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            int last = file.getNumberOfPages();
            for (int page = 1; page <= last; page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(file)).containsPattern("Foot\\s+" + page + "\\s");
            }
            text.setStartPage(1);
            text.setEndPage(1);
            String contents = text.getText(file);
            for (PDOutlineItem item : items(file)) {
                int page = 1 + file.getPages().indexOf(item.findDestinationPage(file));
                assertThat(contents).containsPattern(item.getTitle().replaceAll("[()?]", ".") + "\\s+" + page + "\\b");
            }
        }
    }

    @Test
    void linksLeadFromOnePartToTheOther() throws IOException {
        try (PDDocument file = Loader.loadPDF(inParts(sample("en")))) {
            List<String> inside = new ArrayList<>();
            int outside = 0;
            for (PDPage page : file.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    var link = (PDAnnotationLink) annotation;
                    if (link.getAction() instanceof PDActionURI uri) {
                        outside++;
                        assertThat(uri.getURI()).startsWith("https://example.org/");
                    }
                    if (link.getAction() instanceof PDActionGoTo go
                            && go.getDestination() instanceof PDNamedDestination name) {
                        inside.add(name.getNamedDestination());
                        assertThat(file.getDocumentCatalog().findNamedDestinationPage(name))
                                .isNotNull();
                    }
                }
            }
            assertThat(outside).isEqualTo(300);
            assertThat(inside).contains("chapter-1", "section-2", "annex", "entries-2");
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(inParts(sample("ar"))).isEqualTo(inParts(sample("ar")));
    }

    private static List<String> titles(PDDocument file) {
        return items(file).stream().map(PDOutlineItem::getTitle).toList();
    }

    private static List<PDOutlineItem> items(PDDocument file) {
        List<PDOutlineItem> items = new ArrayList<>();
        for (PDOutlineItem item : file.getDocumentCatalog().getDocumentOutline().children()) {
            items.add(item);
            item.children().forEach(items::add);
        }
        return items;
    }
}
