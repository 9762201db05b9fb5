package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.documents.text.DocxXml.Element;
import org.throughline.documents.text.DocxXml.Unreadable;
import org.throughline.platform.Languages;

/// A table of a DOCX file. Its first row is its head.
final class DocxTable {

    private final DocxPackage file;
    private final List<Loss> losses;
    private final Function<Element, List<Span>> cell;

    DocxTable(DocxPackage file, List<Loss> losses, Function<Element, List<Span>> cell) {
        this.file = file;
        this.losses = losses;
        this.cell = cell;
    }

    /// Nothing for a table without words.
    Part.@Nullable Table read(Element table, String caption, String language) {
        var rows = new ArrayList<List<List<Span>>>();
        var aligns = new ArrayList<Part.Align>();
        boolean merged = false;
        int width = 0;
        for (Element row : rows(table)) {
            var cells = new ArrayList<List<Span>>();
            for (Element one : cells(row)) {
                Element properties = one.child("tcPr");
                int span = properties == null ? 1 : DocxPackage.number(properties.value("gridSpan"), 1);
                boolean goesOn = properties != null
                        && properties.child("vMerge") != null
                        && !properties.value("vMerge").equals("restart");
                merged |= span > 1 || goesOn;
                cells.add(cell.apply(one));
                for (int i = 1; i < Math.min(span, 60); i++) cells.add(List.of());
                if (rows.size() < 2) align(aligns, cells.size() - 1, one);
            }
            width = Math.max(width, cells.size());
            rows.add(cells);
            // Every row is filled up to the width of the widest.
            if ((long) width * rows.size() > MarkupLimits.MOST_CELLS)
                throw TextRefusals.unreadable(new Unreadable("table too large"));
        }
        if (width == 0 || rows.stream().allMatch(row -> row.stream().allMatch(List::isEmpty))) return null;
        if (merged) losses.add(new Loss(Loss.Kind.MERGED_CELLS, DocxSpans.words(table)));
        for (var row : rows) while (row.size() < width) row.add(List.of());
        while (aligns.size() < width) aligns.add(Part.Align.START);
        return new Part.Table(
                caption,
                aligns.subList(0, width),
                rows.getFirst(),
                List.copyOf(rows.subList(1, rows.size())),
                lang(table, language));
    }

    /// The language of the table where all its words are in one that is not the document's.
    private @Nullable String lang(Element table, String language) {
        String only = null;
        for (Element row : rows(table)) {
            for (Element one : cells(row)) {
                var inside = new ArrayList<Element>();
                DocxReader.flatten(one, inside);
                for (Element paragraph : inside) {
                    if (!paragraph.name().equals("p")
                            || DocxSpans.words(paragraph).isBlank()) continue;
                    String lang =
                            DocxSpans.of(file, paragraph, new ArrayList<>()).language(language);
                    if (lang == null || only != null && !only.equals(lang)) return null;
                    only = lang;
                }
            }
        }
        return only != null && Languages.isKnown(only) ? only : null;
    }

    static List<Element> rows(Element table) {
        var rows = new ArrayList<Element>();
        collect(table, "tr", rows);
        return rows;
    }

    static List<Element> cells(Element row) {
        var cells = new ArrayList<Element>();
        collect(row, "tc", cells);
        return cells;
    }

    private static void collect(Element in, String name, List<Element> found) {
        for (Element child : in.children()) {
            if (child.name().equals(name)) found.add(child);
            else if (!child.name().equals("tc")
                    && !child.name().equals("tbl")
                    && !child.name().equals("p")) {
                collect(child, name, found);
            }
        }
    }

    private static void align(List<Part.Align> aligns, int at, Element cell) {
        Element paragraph = cell.child("p");
        Element properties = paragraph == null ? null : paragraph.child("pPr");
        String jc = properties == null ? "" : properties.value("jc");
        Part.Align align = switch (jc) {
            case "right", "end" -> Part.Align.END;
            case "center" -> Part.Align.CENTER;
            default -> Part.Align.START;
        };
        while (aligns.size() <= at) aligns.add(Part.Align.START);
        // The body's alignment counts; a head alone is often centred for its look.
        aligns.set(at, align);
    }
}
