package org.throughline.platform.document;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.throughline.platform.markup.Xml;

/// The parts of a DOCX file beside its text: what is in the file, its properties, list numbering, header and
/// footer.
final class DocxParts {

    static final String[] NAMESPACES = {
        "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml",
        "mc:Ignorable", "w14"
    };

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String[] BULLETS = {"•", "–", "▪"};

    private DocxParts() {}

    static String contentTypes(boolean footnotes) {
        var xml = new Xml();
        xml.open("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
        xml.empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        xml.empty("Default", "Extension", "xml", "ContentType", "application/xml");
        xml.empty("Default", "Extension", "png", "ContentType", "image/png");
        override(xml, "/word/document.xml", WORD + "document.main+xml");
        for (String part : List.of("styles", "numbering", "settings")) {
            override(xml, "/word/" + part + ".xml", WORD + part + "+xml");
        }
        if (footnotes) override(xml, "/word/footnotes.xml", WORD + "footnotes+xml");
        override(xml, "/word/header1.xml", WORD + "header+xml");
        override(xml, "/word/header2.xml", WORD + "header+xml");
        override(xml, "/word/footer1.xml", WORD + "footer+xml");
        override(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        override(xml, "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        return xml.close("Types").toString();
    }

    private static void override(Xml xml, String part, String type) {
        xml.empty("Override", "PartName", part, "ContentType", type);
    }

    static String rootRelations() {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        String core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        var xml = new Xml();
        xml.open("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
        xml.empty("Relationship", "Id", "rId1", "Type", office + "officeDocument", "Target", "word/document.xml");
        xml.empty("Relationship", "Id", "rId2", "Type", core, "Target", "docProps/core.xml");
        xml.empty("Relationship", "Id", "rId3", "Type", office + "extended-properties", "Target", "docProps/app.xml");
        return xml.close("Relationships").toString();
    }

    static String core(Document document) {
        String date = document.dated().truncatedTo(ChronoUnit.SECONDS).toString();
        var xml = new Xml();
        xml.open(
                "cp:coreProperties",
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms",
                "http://purl.org/dc/terms/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        xml.element("dc:title", document.title());
        xml.element("dc:subject", document.symbol());
        xml.element("dc:description", document.description());
        xml.element("dc:language", document.language());
        xml.element("dcterms:created", date, "xsi:type", "dcterms:W3CDTF");
        xml.element("dcterms:modified", date, "xsi:type", "dcterms:W3CDTF");
        return xml.close("cp:coreProperties").toString();
    }

    static String app() {
        return new Xml()
                .open(
                        "Properties",
                        "xmlns",
                        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
                .element("Application", "Throughline")
                .close("Properties")
                .toString();
    }

    static String settings(String language) {
        var xml = new Xml();
        xml.open("w:settings", NAMESPACES).empty("w:zoom", "w:percent", "100");
        xml.open("w:compat");
        xml.empty(
                "w:compatSetting",
                "w:name",
                "compatibilityMode",
                "w:uri",
                "http://schemas.microsoft.com/office/word",
                "w:val",
                "15");
        xml.close("w:compat");
        xml.raw(DocxText.lang(language).replace("w:lang", "w:themeFontLang"));
        return xml.close("w:settings").toString();
    }

    /// Bullets are number 1; each numbered list is its own number after that, so that it begins where it should.
    static String numbering(List<Integer> numberedLists) {
        var xml = new Xml();
        xml.open("w:numbering", NAMESPACES);
        abstractList(xml, 0, true);
        abstractList(xml, 1, false);
        xml.open("w:num", "w:numId", "1").empty("w:abstractNumId", "w:val", "0").close("w:num");
        for (int i = 0; i < numberedLists.size(); i++) {
            String level = String.valueOf(numberedLists.get(i) % 16);
            String start = String.valueOf(numberedLists.get(i) / 16);
            xml.open("w:num", "w:numId", String.valueOf(i + 2)).empty("w:abstractNumId", "w:val", "1");
            xml.open("w:lvlOverride", "w:ilvl", level)
                    .empty("w:startOverride", "w:val", start)
                    .close("w:lvlOverride");
            xml.close("w:num");
        }
        return xml.close("w:numbering").toString();
    }

    private static void abstractList(Xml xml, int id, boolean bullets) {
        xml.open("w:abstractNum", "w:abstractNumId", String.valueOf(id));
        xml.empty("w:multiLevelType", "w:val", "hybridMultilevel");
        for (int level = 0; level < 9; level++) {
            xml.open("w:lvl", "w:ilvl", String.valueOf(level)).empty("w:start", "w:val", "1");
            xml.empty("w:numFmt", "w:val", bullets ? "bullet" : "decimal");
            xml.empty("w:lvlText", "w:val", bullets ? BULLETS[level % BULLETS.length] : "%" + (level + 1) + ".");
            xml.empty("w:lvlJc", "w:val", "left").open("w:pPr");
            xml.empty("w:ind", "w:left", String.valueOf(425 * (level + 1)), "w:hanging", "425")
                    .close("w:pPr");
            xml.close("w:lvl");
        }
        xml.close("w:abstractNum");
    }

    static String header(Document document, boolean firstPage) {
        var text = new DocxText(document.language(), Map.of(), new DocxRelations());
        text.xml.open("w:hdr", NAMESPACES);
        String head = document.symbol().isBlank() ? document.title() : document.symbol() + " – " + document.title();
        text.paragraph(firstPage ? "" : "Header", firstPage ? "" : head);
        return text.xml.close("w:hdr").toString();
    }

    static String footer(Document document) {
        var text = new DocxText(document.language(), Map.of(), new DocxRelations());
        Xml xml = text.xml;
        xml.open("w:ftr", NAMESPACES);
        text.open(DocxText.Form.of("Footer"));
        text.inline(Inline.text(document.footer()), null);
        xml.open("w:r").empty("w:tab").close("w:r");
        field(xml, "PAGE");
        xml.open("w:r").element("w:t", " / ", "xml:space", "preserve").close("w:r");
        field(xml, "NUMPAGES");
        text.close();
        return xml.close("w:ftr").toString();
    }

    /// Real footnotes; the first two are the lines that part them from the text.
    static String footnotes(Document document, List<Block.Line> notes, DocxRelations relations) {
        var text = new DocxText(document.language(), Map.of(), relations);
        Xml xml = text.xml.open("w:footnotes", NAMESPACES);
        for (String line : List.of("separator", "continuationSeparator")) {
            String id = line.equals("separator") ? "-1" : "0";
            xml.open("w:footnote", "w:type", line, "w:id", id).open("w:p").open("w:r");
            xml.empty("w:" + line).close("w:r").close("w:p").close("w:footnote");
        }
        for (Block.Line note : notes) {
            xml.open("w:footnote", "w:id", String.valueOf(note.number()));
            text.open(DocxText.Form.of("FootnoteText"));
            xml.open("w:r")
                    .open("w:rPr")
                    .empty("w:rStyle", "w:val", "FootnoteReference")
                    .close("w:rPr");
            xml.empty("w:footnoteRef").close("w:r");
            text.inline(Inline.text(" "), null);
            note.text().forEach(inline -> text.inline(inline, null));
            text.close();
            xml.close("w:footnote");
        }
        return xml.close("w:footnotes").toString();
    }

    private static void field(Xml xml, String code) {
        xml.open("w:fldSimple", "w:instr", " " + code + " ")
                .open("w:r")
                .element("w:t", "1")
                .close("w:r");
        xml.close("w:fldSimple");
    }
}
