package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Texts made by chance from what breaks markup most easily; one seed always makes the same text.
final class Bodies {

    private static final List<String> BITS = List.of(
            "word",
            "Überprüfung",
            "(a)",
            "(iv)",
            "1.",
            "2)",
            "12 bis.",
            "2.1",
            "-",
            "+",
            "#",
            "##",
            ">",
            "|",
            ":",
            "=",
            "---",
            "*",
            "**",
            "_",
            "snake_case",
            "`code`",
            "[x]",
            "[x](y)",
            "]",
            "[",
            "^[",
            "[^1]",
            "!",
            "![a](b)",
            "\\",
            "\\\\",
            "&amp;",
            "R&D",
            "&#42;",
            "<b>",
            "<br>",
            "<!-- c -->",
            "< 5",
            "http://x.int/a_b",
            "{fr}",
            "{",
            "Table:",
            "表：",
            "一、",
            "（一）",
            "“中文”",
            "。",
            "الفقرة",
            "(أ)",
            "«و»",
            "\u00a0",
            "\u3000",
            "\t",
            "\n",
            "  ",
            "e\u0301",
            "😀",
            "~~x~~",
            "$",
            "…",
            "[1]: see",
            "x)",
            "a_",
            "_b",
            "1999",
            "(ITU)",
            "\u0001",
            "\ud800",
            "«",
            "»",
            "?",
            ".");
    private static final List<String> NUMBERS = List.of(
            "1.", "12.", "12 bis.", "(a)", "(b)", "(i)", "(iv)", "(aa)", "2.1", "2.1.", "a)", "(أ)", "一、", "(3)");
    private static final List<String> LANGUAGES = List.of("ar", "fr", "zh", "en");

    private final Random random;

    private Bodies(long seed) {
        random = new Random(seed);
    }

    static Body of(long seed) {
        var made = new Bodies(seed);
        var parts = new ArrayList<Part>();
        for (int i = made.random.nextInt(7) + 1; i > 0; i--) parts.add(made.part());
        return new Body(parts);
    }

    private Part part() {
        String lang = random.nextInt(5) == 0 ? LANGUAGES.get(random.nextInt(LANGUAGES.size())) : null;
        return switch (random.nextInt(9)) {
            case 0 -> new Part.Heading(random.nextInt(3) + 1, text(false), lang);
            case 1, 2 -> new Part.Numbered(NUMBERS.get(random.nextInt(NUMBERS.size())), text(false), lang);
            case 3, 4 -> list(3, lang);
            case 5 -> table(lang);
            case 6 -> new Part.Quote(List.of(text(false), text(false)), lang);
            default -> new Part.Paragraph(text(false), lang);
        };
    }

    private Part list(int deep, @Nullable String lang) {
        var items = new ArrayList<Part.Item>();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            var below = new ArrayList<Part>();
            if (deep > 1) for (int j = random.nextInt(5) - 2; j > 0; j--) below.add(list(deep - 1, null));
            items.add(new Part.Item(text(false), below));
        }
        return random.nextBoolean() ? new Part.Bullets(items, lang) : new Part.Ordered(random.nextInt(12), items, lang);
    }

    private Part table(@Nullable String lang) {
        int wide = random.nextInt(3) + 1;
        var columns = new ArrayList<Part.Align>();
        for (int i = 0; i < wide; i++) columns.add(Part.Align.values()[random.nextInt(3)]);
        var rows = new ArrayList<List<List<Span>>>();
        for (int i = random.nextInt(3); i >= 0; i--) rows.add(row(wide));
        String caption = random.nextBoolean() ? "" : BITS.get(random.nextInt(BITS.size())) + " | caption";
        return new Part.Table(caption, columns, row(wide), rows.subList(1, rows.size()), lang);
    }

    private List<List<Span>> row(int wide) {
        var row = new ArrayList<List<Span>>();
        for (int i = 0; i < wide; i++) row.add(random.nextInt(4) == 0 ? List.of() : text(false));
        return row;
    }

    private List<Span> text(boolean inNote) {
        while (true) {
            var spans = new ArrayList<Span>();
            for (int i = random.nextInt(6) + 1; i > 0; i--) spans.add(span(inNote));
            List<Span> tidy = inNote ? Spans.oneLine(spans) : Spans.tidy(spans);
            if (!Spans.oneLine(tidy).isEmpty()) return tidy;
        }
    }

    private Span span(boolean inNote) {
        int kind = random.nextInt(12);
        if (kind == 0) return new Span.Link(words(), "https://example.int/a?b=1&amp=2_(x)*");
        if (kind == 1) return new Span.Break();
        if (kind == 2 && !inNote) return new Span.Note(text(true));
        return words();
    }

    private Span.Words words() {
        var text = new StringBuilder();
        for (int i = random.nextInt(4) + 1; i > 0; i--) {
            text.append(BITS.get(random.nextInt(BITS.size())));
            if (random.nextBoolean()) text.append(' ');
        }
        int style = random.nextInt(6);
        return new Span.Words(text.toString(), style == 1 || style == 3, style == 2 || style == 3);
    }
}
