package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Inline;

/// A text as blocks of a document, from which the writers make pages, DOCX and PDF.
public final class BodyBlocks {

    private final List<Block> blocks = new ArrayList<>();
    private final List<Block.Line> notes = new ArrayList<>();
    private int lastHeading;

    private BodyBlocks() {}

    /// @param notesTitle the heading over the footnotes where a format shows them at the end
    public static List<Block> of(Body body, String notesTitle) {
        var made = new BodyBlocks();
        List<String> places = body.places();
        List<Integer> depths = Places.depths(body.parts());
        for (int i = 0; i < body.parts().size(); i++) made.part(body.parts().get(i), places.get(i), depths.get(i));
        if (!made.notes.isEmpty()) made.blocks.add(new Block.Footnotes(notesTitle, made.notes));
        return List.copyOf(made.blocks);
    }

    private void part(Part part, String place, int depth) {
        switch (part) {
            case Part.Heading heading -> {
                // A document's outline skips no level; what the author typed may.
                int level = Math.min(heading.level(), lastHeading + 1);
                lastHeading = level;
                blocks.add(new Block.Heading(level, shorter(place), inlines(heading.text(), heading.lang())));
            }
            case Part.Paragraph paragraph ->
                blocks.add(new Block.Paragraph(inlines(paragraph.text(), null), paragraph.lang()));
            case Part.Numbered one ->
                blocks.add(
                        new Block.Numbered(one.number(), shorter(place), depth, inlines(one.text(), null), one.lang()));
            case Part.Bullets list -> blocks.add(new Block.BulletList(items(list.items(), list.lang())));
            case Part.Ordered list ->
                blocks.add(new Block.NumberedList(list.start(), items(list.items(), list.lang())));
            case Part.Table table -> blocks.add(table(table));
            case Part.Quote quote -> quote(quote);
        }
    }

    private static String shorter(String place) {
        return place.length() <= 80
                ? place
                : "p" + Integer.toHexString(place.hashCode()) + place.substring(place.length() - 60);
    }

    private void quote(Part.Quote quote) {
        var text = new ArrayList<Inline>();
        for (List<Span> paragraph : quote.paragraphs()) {
            if (!text.isEmpty()) text.addAll(List.of(new Inline.Break(), new Inline.Break()));
            text.addAll(inlines(paragraph, null));
        }
        blocks.add(new Block.Quote(text, quote.lang(), ""));
    }

    private List<Block.Item> items(List<Part.Item> items, @Nullable String lang) {
        var made = new ArrayList<Block.Item>();
        for (Part.Item item : items) {
            List<Inline> text = inlines(item.text(), lang);
            var below = new ArrayList<Block>();
            for (Part part : item.below()) {
                if (part instanceof Part.Bullets list) below.add(new Block.BulletList(items(list.items(), lang)));
                if (part instanceof Part.Ordered list) {
                    below.add(new Block.NumberedList(list.start(), items(list.items(), lang)));
                }
            }
            made.add(new Block.Item(text, below));
        }
        return made;
    }

    private Block.Table table(Part.Table table) {
        var columns = new ArrayList<Block.Column>();
        for (int i = 0; i < table.columns().size(); i++) {
            Block.Alignment align = switch (table.columns().get(i)) {
                case START -> Block.Alignment.START;
                case CENTER -> Block.Alignment.CENTER;
                case END -> Block.Alignment.END;
            };
            columns.add(new Block.Column(inlines(table.head().get(i), table.lang()), align));
        }
        var rows = new ArrayList<List<List<Inline>>>();
        for (var row : table.rows()) {
            var cells = new ArrayList<List<Inline>>();
            for (List<Span> cell : row) cells.add(inlines(cell, table.lang()));
            rows.add(cells);
        }
        return new Block.Table(table.caption(), columns, rows, false);
    }

    private List<Inline> inlines(List<Span> spans, @Nullable String lang) {
        var inlines = new ArrayList<Inline>();
        for (Span span : spans) {
            inlines.add(
                    switch (span) {
                        case Span.Words words -> words(words, lang);
                        case Span.Link link -> new Inline.Link(words(link.words(), lang), link.address());
                        case Span.Break _ -> new Inline.Break();
                        case Span.Note note -> note(note, lang);
                    });
        }
        return inlines;
    }

    private static Inline.Text words(Span.Words words, @Nullable String lang) {
        return new Inline.Text(words.text(), lang, words.bold(), words.italic());
    }

    private Inline note(Span.Note note, @Nullable String lang) {
        int number = notes.size() + 1;
        String id = "fn-" + number;
        notes.add(new Block.Line(number, id, inlines(note.text(), lang)));
        return new Inline.NoteSign(number, id);
    }
}
