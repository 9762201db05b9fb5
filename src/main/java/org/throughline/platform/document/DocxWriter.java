package org.throughline.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.throughline.platform.markup.Xml;

/// Writes a document as DOCX (ISO/IEC 29500, transitional) that people go on working with: real heading, title,
/// quotation and caption styles, numbered lists, repeated table headers, footnotes, language and direction on every
/// run, page fields, fillable fields for answers. The same document gives the same bytes.
public final class DocxWriter {

    private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Document document;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<Inline.Footnote> notes = new ArrayList<>();

    private DocxWriter(Document document) {
        this.document = document;
    }

    public static byte[] write(Document document) {
        return new DocxWriter(document).write();
    }

    private byte[] write() {
        Map<String, String> bookmarks = DocxText.bookmarks(document);
        var relations = new DocxRelations();
        relations.part("styles", "styles.xml");
        relations.part("numbering", "numbering.xml");
        relations.part("settings", "settings.xml");
        relations.part("footnotes", "footnotes.xml");
        String header = relations.part("header", "header1.xml");
        String firstHeader = relations.part("header", "header2.xml");
        String footer = relations.part("footer", "footer1.xml");
        var body = new DocxBody(
                document, new DocxText(document.language(), bookmarks, relations, this::note), this::picture);
        String main = body.write(header, firstHeader, footer);
        var noteRelations = new DocxRelations();
        String footnotes = footnotes(new DocxText(document.language(), bookmarks, noteRelations, _ -> 0));

        add("[Content_Types].xml", DocxParts.contentTypes());
        add("_rels/.rels", DocxParts.rootRelations());
        add("docProps/core.xml", DocxParts.core(document));
        add("docProps/app.xml", DocxParts.app());
        add("word/document.xml", main);
        add("word/_rels/document.xml.rels", relations.toString());
        add("word/styles.xml", DocxStyles.styles(document.language()));
        add("word/numbering.xml", DocxParts.numbering(body.numberedLists()));
        add("word/settings.xml", DocxParts.settings(document.language()));
        add("word/footnotes.xml", footnotes);
        add("word/_rels/footnotes.xml.rels", noteRelations.toString());
        add("word/header1.xml", DocxParts.header(document, false));
        add("word/header2.xml", DocxParts.header(document, true));
        add("word/footer1.xml", DocxParts.footer(document));
        return zip();
    }

    private int note(Inline.Footnote note) {
        notes.add(note);
        return notes.size();
    }

    /// Keeps a picture as a part of the file and says under which name.
    private String picture(byte[] png) {
        String name = "media/image" + (parts.size() + 1) + ".png";
        parts.put("word/" + name, png);
        return name;
    }

    private String footnotes(DocxText text) {
        Xml xml = text.xml;
        xml.open("w:footnotes", DocxParts.NAMESPACES);
        separator(xml, "separator", "-1");
        separator(xml, "continuationSeparator", "0");
        for (int i = 0; i < notes.size(); i++) {
            xml.open("w:footnote", "w:id", String.valueOf(i + 1));
            text.open(DocxText.Form.of("FootnoteText"));
            xml.open("w:r")
                    .open("w:rPr")
                    .empty("w:rStyle", "w:val", "FootnoteReference")
                    .close("w:rPr");
            xml.empty("w:footnoteRef").close("w:r");
            text.run(new Inline.Text(" ", null, false, false), null, "");
            notes.get(i).text().forEach(inline -> text.inline(inline, null));
            text.close();
            xml.close("w:footnote");
        }
        return xml.close("w:footnotes").toString();
    }

    private static void separator(Xml xml, String type, String id) {
        xml.open("w:footnote", "w:type", type, "w:id", id).open("w:p").open("w:r");
        xml.empty("w:" + type).close("w:r").close("w:p").close("w:footnote");
    }

    private void add(String name, String xml) {
        parts.put(
                name,
                ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            // Readers expect the content types first; pictures were collected before them.
            entry(zip, "[Content_Types].xml");
            for (String name : parts.keySet()) if (!name.startsWith("[")) entry(zip, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void entry(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ZIP_EPOCH);
        zip.putNextEntry(entry);
        zip.write(parts.get(name));
        zip.closeEntry();
    }
}
