package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads our small part of CommonMark, with tables, footnotes, numbered paragraphs and languages. Nothing that was
/// typed gets lost: what has no block of its own here is kept as words.
final class MarkupReader {

    private static final int DEEPEST = 24;
    private static final Pattern CAPTION = Pattern.compile(
            "(?:Table|Tableau|Tabla|Таблица|الجدول|جدول|表)[ \u00a0]?[:：][ \u00a0]*(.*)", Pattern.DOTALL);
    private static final Parser PARSER = parser(TablesExtension.create());
    private static final Parser WITHOUT_TABLES = parser();

    private final List<Part> parts = new ArrayList<>();
    private final MarkupLabels labels;
    private @Nullable String lang;
    private @Nullable String caption;

    private MarkupReader(MarkupLabels labels) {
        this.labels = labels;
    }

    private static Parser parser(Extension... more) {
        var extensions = new ArrayList<>(List.of(more));
        extensions.add(FootnotesExtension.builder().inlineFootnotes(true).build());
        return Parser.builder()
                .extensions(extensions)
                .enabledBlockTypes(Set.of(Heading.class, BlockQuote.class, ListBlock.class))
                .customBlockParserFactory(new NumberedBlock.Factory())
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
    }

    static Body read(String markup) {
        List<String> lines = markup.lines().toList();
        Parser parser = MarkupLimits.tablesFit(lines) ? PARSER : WITHOUT_TABLES;
        return new MarkupReader(new MarkupLabels(markup.length())).body(parser.parse(MarkupLimits.parted(lines)));
    }

    private Body body(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) notesOf(node);
        children(document);
        return new Body(parts);
    }

    private void notesOf(Node node) {
        if (!(node instanceof FootnoteDefinition definition)) return;
        var words = new ArrayList<Span>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            words.addAll(MarkupSpans.ofNote(child, labels));
            words.add(Span.text(" "));
        }
        labels.note(definition.getLabel(), Spans.oneLine(words));
    }

    private void children(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof NumberedBlock.Language language) {
                lang = language.tag;
                continue;
            }
            if (node instanceof FootnoteDefinition || isCaption(node)) continue;
            block(node);
            lang = null;
            caption = null;
        }
    }

    /// Whether a paragraph in front of a table would be read as its caption, or one by itself as numbered.
    static boolean isMistaken(Part.Paragraph paragraph, boolean beforeTable) {
        if (!(paragraph.text().getFirst() instanceof Span.Words words)) return false;
        return beforeTable && CAPTION.matcher(words.text()).lookingAt()
                || words.isPlain() && Numbers.letterAt(words.text()) != null;
    }

    private boolean isCaption(Node node) {
        if (!(node instanceof Paragraph) || !(node.getNext() instanceof TableBlock)) return false;
        List<Span> text = spans(node);
        if (!(node.getFirstChild() instanceof org.commonmark.node.Text first)
                || !CAPTION.matcher(first.getLiteral()).lookingAt()) return false;
        Matcher found = CAPTION.matcher(Span.plain(text));
        if (!found.matches()) return false;
        caption = found.group(1);
        return true;
    }

    private void block(Node node) {
        switch (node) {
            case Heading heading -> {
                List<Span> text = Spans.oneLine(spans(heading));
                if (!text.isEmpty()) parts.add(new Part.Heading(Math.min(heading.getLevel(), 3), text, lang));
            }
            case Paragraph paragraph -> lines(null, MarkupSpans.of(paragraph, labels));
            case NumberedBlock numbered -> numbered(numbered);
            case BulletList list -> list(list);
            case OrderedList list -> list(list);
            case BlockQuote quote -> quote(quote);
            case TableBlock table -> table(table);
            case LinkReferenceDefinition definition ->
                paragraph(Spans.tidy(
                        List.of(Span.text("[" + definition.getLabel() + "]: " + definition.getDestination()))));
            default -> children(node);
        }
    }

    private void paragraph(List<Span> text) {
        if (!text.isEmpty()) parts.add(new Part.Paragraph(text, lang));
    }

    // A number that begins with a letter has to be looked for at the start of the paragraph and, once there is one, of
    // each line of it.
    private void lines(@Nullable String number, List<Span> typed) {
        var spans = new ArrayList<>(typed);
        int from = 0;
        String now = number;
        for (int i = 0; i < spans.size(); i++) {
            boolean starts = i == 0 && number == null || now != null && spans.get(i) == MarkupSpans.SOFT;
            int at = spans.get(i) == MarkupSpans.SOFT ? i + 1 : i;
            if (!starts || at >= spans.size()) continue;
            if (!(spans.get(at) instanceof Span.Words words) || !words.isPlain()) continue;
            Numbers.Start start = Numbers.letterAt(words.text());
            if (start == null) continue;
            if (i > 0) numbered(now, spans.subList(from, i));
            now = start.number();
            from = at;
            spans.set(at, Span.text(words.text().substring(start.end())));
            i = at;
        }
        numbered(now, spans.subList(from, spans.size()));
    }

    private void numbered(@Nullable String number, List<Span> spans) {
        List<Span> text = Spans.tidy(spans);
        if (number == null) paragraph(text);
        else if (text.isEmpty()) paragraph(List.of(Span.text(number)));
        else parts.add(new Part.Numbered(number, text, lang));
    }

    private void numbered(NumberedBlock numbered) {
        Node first = numbered.getFirstChild();
        if (!(first instanceof Paragraph)) {
            paragraph(List.of(Span.text(numbered.number)));
            children(numbered);
            return;
        }
        lines(numbered.number, MarkupSpans.of(first, labels));
        for (Node more = first.getNext(); more != null; more = more.getNext()) block(more);
    }

    private void list(ListBlock list) {
        List<Part.Item> items = items(list);
        if (!items.isEmpty()) parts.add(listOf(list, items, lang));
    }

    private static Part listOf(ListBlock list, List<Part.Item> items, @Nullable String lang) {
        if (!(list instanceof OrderedList ordered)) return new Part.Bullets(items, lang);
        Integer start = ordered.getMarkerStartNumber();
        return new Part.Ordered(start == null ? 1 : Math.min(start, 99_999), items, lang);
    }

    private List<Part.Item> items(Node list) {
        var items = new ArrayList<Part.Item>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            var text = new ArrayList<Span>();
            var below = new ArrayList<Part>();
            for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof ListBlock inner) {
                    List<Part.Item> deeper = items(inner);
                    if (!deeper.isEmpty()) below.add(listOf(inner, deeper, null));
                } else {
                    if (!text.isEmpty()) text.add(new Span.Break());
                    text.addAll(spans(child));
                }
            }
            List<Span> tidy = Spans.tidy(text);
            if (!tidy.isEmpty()) items.add(new Part.Item(tidy, below));
            else below.forEach(part -> items.addAll(itemsOf(part)));
        }
        return items;
    }

    private static List<Part.Item> itemsOf(Part list) {
        return list instanceof Part.Bullets bullets ? bullets.items() : ((Part.Ordered) list).items();
    }

    private void quote(Node quote) {
        var paragraphs = new ArrayList<List<Span>>();
        for (Node child = quote.getFirstChild(); child != null; child = child.getNext()) quoted(child, paragraphs);
        if (!paragraphs.isEmpty()) parts.add(new Part.Quote(paragraphs, lang));
    }

    private void quoted(Node node, List<List<Span>> paragraphs) {
        if (node instanceof ListBlock || node instanceof BlockQuote || node instanceof org.commonmark.node.ListItem) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) quoted(child, paragraphs);
            return;
        }
        List<Span> text = spans(node);
        if (!text.isEmpty()) paragraphs.add(text);
    }

    private void table(TableBlock table) {
        var columns = new ArrayList<Part.Align>();
        var head = new ArrayList<List<Span>>();
        var rows = new ArrayList<List<List<Span>>>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                var cells = new ArrayList<List<Span>>();
                for (Node cell = row.getFirstChild(); cell instanceof TableCell one; cell = cell.getNext()) {
                    cells.add(spans(one));
                    if (part instanceof TableHead) columns.add(align(one.getAlignment()));
                }
                if (part instanceof TableHead) head.addAll(cells);
                else rows.add(cells);
            }
        }
        for (var row : rows) while (row.size() < head.size()) row.add(List.of());
        parts.add(new Part.Table(caption == null ? "" : caption, columns, head, List.copyOf(rows), lang));
    }

    private static Part.Align align(TableCell.@Nullable Alignment alignment) {
        if (alignment == null) return Part.Align.START;
        return switch (alignment) {
            case LEFT -> Part.Align.START;
            case CENTER -> Part.Align.CENTER;
            case RIGHT -> Part.Align.END;
        };
    }

    private List<Span> spans(Node node) {
        return Spans.tidy(MarkupSpans.of(node, labels));
    }
}
