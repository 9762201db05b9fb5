package org.throughline.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.throughline.platform.Languages;

class DocxWriterTests {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh", "fr", "ru", "es"})
    void anotherProgramFindsTheSameStructure(String language) throws IOException {
        List<String> w = Samples.words(language);
        try (var word = new XWPFDocument(new ByteArrayInputStream(DocxWriter.write(Samples.in(language))))) {
            assertThat(styled(word, "Title")).containsExactly(w.get(0));
            assertThat(styled(word, "Heading1")).containsExactly("1. " + w.get(1), "2. " + w.get(1));
            assertThat(styled(word, "Heading2")).contains(w.get(3));
            assertThat(styled(word, "NumberedLine")).first().isEqualTo("10\t" + w.get(2) + " " + w.get(6));
            assertThat(styled(word, "Quote")).hasSize(6);
            assertThat(word.getTables())
                    .filteredOn(table -> "DocumentTable".equals(table.getStyleID()))
                    .hasSize(4)
                    .allMatch(table -> table.getRow(0).isRepeatHeader());
            assertThat(word.getAllPictures()).isNotEmpty();
            var properties = word.getProperties().getCoreProperties();
            assertThat(properties.getTitle()).isEqualTo(w.get(0));
            assertThat(properties.getCreated().toInstant()).isEqualTo(Samples.DATED);
            // Sentences have numbers of their own; others in the margin would say something else.
            assertThat(word.getDocument().getBody().getSectPr().isSetLnNumType())
                    .isFalse();
        }
    }

    @Test
    void everyStyleAndEveryRelationThatIsUsedExists() throws IOException {
        for (String language : Languages.ALL) {
            Map<String, Element> parts = parts(DocxWriter.write(Samples.in(language)));
            List<String> styles = parts.get("word/styles.xml").select("w|style").eachAttr("w:styleId");
            for (Element part : parts.values()) {
                assertThat(styles)
                        .containsAll(
                                part.select("w|pStyle, w|rStyle, w|tblStyle").eachAttr("w:val"));
            }
            List<String> relations = parts.get("word/_rels/document.xml.rels")
                    .select("Relationship")
                    .eachAttr("Id");
            Element main = parts.get("word/document.xml");
            assertThat(relations).containsAll(main.select("[r:id]").eachAttr("r:id"));
            assertThat(relations).containsAll(main.select("[r:embed]").eachAttr("r:embed"));
            List<String> bookmarks = main.select("w|bookmarkStart").eachAttr("w:name");
            assertThat(bookmarks).doesNotHaveDuplicates();
            assertThat(bookmarks).containsAll(main.select("[w:anchor]").eachAttr("w:anchor"));
        }
    }

    /// Word refuses files whose elements stand in another order than the schema's. Word 2010's own check boxes are
    /// not in it.
    @Test
    void theTextKeepsToTheSchema() throws Exception {
        String main = text(DocxWriter.write(Samples.in("ar")), "word/document.xml")
                .replace(" mc:Ignorable=\"w14\"", "")
                .replaceAll("<w14:checkbox>.*?</w14:checkbox>", "");
        var problems = new ArrayList<XmlError>();
        DocumentDocument.Factory.parse(main).validate(new XmlOptions().setErrorListener(problems));
        assertThat(problems).isEmpty();
    }

    @Test
    void rightToLeftIsSaidOnParagraphsRunsTablesAndThePage() throws IOException {
        Element arabic = parts(DocxWriter.write(Samples.in("ar"))).get("word/document.xml");
        assertThat(arabic.select("w|sectPr > w|bidi")).hasSize(1);
        assertThat(arabic.select("w|tblPr > w|bidiVisual")).isNotEmpty();
        assertThat(arabic.select("w|p:has(> w|pPr > w|pStyle[w:val=Heading1]) w|pPr > w|bidi"))
                .hasSize(2);
        assertThat(arabic.select("w|r:has(> w|t:contains(المساهمات)) > w|rPr > w|rtl"))
                .isNotEmpty();
        Element english = parts(DocxWriter.write(Samples.in("en"))).get("word/document.xml");
        assertThat(english.select("w|sectPr > w|bidi")).isEmpty();
        Element quote =
                english.select("w|p:has(> w|pPr > w|pStyle[w:val=Quote])").get(1);
        assertThat(quote.select("w|pPr > w|bidi")).hasSize(1);
        assertThat(quote.select("w|rPr > w|lang").attr("w:bidi")).isEqualTo("ar-SA");
        assertThat(english.select("w|lang[w:val=de]")).isNotEmpty();
    }

    @Test
    void answersAreFieldsThatCanBeReadBack() throws IOException {
        Element main = parts(DocxWriter.write(Samples.in("en", 1))).get("word/document.xml");
        assertThat(main.select("w|sdtPr > w|tag").eachAttr("w:val")).containsExactly("q1-1", "q2-1:AFR", "q2-1:EUR");
        assertThat(main.select("w14|checkbox")).hasSize(2);
    }

    @Test
    void textsStayTextsWhateverTheyAre() throws IOException {
        for (String naughty : NaughtyStrings.ALL) {
            Map<String, Element> parts = parts(DocxWriter.write(HtmlWriterTests.withEverywhere(naughty)));
            for (Element part : parts.values()) {
                assertThat(part.select("w|instrText, w|object, w|altChunk, w|hyperlink"))
                        .isEmpty();
            }
        }
        byte[] all = DocxWriter.write(HtmlWriterTests.withEverywhere(String.join(" ", NaughtyStrings.ALL)));
        try (var word = new XWPFDocument(new ByteArrayInputStream(all))) {
            assertThat(word.getParagraphs().getLast().getText())
                    .contains("<script>alert('input')</script>", "bell \uFFFD nul \uFFFD", "DROP TABLE");
        }
    }

    @Test
    void onlyWebAndMailAddressesBecomeLinks() throws IOException {
        var blocks = new ArrayList<Block>();
        for (String bad : NaughtyStrings.BAD_ADDRESSES) blocks.add(Block.paragraph(Inline.link("here", bad)));
        blocks.add(Block.paragraph(Inline.link("good", "https://example.org/ü?q=\"[1]\"&100%")));
        Map<String, Element> parts = parts(DocxWriter.write(HtmlWriterTests.of(blocks.toArray(Block[]::new))));
        assertThat(parts.get("word/_rels/document.xml.rels")
                        .select("[TargetMode=External]")
                        .eachAttr("Target"))
                .containsExactly("https://example.org/%C3%BC?q=%22%5B1%5D%22&100%25");
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(DocxWriter.write(Samples.in("ar"))).isEqualTo(DocxWriter.write(Samples.in("ar")));
    }

    private static List<String> styled(XWPFDocument word, String style) {
        return word.getParagraphs().stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private static String text(byte[] docx, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("No " + name);
    }

    private static Map<String, Element> parts(byte[] docx) throws IOException {
        var parts = new LinkedHashMap<String, Element>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (parts.isEmpty()) assertThat(entry.getName()).isEqualTo("[Content_Types].xml");
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                if (!entry.getName().endsWith(".png")) {
                    var xml = Jsoup.parse(text, "", Parser.xmlParser());
                    xml.outputSettings().syntax(Syntax.xml);
                    parts.put(entry.getName(), xml);
                }
            }
        }
        return parts;
    }
}
