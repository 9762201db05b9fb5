package org.throughline.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a document as DOCX (ISO/IEC 29500, transitional) that people go on working with: real heading, title,
/// quotation and caption styles, numbered lists, repeated table headers, language and direction on every run, page
/// fields, fillable fields for answers. The same document gives the same bytes.
public final class DocxWriter {

    private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Document document;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private DocxWriter(Document document) {
        this.document = document;
    }

    public static byte[] write(Document document) {
        var out = new ByteArrayOutputStream();
        write(document, out);
        return out.toByteArray();
    }

    public static void write(Document document, OutputStream out) {
        new DocxWriter(document).writeTo(out);
    }

    private void writeTo(OutputStream out) {
        Map<String, String> bookmarks = DocxText.bookmarks(document);
        var relations = new DocxRelations();
        relations.part("styles", "styles.xml");
        relations.part("numbering", "numbering.xml");
        relations.part("settings", "settings.xml");
        String header = relations.part("header", "header1.xml");
        String firstHeader = relations.part("header", "header2.xml");
        String footer = relations.part("footer", "footer1.xml");
        var text = new DocxText(document.language(), bookmarks, relations);
        var body = new DocxBody(document, text, this::picture);
        String main = body.write(header, firstHeader, footer);

        boolean footnotes = !text.footnotes().isEmpty();
        if (footnotes) {
            relations.part("footnotes", "footnotes.xml");
            var others = new DocxRelations();
            add("word/footnotes.xml", DocxParts.footnotes(document, text.footnotes(), others));
            add("word/_rels/footnotes.xml.rels", others.toString());
        }
        add("[Content_Types].xml", DocxParts.contentTypes(footnotes));
        add("_rels/.rels", DocxParts.rootRelations());
        add("docProps/core.xml", DocxParts.core(document));
        add("docProps/app.xml", DocxParts.app());
        add("word/document.xml", main);
        add("word/_rels/document.xml.rels", relations.toString());
        add("word/styles.xml", DocxStyles.styles(document.language()));
        add("word/numbering.xml", DocxParts.numbering(body.numberedLists()));
        add("word/settings.xml", DocxParts.settings(document.language()));
        add("word/header1.xml", DocxParts.header(document, false));
        add("word/header2.xml", DocxParts.header(document, true));
        add("word/footer1.xml", DocxParts.footer(document));
        zip(out);
    }

    /// Keeps a picture as a part of the file and says under which name.
    private String picture(byte[] png) {
        String name = "media/image" + (parts.size() + 1) + ".png";
        parts.put("word/" + name, png);
        return name;
    }

    private void add(String name, String xml) {
        parts.put(
                name,
                ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void zip(OutputStream out) {
        try {
            var zip = new ZipOutputStream(out);
            // Readers expect the content types first; pictures were collected before them.
            entry(zip, "[Content_Types].xml");
            for (String name : parts.keySet()) if (!name.startsWith("[")) entry(zip, name);
            zip.finish();
            zip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void entry(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ZIP_EPOCH);
        zip.putNextEntry(entry);
        zip.write(parts.get(name));
        zip.closeEntry();
    }
}
