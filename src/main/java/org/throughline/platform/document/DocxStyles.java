package org.throughline.platform.document;

import org.throughline.platform.markup.Xml;

/// The styles of our DOCX files. Names are the built-in ones where Word has them, so that its outline, its
/// accessibility checker and people's own templates know them.
final class DocxStyles {

    private static final String BOX = border("top", 6) + border("left", 6) + border("bottom", 6) + border("right", 6);

    private final Xml xml = new Xml();

    private DocxStyles() {}

    static String styles(String language) {
        return new DocxStyles().write(language);
    }

    private String write(String language) {
        xml.open("w:styles", DocxParts.NAMESPACES);
        xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr");
        xml.empty("w:rFonts", "w:ascii", "Calibri", "w:eastAsia", "SimSun", "w:hAnsi", "Calibri", "w:cs", "Arial");
        xml.empty("w:sz", "w:val", "22").empty("w:szCs", "w:val", "22").raw(DocxText.lang(language));
        xml.close("w:rPr").close("w:rPrDefault").open("w:pPrDefault").open("w:pPr");
        xml.empty("w:spacing", "w:after", "120", "w:line", "276", "w:lineRule", "auto");
        xml.close("w:pPr").close("w:pPrDefault").close("w:docDefaults");
        text();
        lists();
        notes();
        forms();
        characters();
        tables();
        return xml.close("w:styles").toString();
    }

    private void text() {
        xml.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal");
        xml.empty("w:name", "w:val", "Normal").empty("w:qFormat").close("w:style");
        paragraph("Title", "Title", spacing(0, 240), size(40, true));
        paragraph("Symbol", "Document symbol", spacing(0, 120) + jc("right"), size(22, true));
        heading(1, 32, 400);
        heading(2, 27, 280);
        heading(3, 24, 220);
        heading(4, 22, 180);
        String quoteLine = "<w:pBdr>" + border("left", 12) + "</w:pBdr>";
        paragraph("Quote", "Quote", quoteLine + spacing(120, 60) + indent(567, 567), "");
        paragraph("Attribution", "Attribution", spacing(0, 200) + indent(567, 567), grey(20));
        paragraph("Caption", "caption", "<w:keepNext/>" + spacing(200, 80), size(20, true));
        paragraph("Figure", "Figure", spacing(0, 200), "");
        paragraph("NumberedLine", "Numbered line", tab("left", 680) + spacing(0, 100) + hanging(680), "");
        paragraph("NumberedParagraph", "Numbered paragraph", spacing(0, 140), "");
        paragraph("FootnoteText", "footnote text", spacing(0, 40), size(18, false));
        paragraph("Header", "header", "<w:pBdr>" + border("bottom", 4) + "</w:pBdr>", grey(17));
        paragraph("Footer", "footer", tab("right", DocxBody.TEXT_WIDTH), grey(17));
        paragraph(
                "TableEnd",
                "Table end",
                "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>",
                size(8, false));
    }

    private void heading(int level, int size, int before) {
        String outline = "<w:outlineLvl w:val=\"" + (level - 1) + "\"/>";
        paragraph(
                "Heading" + level,
                "heading " + level,
                "<w:keepNext/><w:keepLines/>" + spacing(before, 100) + outline,
                size(size, true));
    }

    private void lists() {
        paragraph("ListParagraph", "List Paragraph", spacing(0, 60), "");
        paragraph("ListNumber", "List Number", spacing(0, 60), "");
        paragraph("TOCHeading", "TOC Heading", "<w:keepNext/>" + spacing(200, 80), size(24, true));
        for (int level = 1; level <= 4; level++) {
            paragraph("TOC" + level, "toc " + level, spacing(0, 40) + indent(300 * (level - 1), 0), "");
        }
    }

    private void notes() {
        paragraph(
                "NoteTitle",
                "Note title",
                "<w:keepNext/><w:pBdr>" + BOX + "</w:pBdr>" + indent(113, 113),
                size(22, true));
        paragraph("NoteText", "Note text", "<w:pBdr>" + BOX + "</w:pBdr>" + indent(113, 113), "");
    }

    private void forms() {
        paragraph("AnswerLabel", "Answer label", "<w:keepNext/>" + spacing(200, 60), size(22, true));
        paragraph("AnswerHint", "Answer hint", "<w:keepNext/>" + spacing(0, 60), grey(20));
        paragraph("Choice", "Choice", spacing(0, 60) + indent(142, 0), "");
        paragraph("TableText", "Table text", spacing(40, 40), size(20, false));
        paragraph("TableHeader", "Table header", "<w:keepNext/>" + spacing(40, 40), size(20, true));
        paragraph("HeaderLabel", "Header label", spacing(40, 40), size(20, true));
    }

    private void characters() {
        character("Hyperlink", "Hyperlink", "<w:color w:val=\"0B4A8F\"/><w:u w:val=\"single\"/>");
        character("FootnoteReference", "footnote reference", "<w:vertAlign w:val=\"superscript\"/>");
        character("LineNumber", "Sentence number", grey(17));
        character("PlaceholderText", "Placeholder Text", "<w:color w:val=\"666666\"/>");
    }

    private void tables() {
        String lines = border("top", 4) + border("bottom", 8) + border("insideH", 4);
        table("DocumentTable", "Document table", "<w:tblBorders>" + lines + "</w:tblBorders>");
        table("PlainTable", "Plain table", "");
        table(
                "AnswerTable",
                "Answer table",
                "<w:tblBorders>" + BOX.replace("w:space=\"4\"", "w:space=\"0\"") + "</w:tblBorders>");
    }

    private void paragraph(String id, String name, String properties, String characters) {
        xml.open("w:style", "w:type", "paragraph", "w:styleId", id).empty("w:name", "w:val", name);
        xml.empty("w:basedOn", "w:val", "Normal").empty("w:qFormat");
        if (!properties.isEmpty()) xml.open("w:pPr").raw(properties).close("w:pPr");
        if (!characters.isEmpty()) xml.open("w:rPr").raw(characters).close("w:rPr");
        xml.close("w:style");
    }

    private void character(String id, String name, String properties) {
        xml.open("w:style", "w:type", "character", "w:styleId", id).empty("w:name", "w:val", name);
        xml.open("w:rPr").raw(properties).close("w:rPr").close("w:style");
    }

    private void table(String id, String name, String borders) {
        xml.open("w:style", "w:type", "table", "w:styleId", id).empty("w:name", "w:val", name);
        xml.open("w:tblPr").raw(borders).open("w:tblCellMar");
        xml.empty("w:left", "w:w", "85", "w:type", "dxa").empty("w:right", "w:w", "85", "w:type", "dxa");
        xml.close("w:tblCellMar").close("w:tblPr").close("w:style");
    }

    private static String spacing(int before, int after) {
        return "<w:spacing w:before=\"" + before + "\" w:after=\"" + after + "\"/>";
    }

    private static String indent(int start, int end) {
        return "<w:ind w:left=\"" + start + "\" w:right=\"" + end + "\"/>";
    }

    private static String hanging(int by) {
        return "<w:ind w:left=\"" + by + "\" w:hanging=\"" + by + "\"/>";
    }

    private static String jc(String value) {
        return "<w:jc w:val=\"" + value + "\"/>";
    }

    private static String tab(String kind, int at) {
        return "<w:tabs><w:tab w:val=\"" + kind + "\" w:pos=\"" + at + "\"/></w:tabs>";
    }

    private static String size(int halfPoints, boolean bold) {
        return (bold ? "<w:b/><w:bCs/>" : "") + "<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints
                + "\"/>";
    }

    private static String grey(int halfPoints) {
        return "<w:color w:val=\"444444\"/>" + size(halfPoints, false);
    }

    private static String border(String side, int width) {
        return "<w:" + side + " w:val=\"single\" w:sz=\"" + width + "\" w:space=\"4\" w:color=\"666666\"/>";
    }
}
