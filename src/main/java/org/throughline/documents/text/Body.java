package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;

/// The text of a document: blocks in reading order. Every format is read into it and written from it.
public record Body(List<Part> parts) {

    public Body {
        parts = List.copyOf(parts);
    }

    public static Body empty() {
        return new Body(List.of());
    }

    /// The text that was typed with light markup; see `docs/guide/documents.md`.
    public static Body read(String markup) {
        return MarkupReader.read(markup);
    }

    /// The markup which, read again, gives this text.
    public String markup() {
        return MarkupWriter.write(this);
    }

    /// Where each part is found: see [Places].
    public List<String> places() {
        return Places.of(parts);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /// All words with a line for each block, for searching and for finding what is cited; footnotes at the end.
    public String plain() {
        var lines = new ArrayList<String>();
        parts.forEach(part -> lines(part, lines));
        notes().forEach(note -> lines.add(Span.plain(note.text())));
        return String.join("\n", lines);
    }

    /// The footnotes in the order of their signs.
    public List<Span.Note> notes() {
        var notes = new ArrayList<Span.Note>();
        parts.forEach(part -> texts(part)
                .forEach(text -> text.forEach(span -> {
                    if (span instanceof Span.Note note) notes.add(note);
                })));
        return notes;
    }

    /// Every piece of running text of a part, in reading order.
    static List<List<Span>> texts(Part part) {
        var texts = new ArrayList<List<Span>>();
        switch (part) {
            case Part.Heading heading -> texts.add(heading.text());
            case Part.Paragraph paragraph -> texts.add(paragraph.text());
            case Part.Numbered numbered -> texts.add(numbered.text());
            case Part.Bullets list -> list.items().forEach(item -> texts(item, texts));
            case Part.Ordered list -> list.items().forEach(item -> texts(item, texts));
            case Part.Table table -> {
                texts.addAll(table.head());
                table.rows().forEach(texts::addAll);
            }
            case Part.Quote quote -> texts.addAll(quote.paragraphs());
        }
        return texts;
    }

    private static void texts(Part.Item item, List<List<Span>> texts) {
        texts.add(item.text());
        item.below().forEach(part -> texts.addAll(texts(part)));
    }

    private static void lines(Part part, List<String> lines) {
        if (part instanceof Part.Numbered numbered) {
            lines.add(numbered.number() + " " + Span.plain(numbered.text()));
            return;
        }
        if (part instanceof Part.Table table && !table.caption().isEmpty()) lines.add(table.caption());
        texts(part).forEach(text -> lines.add(Span.plain(text)));
    }
}
