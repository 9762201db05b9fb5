package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the paragraphs of a DOCX file together again: items to lists, a caption to its table.
final class DocxParts {

    private static final int DEEPEST = 8;

    private record Item(DocxPackage.Counted counted, int level, List<Span> text) {

        boolean isSameList(Item other) {
            return counted.bullet() == other.counted.bullet()
                    && (counted.bullet() || counted.list().equals(other.counted.list()));
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private @Nullable String itemsLang;
    private @Nullable Part caption;

    void add(Part part) {
        endCaption();
        endList();
        parts.add(part);
    }

    void caption(List<Span> text, @Nullable String lang) {
        endCaption();
        endList();
        caption = new Part.Paragraph(text, lang);
    }

    /// The caption of the table that follows at once; empty where there is none.
    String caption() {
        if (!(caption instanceof Part.Paragraph paragraph)) return "";
        caption = null;
        return Span.plain(Spans.oneLine(paragraph.text()));
    }

    private void endCaption() {
        if (caption != null) {
            endList();
            parts.add(caption);
        }
        caption = null;
    }

    void item(DocxPackage.Counted counted, List<Span> text, @Nullable String lang) {
        endCaption();
        List<Span> tidy = Spans.tidy(text);
        if (tidy.isEmpty()) return;
        if (!items.isEmpty() && !java.util.Objects.equals(lang, itemsLang)) endList();
        // No item stands deeper than one below the item before it.
        int deepest = items.isEmpty() ? 0 : items.getLast().level() + 1;
        itemsLang = lang;
        items.add(new Item(counted, Math.min(Math.min(counted.level(), deepest), DEEPEST), tidy));
    }

    private void endList() {
        if (!items.isEmpty()) parts.addAll(lists(items, 0, itemsLang));
        items.clear();
    }

    private static List<Part> lists(List<Item> items, int level, @Nullable String lang) {
        var lists = new ArrayList<Part>();
        for (int from = 0; from < items.size(); ) {
            Item first = items.get(from);
            var made = new ArrayList<Part.Item>();
            int at = from;
            while (at < items.size() && items.get(at).isSameList(first)) {
                int below = at + 1;
                while (below < items.size() && items.get(below).level() > level) below++;
                made.add(new Part.Item(items.get(at).text(), lists(items.subList(at + 1, below), level + 1, null)));
                at = below;
            }
            int start = Math.clamp(first.counted().value(), 0, 99_999);
            lists.add(first.counted().bullet() ? new Part.Bullets(made, lang) : new Part.Ordered(start, made, lang));
            from = at;
        }
        return lists;
    }

    List<Part> done() {
        endCaption();
        endList();
        return parts;
    }
}
