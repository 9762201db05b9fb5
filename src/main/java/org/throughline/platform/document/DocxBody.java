package org.throughline.platform.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.throughline.platform.chart.Svg;
import org.throughline.platform.document.DocxText.Form;
import org.throughline.platform.markup.Xml;

/// The main part of a DOCX file: one method for each kind of block.
final class DocxBody {

    static final int TEXT_WIDTH = 9412;
    private static final long EMU_PER_PIXEL = 9525;
    private static final int LINE = 480;

    private final Document document;
    private final DocxText text;
    private final Xml xml;
    private final Function<byte[], String> pictures;
    private final List<Integer> numberedLists = new ArrayList<>();
    private int nextId = 1;
    private boolean inNote;

    DocxBody(Document document, DocxText text, Function<byte[], String> pictures) {
        this.document = document;
        this.text = text;
        this.xml = text.xml;
        this.pictures = pictures;
    }

    /// Where each numbered list starts, with its level; the list's number in `numbering.xml` is its place here.
    List<Integer> numberedLists() {
        return numberedLists;
    }

    String write(String header, String firstHeader, String footer) {
        xml.open("w:document", DocxParts.NAMESPACES).open("w:body");
        if (!document.symbol().isBlank()) text.paragraph("Symbol", document.symbol());
        text.paragraph("Title", document.title());
        if (!document.header().isEmpty()) headerRows();
        document.blocks().forEach(this::block);
        section(header, firstHeader, footer);
        return xml.close("w:body").close("w:document").toString();
    }

    private void section(String header, String firstHeader, String footer) {
        xml.open("w:sectPr");
        xml.empty("w:headerReference", "w:type", "default", "r:id", header);
        xml.empty("w:headerReference", "w:type", "first", "r:id", firstHeader);
        xml.empty("w:footerReference", "w:type", "default", "r:id", footer);
        xml.empty("w:footerReference", "w:type", "first", "r:id", footer);
        xml.empty("w:pgSz", "w:w", "11906", "w:h", "16838");
        xml.empty(
                "w:pgMar",
                "w:top",
                "1361",
                "w:right",
                "1247",
                "w:bottom",
                "1247",
                "w:left",
                "1247",
                "w:header",
                "680",
                "w:footer",
                "567",
                "w:gutter",
                "0");
        xml.empty("w:titlePg");
        if (document.direction().equals("rtl")) xml.empty("w:bidi");
        xml.close("w:sectPr");
    }

    private void headerRows() {
        openTable("PlainTable", "", List.of(3000, TEXT_WIDTH - 3000));
        for (Document.HeaderRow row : document.header()) {
            xml.open("w:tr");
            cell(3000, () -> text.paragraph(Form.of("HeaderLabel"), List.of(Inline.text(row.label()))));
            cell(TEXT_WIDTH - 3000, () -> text.paragraph(Form.of("TableText"), row.text()));
            xml.close("w:tr");
        }
        closeTable();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading h -> heading(h);
            case Block.Paragraph p -> text.paragraph(new Form(inNote ? "NoteText" : "", "", p.lang(), ""), p.text());
            case Block.Numbered n -> text.numbered(n);
            case Block.Footnotes f -> text.footnotes(f);
            case Block.Lines l -> l.lines().forEach(this::line);
            case Block.BulletList l -> list(l.items(), 1, 0);
            case Block.NumberedList l -> list(l.items(), number(l.start(), 0), 0);
            case Block.Table t -> table(t);
            case Block.Figure f -> figure(f);
            case Block.Quote q -> quote(q);
            case Block.Note n -> note(n);
            case Block.Contents c -> contents(c);
            case Block.PageBreak _ -> text.breakPageBeforeNext();
            case Block.AnswerLines a -> answer(a);
            case Block.Choices c -> choices(c);
        }
    }

    private void heading(Block.Heading heading) {
        text.open(Form.of("Heading" + heading.level()));
        text.bookmark(heading.id(), () -> heading.text().forEach(inline -> text.inline(inline, null)));
        text.close();
    }

    private void line(Block.Line line) {
        text.open(Form.of("NumberedLine"));
        text.bookmark(line.id(), () -> text.run(plain(String.valueOf(line.number())), null, "LineNumber"));
        xml.open("w:r").empty("w:tab").close("w:r");
        line.text().forEach(inline -> text.inline(inline, null));
        text.close();
    }

    private int number(int start, int level) {
        numberedLists.add(start * 16 + level);
        return numberedLists.size() + 1;
    }

    private void list(List<Block.Item> items, int numbering, int level) {
        for (Block.Item item : items) {
            String properties = new Xml()
                    .open("w:numPr")
                    .empty("w:ilvl", "w:val", String.valueOf(Math.min(level, 8)))
                    .empty("w:numId", "w:val", String.valueOf(numbering))
                    .close("w:numPr")
                    .toString();
            text.paragraph(
                    new Form(numbering == 1 ? "ListParagraph" : "ListNumber", properties, null, ""), item.text());
            for (Block below : item.below()) {
                int deeper = Math.min(level + 1, 8);
                if (below instanceof Block.BulletList list) list(list.items(), 1, deeper);
                if (below instanceof Block.NumberedList list) list(list.items(), number(list.start(), deeper), deeper);
            }
        }
    }

    private void table(Block.Table table) {
        if (!table.caption().isBlank()) {
            text.paragraph(new Form("Caption", "", null, ""), List.of(Inline.text(table.caption())));
        }
        List<Integer> widths = TableWidths.of(table, TEXT_WIDTH);
        openTable("DocumentTable", table.caption(), widths);
        xml.open("w:tr")
                .open("w:trPr")
                .empty("w:cantSplit")
                .empty("w:tblHeader")
                .close("w:trPr");
        for (int i = 0; i < widths.size(); i++) {
            Block.Column column = table.columns().get(i);
            cell(widths.get(i), () -> text.paragraph(aligned("TableHeader", column), column.words()));
        }
        xml.close("w:tr");
        for (var row : table.rows()) {
            xml.open("w:tr").open("w:trPr").empty("w:cantSplit").close("w:trPr");
            for (int i = 0; i < row.size(); i++) {
                Block.Column column = table.columns().get(i);
                List<Inline> words = row.get(i);
                cell(widths.get(i), () -> text.paragraph(aligned("TableText", column), words));
            }
            xml.close("w:tr");
        }
        closeTable();
    }

    private static Form aligned(String style, Block.Column column) {
        String jc = switch (column.alignment()) {
            case START -> "";
            case CENTER -> "<w:jc w:val=\"center\"/>";
            case END -> "<w:jc w:val=\"right\"/>";
        };
        return new Form(style, "", null, jc);
    }

    /// In a table that reads from right to left, `bidiVisual` puts the first column at the right.
    private void openTable(String style, String caption, List<Integer> widths) {
        if (text.breaksPageBeforeNext()) text.paragraph("TableEnd", "");
        xml.open("w:tbl").open("w:tblPr").empty("w:tblStyle", "w:val", style);
        if (document.direction().equals("rtl")) xml.empty("w:bidiVisual");
        xml.empty("w:tblW", "w:w", "5000", "w:type", "pct");
        xml.empty(
                "w:tblLook",
                "w:val",
                "0020",
                "w:firstRow",
                "1",
                "w:lastRow",
                "0",
                "w:firstColumn",
                "0",
                "w:lastColumn",
                "0",
                "w:noHBand",
                "1",
                "w:noVBand",
                "1");
        if (!caption.isBlank()) xml.empty("w:tblCaption", "w:val", caption);
        xml.close("w:tblPr").open("w:tblGrid");
        widths.forEach(width -> xml.empty("w:gridCol", "w:w", String.valueOf(width)));
        xml.close("w:tblGrid");
    }

    /// Word joins two tables that touch, so each is followed by a small empty paragraph.
    private void closeTable() {
        xml.close("w:tbl");
        text.open(Form.of("TableEnd")).close();
    }

    private void cell(int width, Runnable content) {
        xml.open("w:tc")
                .open("w:tcPr")
                .empty("w:tcW", "w:w", String.valueOf(width), "w:type", "dxa")
                .close("w:tcPr");
        content.run();
        xml.close("w:tc");
    }

    private void figure(Block.Figure figure) {
        Svg svg = figure.svg();
        if (!figure.titled()) {
            text.open(Form.of("Caption"));
            text.bookmark(figure.id(), () -> text.run(plain(svg.title()), null, ""));
            text.close();
        }
        String id = text.relations.part("image", pictures.apply(Pictures.png(svg)));
        text.open(Form.of("Figure"));
        if (figure.titled()) text.bookmark(figure.id(), () -> picture(svg, id));
        else picture(svg, id);
        text.close();
        if (figure.data() != null) table(figure.data());
    }

    private void picture(Svg svg, String relation) {
        xml.open("w:r").open("w:drawing");
        drawing(svg, relation, nextId++);
        xml.close("w:drawing").close("w:r");
    }

    private void drawing(Svg svg, String relation, int number) {
        double scale = Pictures.onPaper(svg);
        String width = String.valueOf(Math.round((svg.width() + 2 * Pictures.EDGE) * scale * EMU_PER_PIXEL));
        String height = String.valueOf(Math.round(svg.height() * scale * EMU_PER_PIXEL));
        String id = String.valueOf(number);
        String name = "image" + number;
        xml.open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0");
        xml.empty("wp:extent", "cx", width, "cy", height)
                .empty("wp:effectExtent", "l", "0", "t", "0", "r", "0", "b", "0");
        xml.empty("wp:docPr", "id", id, "name", name, "descr", svg.description(), "title", svg.title());
        xml.open("a:graphic").open("a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture");
        xml.open("pic:pic").open("pic:nvPicPr");
        xml.empty("pic:cNvPr", "id", id, "name", name, "descr", svg.description());
        xml.empty("pic:cNvPicPr").close("pic:nvPicPr");
        xml.open("pic:blipFill").empty("a:blip", "r:embed", relation);
        xml.open("a:stretch").empty("a:fillRect").close("a:stretch").close("pic:blipFill");
        xml.open("pic:spPr")
                .open("a:xfrm")
                .empty("a:off", "x", "0", "y", "0")
                .empty("a:ext", "cx", width, "cy", height);
        xml.close("a:xfrm")
                .open("a:prstGeom", "prst", "rect")
                .empty("a:avLst")
                .close("a:prstGeom")
                .close("pic:spPr");
        xml.close("pic:pic").close("a:graphicData").close("a:graphic").close("wp:inline");
    }

    private void quote(Block.Quote quote) {
        text.paragraph(new Form("Quote", "", quote.lang(), ""), quote.text());
        if (!quote.attribution().isBlank()) text.paragraph("Attribution", quote.attribution());
    }

    private void note(Block.Note note) {
        if (!note.title().isBlank()) text.paragraph("NoteTitle", note.title());
        inNote = true;
        note.blocks().forEach(this::block);
        inNote = false;
    }

    /// A table of contents that Word can renew; it lists the headings as links from the start.
    private void contents(Block.Contents contents) {
        text.paragraph("TOCHeading", contents.title());
        List<Block.Heading> headings = document.headings(contents);
        for (int i = 0; i < headings.size(); i++) {
            Block.Heading heading = headings.get(i);
            text.open(Form.of("TOC" + heading.level()));
            if (i == 0) {
                field("begin");
                xml.open("w:r")
                        .element(
                                "w:instrText",
                                " TOC \\o \"1-" + contents.depth() + "\" \\h \\n ",
                                "xml:space",
                                "preserve")
                        .close("w:r");
                field("separate");
            }
            text.inline(Inline.reference(Inline.plain(heading.text()), heading.id()), null);
            if (i == headings.size() - 1) field("end");
            text.close();
        }
    }

    private void field(String type) {
        xml.open("w:r").empty("w:fldChar", "w:fldCharType", type).close("w:r");
    }

    private void answer(Block.AnswerLines answer) {
        label(answer.id(), answer.label(), answer.hint());
        openTable("AnswerTable", "", List.of(TEXT_WIDTH));
        xml.open("w:tr").open("w:trPr");
        xml.empty("w:trHeight", "w:val", String.valueOf(answer.lines() * LINE), "w:hRule", "atLeast")
                .close("w:trPr");
        cell(TEXT_WIDTH, () -> {
            openField(answer.id(), Inline.plain(answer.label()));
            // LibreOffice doubles what stands in a field for plain text; one for rich text it leaves alone.
            if (answer.filled().isEmpty()) xml.empty("w:showingPlcHdr").empty("w:text", "w:multiLine", "1");
            xml.close("w:sdtPr").open("w:sdtContent");
            text.filled(answer.filled());
            xml.close("w:sdtContent").close("w:sdt");
        });
        xml.close("w:tr");
        closeTable();
    }

    private void choices(Block.Choices choices) {
        label(choices.id(), choices.label(), choices.hint());
        for (Block.Choice choice : choices.choices()) {
            text.open(Form.of("Choice"));
            openField(choices.id() + ":" + choice.code(), choice.label());
            xml.open("w14:checkbox").empty("w14:checked", "w14:val", "0");
            xml.empty("w14:checkedState", "w14:val", "2612", "w14:font", "MS Gothic");
            xml.empty("w14:uncheckedState", "w14:val", "2610", "w14:font", "MS Gothic");
            xml.close("w14:checkbox")
                    .close("w:sdtPr")
                    .open("w:sdtContent")
                    .open("w:r")
                    .open("w:rPr");
            xml.empty(
                    "w:rFonts",
                    "w:ascii",
                    "MS Gothic",
                    "w:eastAsia",
                    "MS Gothic",
                    "w:hAnsi",
                    "MS Gothic",
                    "w:hint",
                    "eastAsia");
            xml.close("w:rPr")
                    .element("w:t", "\u2610")
                    .close("w:r")
                    .close("w:sdtContent")
                    .close("w:sdt");
            text.run(plain(" " + choice.label()), null, "");
            text.close();
        }
    }

    private void label(String id, List<Inline> label, String hint) {
        text.open(Form.of("AnswerLabel"));
        text.bookmark(id, () -> label.forEach(inline -> text.inline(inline, null)));
        text.close();
        if (!hint.isBlank()) text.paragraph("AnswerHint", hint);
    }

    /// A fillable field, left open inside its properties. Its number is made from its tag, so that it is always the
    /// same.
    private void openField(String tag, String title) {
        String shown = title.length() > 60
                ? title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, 60) - 1))
                : title;
        xml.open("w:sdt").open("w:sdtPr").empty("w:alias", "w:val", shown).empty("w:tag", "w:val", tag);
        xml.empty("w:id", "w:val", String.format(Locale.ROOT, "%d", tag.hashCode() & 0x7FFFFFFF));
    }

    private static Inline.Text plain(String words) {
        return new Inline.Text(words, null, false, false);
    }
}
