package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.documents.text.DocxXml.Element;
import org.throughline.platform.Languages;

/// The running text of a paragraph in a DOCX file.
final class DocxSpans {

    /// A tab, until the reader has looked whether it parts a number from its text.
    static final String TAB = "\t";

    private static final Pattern FIELD_LINK = Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]+)\".*");
    private static final int MOST_LOSSES = 200;
    private static final int NEAR = 50;
    private static final Set<String> THROUGH = Set.of("smartTag", "customXml", "fldSimple", "bdo", "dir", "sdtContent");

    private final DocxPackage file;
    private final List<Loss> losses;
    private final boolean inNote;
    private final List<Span> spans = new ArrayList<>();
    final List<Element> boxes = new ArrayList<>();
    private final Map<String, Integer> languages = new HashMap<>();
    private @Nullable String address;
    private final List<StringBuilder> fields = new ArrayList<>();
    private final List<Boolean> results = new ArrayList<>();

    private DocxSpans(DocxPackage file, List<Loss> losses, boolean inNote) {
        this.file = file;
        this.losses = losses;
        this.inNote = inNote;
    }

    static DocxSpans of(DocxPackage file, Element paragraph, List<Loss> losses) {
        var made = new DocxSpans(file, losses, false);
        made.children(paragraph);
        return made;
    }

    /// As found, with tabs; not yet tidy.
    List<Span> spans() {
        return spans;
    }

    /// The language of all its words where a file says one that is not its own; null for its own.
    @Nullable
    String language(String own) {
        if (languages.size() != 1) return null;
        String only = languages.keySet().iterator().next();
        return Languages.isKnown(only) && !only.equals(own) ? only : null;
    }

    private String near() {
        // Not all of the paragraph, which may be long and lose much.
        String text = Span.plain(spans.subList(Math.max(0, spans.size() - NEAR), spans.size()))
                .strip();
        return text.substring(Math.max(0, text.length() - NEAR));
    }

    private void lost(Loss.Kind kind) {
        if (losses.size() < MOST_LOSSES) lost(kind, near());
    }

    private void lost(Loss.Kind kind, String near) {
        var loss = new Loss(kind, near);
        if (losses.size() < MOST_LOSSES && !losses.contains(loss)) losses.add(loss);
    }

    private void children(Element parent) {
        Element before = null;
        for (Element child : parent.children()) {
            if (before == null || !isTwin(before, child)) child(child);
            before = child;
        }
    }

    // LibreOffice writes a field twice where its letters run against the paragraph.
    private static boolean isTwin(Element one, Element other) {
        if (!one.name().equals("sdt") || !other.name().equals("sdt")) return false;
        Element first = one.child("sdtPr");
        Element second = other.child("sdtPr");
        return first != null
                && second != null
                && !first.value("alias").isEmpty()
                && first.value("alias").equals(second.value("alias"))
                && words(one).equals(words(other));
    }

    private void child(Element element) {
        String name = element.name();
        switch (name) {
            case "r" -> run(element);
            case "hyperlink" -> {
                String before = address;
                String target = file.link(element.attribute("r:id"), inNote);
                if (Spans.isAddress(target)) address = target;
                children(element);
                address = before;
            }
            case "ins", "moveTo" -> {
                lost(Loss.Kind.TRACKED_CHANGE, words(element));
                children(element);
            }
            case "del", "moveFrom" -> lost(Loss.Kind.TRACKED_CHANGE, words(element));
            case "sdt" -> {
                Element properties = element.child("sdtPr");
                if (properties == null || !properties.on("showingPlcHdr")) children(element);
            }
            case "oMath", "oMathPara" -> {
                String words = words(element);
                lost(Loss.Kind.EQUATION, words);
                add(words, false, false);
            }
            default -> {
                if (THROUGH.contains(name)) children(element);
            }
        }
    }

    /// All words below an element, however they stand there.
    static String words(Element element) {
        var words = new StringBuilder();
        collect(element, words);
        return words.toString();
    }

    private static void collect(Element element, StringBuilder words) {
        if (element.name().equals("t") || element.name().equals("delText")) words.append(element.text());
        if (element.name().equals("tab")) words.append(' ');
        element.children().forEach(child -> collect(child, words));
        if (element.name().equals("p")) words.append('\n');
    }

    private void run(Element run) {
        Element properties = run.child("rPr");
        boolean bold = false;
        boolean italic = false;
        boolean looks = false;
        String lang = "";
        if (properties != null) {
            DocxPackage.Style style = file.style(properties.value("rStyle"));
            bold = properties.on("b") || style != null && style.bold() && !properties.isOff("b");
            italic = properties.on("i") || style != null && style.italic() && !properties.isOff("i");
            String raised = properties.value("vertAlign");
            looks = properties.on("strike") || raised.equals("superscript") || raised.equals("subscript");
            if (properties.on("vanish")) return;
            lang = language(properties, words(run));
        }
        for (Element part : run.children()) {
            if (inInstruction(part)) continue;
            switch (part.name()) {
                case "t" -> {
                    String text = part.text().toString();
                    if (!text.isBlank()) {
                        languages.merge(lang, 1, Integer::sum);
                        if (looks) lost(Loss.Kind.LOOK, text);
                    }
                    add(text, bold, italic);
                }
                case "tab", "ptab" -> add(TAB, false, false);
                case "br" -> {
                    String type = part.attribute("type");
                    if (type.isEmpty() || type.equals("textWrapping")) spans.add(new Span.Break());
                }
                case "cr" -> spans.add(new Span.Break());
                case "noBreakHyphen" -> add("\u2011", bold, italic);
                case "sym" -> {
                    lost(Loss.Kind.SYMBOL);
                    add("\ufffd", bold, italic);
                }
                case "footnoteReference", "endnoteReference" -> note(part);
                case "commentReference" -> lost(Loss.Kind.COMMENT);
                case "object" -> lost(Loss.Kind.OBJECT);
                case "drawing", "pict", "AlternateContent" -> drawing(part);
                default -> {}
            }
        }
    }

    // A run names up to three languages; the letters say which of them is meant.
    private static String language(Element properties, String words) {
        Element lang = properties.child("lang");
        if (lang == null) return "";
        boolean han = words.codePoints().anyMatch(Character::isIdeographic);
        String first = properties.on("rtl") ? "bidi" : han ? "eastAsia" : "val";
        for (String name : List.of(first, "val", "eastAsia", "bidi")) {
            String tag = lang.attribute(name);
            if (!tag.isEmpty()) return tag.split("-")[0].toLowerCase(Locale.ROOT);
        }
        return "";
    }

    /// Fields have an instruction, which is not text, and what it came to, which is.
    private boolean inInstruction(Element part) {
        if (part.name().equals("fldChar")) {
            String type = part.attribute("fldCharType");
            if (type.equals("begin")) {
                fields.add(new StringBuilder());
                results.add(false);
            } else if (type.equals("separate") && !results.isEmpty()) {
                results.set(results.size() - 1, true);
                Matcher link = FIELD_LINK.matcher(fields.getLast());
                if (link.matches() && Spans.isAddress(link.group(1))) address = link.group(1);
            } else if (type.equals("end") && !results.isEmpty()) {
                if (FIELD_LINK.matcher(fields.getLast()).matches()) address = null;
                fields.removeLast();
                results.removeLast();
            }
            return true;
        }
        if (part.name().equals("instrText") && !fields.isEmpty())
            fields.getLast().append(part.text());
        return part.name().equals("instrText") || !results.isEmpty() && !results.getLast();
    }

    private void add(String text, boolean bold, boolean italic) {
        var words = new Span.Words(text, bold, italic);
        spans.add(address == null ? words : new Span.Link(words, address));
    }

    private void note(Element reference) {
        String kind = reference.name().equals("footnoteReference") ? "footnote" : "endnote";
        Element note = file.notes.get(kind + reference.attribute("id"));
        if (note == null || inNote || !file.mayRead(note)) return;
        var text = new ArrayList<Span>();
        for (Element paragraph : note.children()) {
            var inside = new DocxSpans(file, losses, true);
            inside.children(paragraph);
            text.addAll(inside.spans);
            text.add(Span.text(" "));
        }
        List<Span> tidy = Spans.oneLine(text);
        if (!tidy.isEmpty()) spans.add(new Span.Note(tidy));
    }

    private void drawing(Element drawing) {
        Element box = find(drawing, "txbxContent");
        if (box != null) {
            lost(Loss.Kind.TEXT_BOX, words(box));
            boxes.add(box);
        } else if (find(drawing, "pic") != null || find(drawing, "imagedata") != null) {
            Element named = find(drawing, "docPr");
            String name = named == null ? "" : named.attribute("descr") + " " + named.attribute("name");
            lost(Loss.Kind.PICTURE, name.isBlank() ? near() : name);
        } else if (find(drawing, "line") == null) {
            lost(Loss.Kind.OBJECT);
        }
    }

    private static @Nullable Element find(Element in, String name) {
        if (in.name().equals(name)) return in;
        for (Element child : in.children()) {
            Element found = find(child, name);
            if (found != null) return found;
        }
        return null;
    }
}
