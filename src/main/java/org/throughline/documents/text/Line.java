package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A line of a text for comparing: a heading, a paragraph, an item, a row of a table.
///
/// @param label its number or bullet; empty for none
/// @param words those that tell it from others, for looking how much two lines have in common
public record Line(
        Kind kind,
        int depth,
        String label,
        String text,
        @Nullable String lang,
        Set<String> words) {

    public enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        ROW,
        QUOTE
    }

    static List<Line> of(Body body) {
        var lines = new ArrayList<Line>();
        List<Integer> depths = Places.depths(body.parts());
        for (int i = 0; i < body.parts().size(); i++) {
            Part part = body.parts().get(i);
            switch (part) {
                case Part.Heading one -> lines.add(line(Kind.HEADING, one.level(), "", one.text(), one.lang()));
                case Part.Paragraph one -> lines.add(line(Kind.PARAGRAPH, 0, "", one.text(), one.lang()));
                case Part.Numbered one ->
                    lines.add(line(Kind.PARAGRAPH, depths.get(i), one.number(), one.text(), one.lang()));
                case Part.Bullets one -> items(one.items(), -1, 0, one.lang(), lines);
                case Part.Ordered one -> items(one.items(), one.start(), 0, one.lang(), lines);
                case Part.Quote one ->
                    one.paragraphs().forEach(text -> lines.add(line(Kind.QUOTE, 0, "", text, one.lang())));
                case Part.Table one -> table(one, lines);
            }
        }
        return lines;
    }

    private static Line line(Kind kind, int depth, String label, List<Span> spans, @Nullable String lang) {
        return of(kind, depth, label, text(spans), lang);
    }

    private static Line of(Kind kind, int depth, String label, String text, @Nullable String lang) {
        var words = new HashSet<String>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")) {
            // Chinese has no blanks: its signs are told apart one by one.
            if (!word.isEmpty() && Character.isIdeographic(word.codePointAt(0))) {
                word.codePoints().forEach(c -> words.add(Character.toString(c)));
            } else if (!word.isEmpty()) words.add(word);
        }
        return new Line(kind, depth, label, text, lang, words);
    }

    // A footnote belongs to what is compared.
    private static String text(List<Span> spans) {
        var text = new StringBuilder();
        for (Span span : spans) {
            text.append(
                    span instanceof Span.Note note ? " [" + Span.plain(note.text()) + "]" : Span.plain(List.of(span)));
        }
        return text.toString().replace('\n', ' ');
    }

    private static void items(List<Part.Item> items, int start, int depth, @Nullable String lang, List<Line> lines) {
        for (int i = 0; i < items.size(); i++) {
            String label = start < 0 ? "•" : start + i + ")";
            lines.add(line(Kind.ITEM, Math.min(depth, 4), label, items.get(i).text(), lang));
            for (Part below : items.get(i).below()) {
                if (below instanceof Part.Bullets list) items(list.items(), -1, depth + 1, lang, lines);
                if (below instanceof Part.Ordered list) items(list.items(), list.start(), depth + 1, lang, lines);
            }
        }
    }

    private static void table(Part.Table table, List<Line> lines) {
        if (!table.caption().isEmpty()) lines.add(of(Kind.PARAGRAPH, 0, "", table.caption(), table.lang()));
        lines.add(row(table.head(), table.lang()));
        table.rows().forEach(row -> lines.add(row(row, table.lang())));
    }

    private static Line row(List<List<Span>> cells, @Nullable String lang) {
        return of(
                Kind.ROW,
                0,
                "",
                String.join(" | ", cells.stream().map(Line::text).toList()),
                lang);
    }

    /// What says that two lines are one, whatever number they have.
    String key() {
        return kind + text;
    }

    String shown() {
        return label.isEmpty() ? text : label + " " + text;
    }

    /// How much two lines have in common, from 0 to 1 (Dice).
    double alike(Line other) {
        if (text.equals(other.text)) return 1;
        if (words.isEmpty() || other.words.isEmpty()) return 0;
        Set<String> fewer = words.size() < other.words.size() ? words : other.words;
        Set<String> more = fewer == words ? other.words : words;
        long both = fewer.stream().filter(more::contains).count();
        return 2.0 * both / (words.size() + other.words.size());
    }
}
