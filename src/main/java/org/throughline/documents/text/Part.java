package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;

/// One block of a text. `lang` is null where the block is in the language of the whole text.
public sealed interface Part {

    @Nullable
    String lang();

    /// A heading of level 1 to 3, always in one line.
    record Heading(int level, List<Span> text, @Nullable String lang) implements Part {

        public Heading {
            if (level < 1 || level > 3) throw new IllegalArgumentException("Heading level " + level + " is not 1 to 3");
            text = filled(Spans.oneLine(text));
            lang = known(lang);
        }
    }

    record Paragraph(List<Span> text, @Nullable String lang) implements Part {

        public Paragraph {
            text = filled(Spans.tidy(text));
            lang = known(lang);
        }
    }

    /// A paragraph that is cited by its number. The number belongs to the record, written as the author wrote it:
    /// "12.", "(a)", "(iv)", "2.1", "12 bis.".
    record Numbered(
            String number, List<Span> text, @Nullable String lang) implements Part {

        public Numbered {
            if (!Numbers.isNumber(number)) throw new IllegalArgumentException("Not a paragraph number: " + number);
            text = filled(Spans.tidy(text));
            lang = known(lang);
        }
    }

    record Bullets(List<Item> items, @Nullable String lang) implements Part {

        public Bullets {
            items = filled(items);
            lang = known(lang);
        }
    }

    /// A list whose numbers are counted, not cited: they follow from where it starts.
    record Ordered(int start, List<Item> items, @Nullable String lang) implements Part {

        public Ordered {
            if (start < 0 || start > 99_999) throw new IllegalArgumentException("A list cannot start at " + start);
            items = filled(items);
            lang = known(lang);
        }
    }

    /// An item of a list, with the lists below it.
    record Item(List<Span> text, List<Part> below) {

        public Item {
            text = filled(Spans.tidy(text));
            below = List.copyOf(below);
            for (Part part : below) {
                if (!(part instanceof Bullets) && !(part instanceof Ordered) || part.lang() != null) {
                    throw new IllegalArgumentException("Only lists in the language of the item stand below it");
                }
            }
        }
    }

    enum Align {
        START,
        CENTER,
        END
    }

    /// A table with its caption, which may be empty. Every row is as wide as the head; cells may be empty.
    record Table(
            String caption,
            List<Align> columns,
            List<List<Span>> head,
            List<List<List<Span>>> rows,
            @Nullable String lang)
            implements Part {

        public Table {
            caption = Span.plain(Spans.oneLine(List.of(Span.text(caption))));
            columns = filled(columns);
            head = wide(head.stream().map(Spans::oneLine).toList(), columns.size());
            var same = new ArrayList<List<List<Span>>>();
            for (var row : rows) same.add(wide(row.stream().map(Spans::tidy).toList(), columns.size()));
            rows = List.copyOf(same);
            lang = known(lang);
        }

        private static List<List<Span>> wide(List<List<Span>> row, int columns) {
            if (row.size() != columns) throw new IllegalArgumentException("A row of " + row.size() + " in " + columns);
            return row;
        }
    }

    /// A quotation, paragraph by paragraph.
    record Quote(List<List<Span>> paragraphs, @Nullable String lang) implements Part {

        public Quote {
            paragraphs = filled(
                    paragraphs.stream().map(Spans::tidy).map(Part::filled).toList());
            lang = known(lang);
        }
    }

    private static <T> List<T> filled(List<T> some) {
        if (some.isEmpty()) throw new IllegalArgumentException("A block needs something in it");
        return List.copyOf(some);
    }

    private static @Nullable String known(@Nullable String lang) {
        if (lang != null && !Languages.isKnown(lang)) throw new IllegalArgumentException("Not one of the six: " + lang);
        return lang;
    }
}
