package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;

/// What of a text made by chance a DOCX file can tell apart.
final class DocxTexts {

    private DocxTexts() {}

    /// Without paragraphs that begin like numbered ones, bare rules, and lists that nothing parts from the next.
    static Body comparable(Body body) {
        var parts = new ArrayList<Part>();
        int level = 0;
        for (Part part : body.parts()) {
            if (part instanceof Part.Heading heading) {
                List<Span> plain = heading.text().stream()
                        .map(span -> span instanceof Span.Words words ? Span.text(words.text()) : span)
                        .toList();
                if (plain.stream().anyMatch(Span.Words.class::isInstance)) {
                    level = Math.min(heading.level(), level + 1);
                    parts.add(new Part.Heading(level, plain, heading.lang()));
                }
                continue;
            }
            if (part instanceof Part.Paragraph paragraph && !isPlainParagraph(paragraph)) continue;
            if (part instanceof Part.Numbered one && !hasWords(one.text())) continue;
            boolean list = part instanceof Part.Bullets || part instanceof Part.Ordered;
            if (list && (!parts.isEmpty() && isList(parts.getLast()) || hasTwins(part) || !wordsEverywhere(part)))
                continue;
            if (part instanceof Part.Table table
                    && (!wordsEverywhere(table) || table.caption().isBlank())) continue;
            if (part instanceof Part.Quote && !wordsEverywhere(part)) continue;
            parts.add(part);
        }
        return new Body(parts);
    }

    private static boolean isList(Part part) {
        return part instanceof Part.Bullets || part instanceof Part.Ordered;
    }

    private static boolean isPlainParagraph(Part.Paragraph paragraph) {
        String plain = Span.plain(paragraph.text());
        return hasWords(paragraph.text())
                && Numbers.at(plain + "x") == null
                && Numbers.letterAt(plain) == null
                && HeaderField.labelled(plain).isEmpty();
    }

    private static boolean hasWords(List<Span> text) {
        return text.stream()
                .anyMatch(span -> span instanceof Span.Words words
                        && words.text().codePoints().anyMatch(Character::isLetter));
    }

    private static boolean wordsEverywhere(Part part) {
        return Body.texts(part).stream().allMatch(text -> text.isEmpty() || hasWords(text))
                && Body.texts(part).stream().anyMatch(text -> !text.isEmpty());
    }

    // Bullets have one numbering in the file: two such lists that follow each other are one.
    private static boolean hasTwins(Part part) {
        List<Part.Item> items = part instanceof Part.Bullets bullets ? bullets.items() : ((Part.Ordered) part).items();
        for (Part.Item item : items) {
            for (int i = 1; i < item.below().size(); i++) {
                if (item.below().get(i) instanceof Part.Bullets && item.below().get(i - 1) instanceof Part.Bullets)
                    return true;
            }
            if (item.below().stream().anyMatch(DocxTexts::hasTwins)) return true;
        }
        return false;
    }

    /// The same with no part that names the language of the whole.
    static Body inLanguage(Body body, String language) {
        return new Body(body.parts().stream().map(part -> same(part, language)).toList());
    }

    private static Part same(Part part, String language) {
        if (!language.equals(part.lang())) return part;
        return switch (part) {
            case Part.Heading one -> new Part.Heading(one.level(), one.text(), null);
            case Part.Paragraph one -> new Part.Paragraph(one.text(), null);
            case Part.Numbered one -> new Part.Numbered(one.number(), one.text(), null);
            case Part.Bullets one -> new Part.Bullets(one.items(), null);
            case Part.Ordered one -> new Part.Ordered(one.start(), one.items(), null);
            case Part.Table one -> new Part.Table(one.caption(), one.columns(), one.head(), one.rows(), null);
            case Part.Quote one -> new Part.Quote(one.paragraphs(), null);
        };
    }
}
