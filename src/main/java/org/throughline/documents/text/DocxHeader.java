package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.documents.text.DocxXml.Element;

/// Finds the fields of a document's header: in the controls of our form, in the rows of a table as we write it, or
/// where they stand as the bodies' own templates print them.
final class DocxHeader {

    /// Where the text begins in our form, as the name of a bookmark.
    static final String TEXT_BEGINS = "text_begins";

    private static final int SEARCHED = 12;
    private static final int LINES = 40;
    private static final int BETWEEN = 6;
    private static final String TICKED = "\u2612\u2611\u2714\u00fe";
    private static final Pattern RULE = Pattern.compile("[_\\s–—-]{4,}");
    private static final Set<String> PRINTED = Set.of(
            "title",
            "document symbol",
            "answer label",
            "answer hint",
            "note title",
            "note text",
            "choice",
            "table end",
            "heading 1",
            "heading 2",
            "header",
            "table text",
            "placeholder text");

    private final DocxPackage file;
    private final List<Loss> losses;
    private final Map<HeaderField, String> fields = new EnumMap<>(HeaderField.class);

    DocxHeader(DocxPackage file, List<Loss> losses) {
        this.file = file;
        this.losses = losses;
    }

    Map<HeaderField, String> fields() {
        return fields;
    }

    /// Takes what belongs to the header, and gives back the rest.
    List<Element> takeFrom(List<Element> top) {
        int marker = -1;
        for (int i = 0; i < top.size(); i++) if (isMarker(top.get(i))) marker = i;
        if (marker >= 0) {
            controls(file.body, false);
            outside(top.subList(0, marker));
            bookmarks(top.subList(0, marker));
            return top.subList(marker + 1, top.size());
        }
        var rest = new ArrayList<>(top);
        for (int i = 0; i < Math.min(SEARCHED, rest.size()); i++) {
            Element one = rest.get(i);
            if (one.name().equals("tbl") ? table(one) : titled(one)) rest.remove(i--);
        }
        if (fields.keySet().stream().noneMatch(DocxHeader::isOfBlock)) lines(rest);
        return rest;
    }

    private static boolean isOfBlock(HeaderField field) {
        return field != HeaderField.TITLE && field != HeaderField.SYMBOL;
    }

    private static boolean isMarker(Element element) {
        if (element.name().equals("bookmarkStart") && element.attribute("name").equals(TEXT_BEGINS)) return true;
        return element.children().stream().anyMatch(DocxHeader::isMarker);
    }

    private void put(HeaderField field, String value) {
        String clean = value.replace("…", "").isBlank() ? "" : value.strip();
        if (clean.isEmpty()) return;
        fields.merge(field, clean, (before, more) -> before.equals(more) ? before : before + "\n" + more);
    }

    private void controls(Element in, boolean inside) {
        for (Element child : in.children()) {
            boolean taken = child.name().equals("sdt") && !inside && control(child);
            controls(child, inside || taken);
        }
    }

    private boolean control(Element control) {
        Element properties = control.child("sdtPr");
        Element content = control.child("sdtContent");
        if (properties == null || content == null) return false;
        String[] tag = properties.value("tag").split(":", 2);
        Optional<HeaderField> field = HeaderField.of(tag[0]);
        if (field.isEmpty()) return false;
        Element box = properties.child("checkbox");
        if (tag.length == 2 && (box != null || tag[1].length() > 0)) {
            boolean ticked = box != null && box.on("checked") || isTicked(DocxSpans.words(content));
            if (ticked) put(field.get(), tag[1]);
        } else if (!properties.on("showingPlcHdr")) {
            put(field.get(), text(content));
        }
        return true;
    }

    private static boolean isTicked(String words) {
        return !words.isEmpty() && words.chars().anyMatch(c -> TICKED.indexOf(c) >= 0);
    }

    private String text(Element content) {
        var paragraphs = new ArrayList<Element>();
        DocxReader.flatten(content, paragraphs);
        if (paragraphs.isEmpty()) return plain(content);
        var lines = new ArrayList<String>();
        for (Element paragraph : paragraphs) {
            if (paragraph.name().equals("tbl"))
                lines.add(DocxSpans.words(paragraph).strip());
            else lines.add(plain(paragraph));
        }
        return String.join("\n", lines).strip();
    }

    private String plain(Element paragraph) {
        return Span.plain(Spans.tidy(DocxSpans.of(file, paragraph, losses).spans()));
    }

    // Some programs keep the table and the bookmark of a field and lose its control.
    private void bookmarks(List<Element> top) {
        for (int i = 0; i + 1 < top.size(); i++) {
            HeaderField field = bookmarked(top.get(i));
            Element next = top.get(i + 1);
            if (field == null || fields.containsKey(field)) continue;
            if (next.name().equals("tbl")) {
                var cells = new ArrayList<String>();
                for (Element row : DocxTable.rows(next)) DocxTable.cells(row).forEach(cell -> cells.add(text(cell)));
                put(field, String.join("\n", cells));
            }
        }
    }

    private static @Nullable HeaderField bookmarked(Element in) {
        if (in.name().equals("bookmarkStart")) {
            return HeaderField.of(in.attribute("name").replace('_', '-')).orElse(null);
        }
        for (Element child : in.children()) {
            HeaderField found = bookmarked(child);
            if (found != null) return found;
        }
        return null;
    }

    // In front of the text stand only the form's own words and its fields.
    private void outside(List<Element> top) {
        for (Element one : top) {
            if (!one.name().equals("p") || hasControl(one)) continue;
            Element properties = one.child("pPr");
            String style = properties == null ? "" : file.styleName(properties.value("pStyle"));
            String words = DocxSpans.words(one).strip();
            if (!words.isEmpty() && !PRINTED.contains(style)) losses.add(new Loss(Loss.Kind.OUTSIDE_FIELDS, words));
        }
    }

    private static boolean hasControl(Element in) {
        return in.name().equals("sdt") || in.children().stream().anyMatch(DocxHeader::hasControl);
    }

    private boolean titled(Element paragraph) {
        Element properties = paragraph.child("pPr");
        String style = properties == null ? "" : file.styleName(properties.value("pStyle"));
        if (style.equals("title") && !fields.containsKey(HeaderField.TITLE)) put(HeaderField.TITLE, plain(paragraph));
        else if (style.equals("document symbol")) put(HeaderField.SYMBOL, plain(paragraph));
        else return false;
        return true;
    }

    // A table is the header when two of its lines name fields: in rows of two cells, or paragraph by paragraph.
    private boolean table(Element table) {
        List<Element> rows = DocxTable.rows(table);
        var pairs = new ArrayList<String[]>();
        var lines = new ArrayList<String>();
        for (Element row : rows) {
            List<Element> cells = DocxTable.cells(row);
            if (cells.size() == 2) pairs.add(new String[] {text(cells.get(0)), text(cells.get(1))});
            for (Element cell : cells) lines.addAll(text(cell).lines().toList());
        }
        long named = pairs.stream()
                .filter(pair -> HeaderField.labelled(pair[0]).isPresent())
                .count();
        // Below a title in our own style one row is enough.
        if (named >= (fields.isEmpty() ? 2 : 1) && pairs.size() == rows.size()) {
            for (String[] pair : pairs) {
                Optional<HeaderField.Labelled> label = HeaderField.labelled(pair[0]);
                if (label.isPresent()) put(label.get().field(), pair[1]);
                else if (!pair[1].isBlank()) {
                    losses.add(new Loss(Loss.Kind.OUTSIDE_FIELDS, pair[0] + ": " + pair[1]));
                }
            }
            return true;
        }
        if (lines.stream()
                        .filter(line -> HeaderField.labelled(line).isPresent())
                        .count()
                < 2) return false;
        HeaderField now = null;
        for (String line : lines) {
            if (line.isBlank() || RULE.matcher(line).matches()) continue;
            Optional<HeaderField.Labelled> label = HeaderField.labelled(line);
            if (label.isPresent()) {
                now = label.get().field();
                put(now, label.get().rest());
            } else if (now == null) losses.add(new Loss(Loss.Kind.OUTSIDE_FIELDS, line));
            else put(now, line);
        }
        return true;
    }

    // Without a table: what stands between two labels belongs to the first; after the last label, one paragraph.
    private void lines(List<Element> rest) {
        var at = new ArrayList<Integer>();
        for (int i = 0; i < Math.min(LINES, rest.size()); i++) {
            Element one = rest.get(i);
            boolean label =
                    one.name().equals("p") && HeaderField.labelled(plainOf(one)).isPresent();
            if (label && (at.isEmpty() || i - at.getLast() <= BETWEEN)) at.add(i);
        }
        if (at.size() < 2) return;
        int end = at.getLast();
        for (int n = 0; n < at.size(); n++) {
            int from = at.get(n);
            HeaderField.Labelled label =
                    HeaderField.labelled(plainOf(rest.get(from))).orElseThrow();
            put(label.field(), label.rest());
            boolean last = n + 1 == at.size();
            int to = last ? Math.min(rest.size(), from + (label.rest().isEmpty() ? 2 : 1)) : at.get(n + 1);
            for (int i = from + 1; i < to; i++) {
                Element one = rest.get(i);
                String line = one.name().equals("p") ? plain(one) : DocxSpans.words(one);
                if (!line.isBlank() && !RULE.matcher(line).matches()) put(label.field(), line);
            }
            end = Math.max(end, to - 1);
        }
        rest.subList(at.getFirst(), end + 1).clear();
    }

    private String plainOf(Element paragraph) {
        return Span.plain(
                Spans.tidy(DocxSpans.of(file, paragraph, new ArrayList<>()).spans()));
    }
}
