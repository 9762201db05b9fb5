package org.throughline.documents.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the markup which, read again, gives the same text.
final class MarkupWriter {

    private final StringBuilder out = new StringBuilder();

    private MarkupWriter() {}

    static String write(Body body) {
        var writer = new MarkupWriter();
        Part before = null;
        for (int i = 0; i < body.parts().size(); i++) {
            Part part = body.parts().get(i);
            if (before != null) writer.out.append('\n');
            // Two lists of one kind that follow each other would be read as one.
            if (isSameList(before, part)) writer.out.append("<!-- -->\n\n");
            if (part.lang() != null) writer.out.append('{').append(part.lang()).append("}\n");
            boolean beforeTable = i + 1 < body.parts().size() && body.parts().get(i + 1) instanceof Part.Table;
            // What reads like a caption or a number, and is none, does not begin with its own words.
            if (part instanceof Part.Paragraph paragraph && MarkupReader.isMistaken(paragraph, beforeTable)) {
                writer.out.append("<!-- -->");
            }
            writer.part(part);
            before = part;
        }
        return writer.out.toString();
    }

    private static boolean isSameList(@Nullable Part one, Part other) {
        return one instanceof Part.Bullets && other instanceof Part.Bullets
                || one instanceof Part.Ordered && other instanceof Part.Ordered;
    }

    private void part(Part part) {
        switch (part) {
            case Part.Heading heading -> line("#".repeat(heading.level()) + " " + MarkupText.heading(heading.text()));
            case Part.Paragraph paragraph -> line(MarkupText.lines(paragraph.text(), ""));
            case Part.Numbered one -> line(one.number() + Numbers.gap(one.number()) + MarkupText.lines(one.text(), ""));
            case Part.Bullets list -> items(list.items(), -1, "");
            case Part.Ordered list -> items(list.items(), list.start(), "");
            case Part.Table table -> table(table);
            case Part.Quote quote -> {
                for (int i = 0; i < quote.paragraphs().size(); i++) {
                    if (i > 0) line(">");
                    line("> " + MarkupText.lines(quote.paragraphs().get(i), "> "));
                }
            }
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void items(List<Part.Item> items, int start, String indent) {
        for (int i = 0; i < items.size(); i++) {
            String marker = start < 0 ? "- " : start + i + ") ";
            String inside = indent + " ".repeat(marker.length());
            line(indent + marker + MarkupText.lines(items.get(i).text(), inside));
            Part before = null;
            for (Part below : items.get(i).below()) {
                if (isSameList(before, below)) line("\n" + inside + "<!-- -->\n");
                if (below instanceof Part.Bullets list) items(list.items(), -1, inside);
                // Only a list that begins with 1 may follow a line without a blank one between.
                if (below instanceof Part.Ordered) out.append('\n');
                if (below instanceof Part.Ordered list) items(list.items(), list.start(), inside);
                before = below;
            }
        }
    }

    private void table(Part.Table table) {
        if (!table.caption().isEmpty()) {
            line("Table: " + MarkupText.inline(List.of(Span.text(table.caption()))) + "\n");
        }
        row(table.head());
        out.append('|');
        for (Part.Align align : table.columns()) {
            out.append(
                    switch (align) {
                        case START -> " --- |";
                        case CENTER -> " :-: |";
                        case END -> " --: |";
                    });
        }
        out.append('\n');
        table.rows().forEach(this::row);
    }

    private void row(List<List<Span>> cells) {
        out.append('|');
        cells.forEach(cell -> out.append(' ').append(MarkupText.cell(cell)).append(" |"));
        out.append('\n');
    }
}
