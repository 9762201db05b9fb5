package org.throughline.platform.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.chart.DataTable;
import org.throughline.platform.chart.Svg;

/// One part of a document's body, in reading order. Each kind is written with real structure in every format:
/// headings, lists, captioned tables, figures with a description, quotations in their own language.
public sealed interface Block {

    /// Refuses levels outside 1 to 4. The id is where links and bookmarks go.
    record Heading(int level, String id, List<Inline> text) implements Block {

        public Heading {
            if (level < 1 || level > 4) throw new IllegalArgumentException("Heading level " + level + " is not 1 to 4");
            Ids.require(id);
            text = List.copyOf(text);
        }
    }

    static Heading heading(int level, String id, String text) {
        return new Heading(level, id, List.of(Inline.text(text)));
    }

    static Paragraph paragraph(Inline... text) {
        return new Paragraph(List.of(text));
    }

    static Paragraph paragraph(String text) {
        return new Paragraph(List.of(Inline.text(text)));
    }

    /// @param lang the language of the whole paragraph where it is not the document's
    record Paragraph(List<Inline> text, @Nullable String lang) implements Block {

        public Paragraph {
            if (lang != null) Ids.requireLanguage(lang);
            text = List.copyOf(text);
        }

        public Paragraph(List<Inline> text) {
            this(text, null);
        }
    }

    /// A paragraph that is cited by its number, such as "12." or "(a)", standing so deep, 0 for the outermost.
    record Numbered(
            String number,
            String id,
            int depth,
            List<Inline> text,
            @Nullable String lang) implements Block {

        public Numbered {
            if (depth < 0 || depth > 4) throw new IllegalArgumentException("Depth " + depth + " is not 0 to 4");
            if (lang != null) Ids.requireLanguage(lang);
            Ids.require(id);
            text = List.copyOf(text);
        }
    }

    /// The footnotes, counted from 1, to which the text refers by [Inline.NoteSign]. On a page they stand where this
    /// block stands; in DOCX they are real footnotes.
    record Footnotes(String title, List<Line> notes) implements Block {

        public Footnotes {
            notes = List.copyOf(notes);
            for (int i = 0; i < notes.size(); i++) {
                if (notes.get(i).number() != i + 1) throw new IllegalArgumentException("Footnotes are not in order");
            }
        }
    }

    /// Sentences that are cited by their number: the number is part of the record and is written as it is.
    record Lines(List<Line> lines) implements Block {

        public Lines {
            lines = List.copyOf(lines);
        }
    }

    record Line(int number, String id, List<Inline> text) {

        public Line {
            Ids.require(id);
            text = List.copyOf(text);
        }
    }

    record BulletList(List<Item> items) implements Block {

        public BulletList {
            items = List.copyOf(items);
        }
    }

    record NumberedList(int start, List<Item> items) implements Block {

        public NumberedList {
            if (start < 0) throw new IllegalArgumentException("A list cannot start at " + start);
            items = List.copyOf(items);
        }
    }

    /// A list's item and the lists under it.
    record Item(List<Inline> text, List<Block> below) {

        public Item {
            text = List.copyOf(text);
            below = List.copyOf(below);
            if (!below.stream().allMatch(block -> block instanceof BulletList || block instanceof NumberedList)) {
                throw new IllegalArgumentException("Only lists may stand under a list's item");
            }
        }

        public Item(List<Inline> text) {
            this(text, List.of());
        }
    }

    enum Alignment {
        START,
        CENTER,
        END
    }

    record Column(List<Inline> words, Alignment alignment) {

        public Column {
            words = List.copyOf(words);
        }

        public Column(String header, Alignment alignment) {
            this(List.of(Inline.text(header)), alignment);
        }

        public String header() {
            return Inline.plain(words);
        }
    }

    /// Refuses rows that do not have one cell for each column. With `rowHeaders` the first cell of a row names it.
    record Table(String caption, List<Column> columns, List<List<List<Inline>>> rows, boolean rowHeaders)
            implements Block {

        public Table {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) throw new IllegalArgumentException("A table needs a column");
            int width = columns.size();
            rows = rows.stream()
                    .map(row -> row.stream().map(List::copyOf).toList())
                    .toList();
            for (var row : rows) {
                if (row.size() != width) {
                    throw new IllegalArgumentException("A row has " + row.size() + " cells for " + width + " columns");
                }
            }
        }
    }

    /// A chart's numbers as a table: the first column names the row and leads where the chart's row leads, the others
    /// are numbers.
    static Table table(DataTable data) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < data.header().size(); i++) {
            columns.add(new Column(data.header().get(i), i == 0 ? Alignment.START : Alignment.END));
        }
        var rows = new ArrayList<List<List<Inline>>>();
        for (int i = 0; i < data.rows().size(); i++) {
            var cells = new ArrayList<List<Inline>>();
            data.rows().get(i).forEach(cell -> cells.add(List.of(Inline.text(cell))));
            String address = data.address(i);
            if (address != null)
                cells.set(0, List.of(Inline.link(data.rows().get(i).getFirst(), address)));
            rows.add(cells);
        }
        return new Table("", columns, rows, true);
    }

    /// A picture with its title and description; its data stand below it as a table where they are given.
    ///
    /// @param titled whether the heading above it says its title already
    record Figure(String id, Svg svg, @Nullable Table data, boolean titled) implements Block {

        public Figure {
            Ids.require(id);
        }
    }

    record Quote(List<Inline> text, @Nullable String lang, String attribution) implements Block {

        public Quote {
            if (lang != null) Ids.requireLanguage(lang);
            text = List.copyOf(text);
        }
    }

    static Figure figure(String id, Chart chart) {
        return new Figure(id, chart.svg(), table(chart.data()), false);
    }

    /// A figure right below a heading with its title.
    static Figure titledFigure(String id, Chart chart) {
        return new Figure(id, chart.svg(), table(chart.data()), true);
    }

    /// Something set apart from the text, such as a caveat. Refuses headings inside, which would break the outline.
    record Note(String title, List<Block> blocks) implements Block {

        public Note {
            blocks = List.copyOf(blocks);
            if (blocks.stream().anyMatch(block -> block instanceof Heading || block instanceof PageBreak)) {
                throw new IllegalArgumentException("A note holds text, not headings or page breaks");
            }
        }
    }

    /// The list of headings down to a level with links to them, made by the writers.
    ///
    /// @param leftOut ids of headings that say nothing by themselves, such as "Examples" below every chapter
    record Contents(String title, int depth, Set<String> leftOut) implements Block {

        public Contents {
            if (depth < 1 || depth > 4) throw new IllegalArgumentException("Contents " + depth + " levels deep");
            leftOut = Set.copyOf(leftOut);
        }

        public Contents(String title, int depth) {
            this(title, depth, Set.of());
        }

        public Contents(String title) {
            this(title, 4);
        }
    }

    record PageBreak() implements Block {}

    /// Room to write on paper: a label and an empty ruled box of so many lines. In DOCX the box is a fillable field
    /// whose tag is the id, so that a filled form can be read back.
    ///
    /// @param filled what stands in the field from the start; empty for nothing
    record AnswerLines(String id, List<Inline> label, String hint, int lines, String filled) implements Block {

        public AnswerLines(String id, List<Inline> label, String hint, int lines) {
            this(id, label, hint, lines, "");
        }

        public AnswerLines {
            Ids.require(id);
            label = List.copyOf(label);
            if (lines < 1) throw new IllegalArgumentException("An answer needs a line");
        }
    }

    /// Boxes to tick; in DOCX each is a check box whose tag is `id:code`.
    record Choices(String id, List<Inline> label, String hint, List<Choice> choices) implements Block {

        public Choices {
            Ids.require(id);
            label = List.copyOf(label);
            choices = List.copyOf(choices);
        }
    }

    record Choice(String code, String label) {

        public Choice {
            Ids.require("c" + code);
        }
    }
}
