package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.documents.text.DocxXml.Element;
import org.throughline.documents.text.DocxXml.Unreadable;

/// Reads a DOCX file by its structure, whoever wrote it: our own form filled in, our own document edited, or a file
/// of another hand. What cannot be taken over is said, never left out in silence.
public final class DocxReader {

    private static final Pattern NUMBER_AND_TAB =
            Pattern.compile("\\s*+([^\\t]{1,24}?)\\s*\\t\\s*(.*)", Pattern.DOTALL);
    private static final Pattern TYPED_BULLET = Pattern.compile("\\s*[–—•▪◦●·-]\\t\\s*(.*)", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("[_\\s–—*-]{4,}");
    private static final Set<String> THROUGH = Set.of("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag");

    private final DocxPackage file;
    private final String language;
    private final List<Loss> losses = new ArrayList<>();

    private DocxReader(DocxPackage file, String language) {
        this.file = file;
        this.language = language;
    }

    /// @param parts the XML parts of the file by their names
    /// @param language of the document, which its parts in other languages are told from
    public static ReadDocument read(Map<String, byte[]> parts, String language) {
        try {
            return new DocxReader(new DocxPackage(parts), language).read();
        } catch (Unreadable e) {
            throw TextRefusals.unreadable(e);
        }
    }

    private ReadDocument read() {
        List<Element> top = new ArrayList<>();
        flatten(file.body, top);
        var header = new DocxHeader(file, losses);
        List<Element> rest = header.takeFrom(top);
        var parts = new DocxParts();
        rest.forEach(element -> block(element, parts));
        return new ReadDocument(header.fields(), new Body(parts.done()), losses);
    }

    /// Paragraphs and tables, out of whatever wraps them. What was deleted stays out, and is said.
    static void flatten(Element in, List<Element> out) {
        for (Element child : in.children()) {
            if (child.name().equals("p") || child.name().equals("tbl")) out.add(child);
            else if (THROUGH.contains(child.name())) flatten(child, out);
        }
    }

    private void block(Element element, DocxParts parts) {
        if (element.name().equals("tbl")) {
            Part.Table table = new DocxTable(file, losses, this::plainCell).read(element, parts.caption(), language);
            if (table != null) parts.add(table);
        } else {
            paragraph(element, parts);
        }
    }

    private void paragraph(Element element, DocxParts parts) {
        DocxSpans read = DocxSpans.of(file, element, losses);
        for (Element box : read.boxes) {
            var inside = new ArrayList<Element>();
            flatten(box, inside);
            inside.forEach(one -> block(one, parts));
        }
        Element properties = element.child("pPr");
        String styleId = properties == null ? "" : properties.value("pStyle");
        String style = file.styleName(styleId);
        String lang = read.language(language);
        // A number is counted even where its paragraph is empty.
        DocxPackage.Counted counted = counted(properties, styleId);
        if (Spans.tidy(read.spans()).isEmpty() || isRule(read.spans())) return;
        int heading = heading(properties, styleId);
        if (heading > 0) {
            if (heading > 3) losses.add(new Loss(Loss.Kind.DEEP_HEADING, Span.plain(read.spans())));
            parts.add(new Part.Heading(Math.min(heading, 3), heading(read.spans(), counted), lang));
        } else if (style.equals("caption")) {
            parts.caption(read.spans(), lang);
        } else if (style.endsWith("quote") || style.equals("quotations") || style.equals("block text")) {
            parts.add(new Part.Quote(quoted(read.spans()), lang));
        } else if (counted != null) {
            counted(counted, style, read.spans(), lang, parts);
        } else {
            typed(read.spans(), lang, parts);
        }
    }

    private static boolean isRule(List<Span> spans) {
        return RULE.matcher(Span.plain(Spans.tidy(spans))).matches()
                && spans.stream().noneMatch(Span.Note.class::isInstance);
    }

    private int heading(@Nullable Element properties, String styleId) {
        int own = properties == null ? -1 : DocxPackage.number(properties.value("outlineLvl"), -1);
        if (own >= 0 && own < 9) return own + 1;
        return styleId.isEmpty() ? 0 : file.heading(styleId);
    }

    // All of a heading is bold by its nature. A number that Word counted is part of its words from now on.
    private static List<Span> heading(List<Span> spans, DocxPackage.@Nullable Counted counted) {
        List<Span> tidy = Spans.oneLine(spans);
        boolean allBold = tidy.stream()
                .allMatch(span -> !(span instanceof Span.Words words)
                        || words.bold()
                        || words.text().isBlank());
        var plain = new ArrayList<Span>();
        if (counted != null && !counted.text().isEmpty()) plain.add(Span.text(counted.text() + " "));
        for (Span span : tidy) {
            plain.add(
                    allBold && span instanceof Span.Words words
                            ? new Span.Words(words.text(), false, words.italic())
                            : span);
        }
        return plain;
    }

    private DocxPackage.@Nullable Counted counted(@Nullable Element properties, String styleId) {
        Element numbering = properties == null ? null : properties.child("numPr");
        DocxPackage.Style style = file.style(styleId);
        for (int i = 0; i < 10 && style != null && style.numId().isEmpty(); i++) style = file.style(style.basedOn());
        String numId = numbering != null && !numbering.value("numId").isEmpty()
                ? numbering.value("numId")
                : style == null ? "" : style.numId();
        if (numId.isEmpty() || numId.equals("0")) return null;
        int level = numbering != null && !numbering.value("ilvl").isEmpty()
                ? DocxPackage.number(numbering.value("ilvl"), 0)
                : style == null ? 0 : style.level();
        return file.count(numId, level);
    }

    // Lists in a style for lists are lists. What else Word counts is cited by its number, and keeps it.
    private void counted(
            DocxPackage.Counted counted, String style, List<Span> spans, @Nullable String lang, DocxParts parts) {
        boolean list = style.startsWith("list number") || counted.text().matches("\\d+\\)");
        if (counted.bullet() || list || !Numbers.isNumber(counted.text())) {
            boolean shown = counted.bullet() || counted.text().matches("[\\d.]+\\)?");
            List<Span> text = new ArrayList<>();
            if (!shown) text.add(Span.text(counted.text() + " "));
            text.addAll(spans);
            parts.item(counted, text, lang);
        } else {
            parts.add(new Part.Numbered(counted.text(), spans, lang));
        }
    }

    private static void typed(List<Span> spans, @Nullable String lang, DocxParts parts) {
        Span first = spans.getFirst();
        if (first instanceof Span.Words words && words.isPlain()) {
            List<Span> joined = joined(spans);
            String text = ((Span.Words) joined.getFirst()).text();
            Matcher bullet = TYPED_BULLET.matcher(text);
            Matcher tabbed = NUMBER_AND_TAB.matcher(text);
            Numbers.Start start = Numbers.at(text.stripLeading() + "x");
            if (start == null) start = Numbers.letterAt(text.stripLeading());
            if (bullet.matches()) {
                var typed = new DocxPackage.Counted(true, 0, 0, "", "typed");
                parts.item(typed, after(joined, bullet.group(1)), lang);
                return;
            }
            String number = tabbed.matches() && Numbers.isNumber(tabbed.group(1))
                    ? tabbed.group(1)
                    : start == null ? "" : start.number();
            if (!number.isEmpty()) {
                List<Span> rest = after(joined, text.substring(text.indexOf(number) + number.length()));
                if (!Spans.tidy(rest).isEmpty()) {
                    parts.add(new Part.Numbered(number, rest, lang));
                    return;
                }
            }
        }
        parts.add(new Part.Paragraph(spans, lang));
    }

    /// The plain words at the beginning in one piece, with the tabs they have.
    private static List<Span> joined(List<Span> spans) {
        var text = new StringBuilder();
        int i = 0;
        for (; i < spans.size() && spans.get(i) instanceof Span.Words words && words.isPlain(); i++)
            text.append(words.text());
        var joined = new ArrayList<Span>();
        joined.add(Span.text(text.toString()));
        joined.addAll(spans.subList(i, spans.size()));
        return joined;
    }

    private static List<Span> after(List<Span> spans, String first) {
        var rest = new ArrayList<>(spans);
        rest.set(0, Span.text(first));
        return rest;
    }

    // Two line breaks part the paragraphs of one quotation.
    private static List<List<Span>> quoted(List<Span> spans) {
        var paragraphs = new ArrayList<List<Span>>();
        var now = new ArrayList<Span>();
        for (int i = 0; i < spans.size(); i++) {
            boolean two = spans.get(i) instanceof Span.Break
                    && i + 1 < spans.size()
                    && spans.get(i + 1) instanceof Span.Break;
            if (two) {
                paragraphs.add(List.copyOf(now));
                now.clear();
                i++;
            } else {
                now.add(spans.get(i));
            }
        }
        paragraphs.add(now);
        return paragraphs.stream()
                .map(Spans::tidy)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /// What stands in a cell, with line breaks between its paragraphs and the numbers that Word counts.
    private List<Span> plainCell(Element cell) {
        var inside = new ArrayList<Element>();
        flatten(cell, inside);
        var text = new ArrayList<Span>();
        for (Element one : inside) {
            if (!text.isEmpty()) text.add(new Span.Break());
            if (one.name().equals("tbl")) {
                losses.add(new Loss(Loss.Kind.NESTED_TABLE, DocxSpans.words(one)));
                text.add(Span.text(DocxSpans.words(one).strip().replace("\n", " / ")));
                continue;
            }
            Element properties = one.child("pPr");
            DocxPackage.Counted counted = counted(properties, properties == null ? "" : properties.value("pStyle"));
            if (counted != null) text.add(Span.text(counted.bullet() ? "• " : counted.text() + " "));
            text.addAll(DocxSpans.of(file, one, losses).spans());
        }
        return Spans.tidy(text);
    }
}
