package org.throughline.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/// Reads a PDF as a screen reader does: by its structure, not by where letters stand on the page.
final class TaggedText {

    private final StringBuilder text = new StringBuilder();
    private final Map<PDPage, Map<Integer, String>> pages = new HashMap<>();

    private TaggedText() {}

    static String of(byte[] pdf) throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf)) {
            var reader = new TaggedText();
            for (PDPage page : file.getPages()) reader.pages.put(page, marked(page));
            reader.read(file.getDocumentCatalog().getStructureTreeRoot(), null);
            return reader.text.toString();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void read(PDStructureNode node, PDPage page) {
        for (Object kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element -> {
                    read(element, element.getPage() == null ? page : element.getPage());
                    text.append(' ');
                }
                case PDMarkedContentReference reference ->
                    add(reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
                case Integer id -> add(page, id);
                default -> {}
            }
        }
    }

    private void add(PDPage page, int id) {
        text.append(pages.getOrDefault(page, Map.of()).getOrDefault(id, ""));
    }

    private static Map<Integer, String> marked(PDPage page) throws IOException {
        var extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        var found = new HashMap<Integer, String>();
        extractor.getMarkedContents().forEach(content -> collect(content, found));
        return found;
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> found) {
        var words = new StringBuilder();
        for (Object part : content.getContents()) {
            if (part instanceof TextPosition letter) words.append(letter.getUnicode());
            if (part instanceof PDMarkedContent inner) collect(inner, found);
        }
        if (content.getMCID() >= 0) found.merge(content.getMCID(), words.toString(), String::concat);
    }
}
