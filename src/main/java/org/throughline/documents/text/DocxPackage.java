package org.throughline.documents.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.documents.text.DocxXml.Element;
import org.throughline.documents.text.DocxXml.Unreadable;

/// What the text of a DOCX file leans on: styles, numberings, footnotes, addresses of links.
final class DocxPackage {

    record Style(String name, String basedOn, int outline, String numId, int level, boolean bold, boolean italic) {}

    record Level(String format, String text, int start) {}

    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");
    private static final int MOST_READINGS = 12;
    private static final Pattern COUNTER = Pattern.compile("%([1-9])");
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] WORTH = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    final Element body;
    final Map<String, Element> notes = new HashMap<>();
    final Map<String, String> links = new HashMap<>();
    private final Map<Element, Integer> readings = new IdentityHashMap<>();
    private final Map<String, String> noteLinks = new HashMap<>();
    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, Map<Integer, Level>> numberings = new HashMap<>();
    private final Map<String, String> abstractOf = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    DocxPackage(Map<String, byte[]> parts) throws Unreadable {
        Element document = part(parts, "word/document.xml");
        Element found = document == null ? null : document.child("body");
        if (found == null) throw new Unreadable("no text");
        body = found;
        relations(parts, "word/_rels/document.xml.rels", links);
        for (String kind : List.of("footnote", "endnote")) {
            Element all = part(parts, "word/" + kind + "s.xml");
            relations(parts, "word/_rels/" + kind + "s.xml.rels", noteLinks);
            if (all == null) continue;
            for (Element note : all.children()) notes.put(kind + note.attribute("id"), note);
        }
        styles(part(parts, "word/styles.xml"));
        numberings(part(parts, "word/numbering.xml"));
    }

    private static @Nullable Element part(Map<String, byte[]> parts, String name) throws Unreadable {
        byte[] part = parts.get(name);
        return part == null ? null : DocxXml.read(part);
    }

    private static void relations(Map<String, byte[]> parts, String name, Map<String, String> into) throws Unreadable {
        Element all = part(parts, name);
        if (all == null) return;
        for (Element one : all.children()) {
            if (one.attribute("Type").endsWith("/hyperlink")) into.put(one.attribute("Id"), one.attribute("Target"));
        }
    }

    /// Whether to read a footnote once more. A file refers to each of its notes once, and what we look at before we
    /// read it is read a few times; a file that refers to one many times would never end.
    boolean mayRead(Element note) {
        return readings.merge(note, 1, Integer::sum) <= MOST_READINGS;
    }

    String link(String id, boolean inNote) {
        return (inNote ? noteLinks : links).getOrDefault(id, "");
    }

    private void styles(@Nullable Element all) {
        if (all == null) return;
        for (Element one : all.children()) {
            if (!one.name().equals("style")) continue;
            Element paragraph = one.child("pPr");
            Element run = one.child("rPr");
            Element numbering = paragraph == null ? null : paragraph.child("numPr");
            styles.put(
                    one.attribute("styleId"),
                    new Style(
                            one.value("name").toLowerCase(Locale.ROOT),
                            one.value("basedOn"),
                            paragraph == null ? -1 : number(paragraph.value("outlineLvl"), -1),
                            numbering == null ? "" : numbering.value("numId"),
                            numbering == null ? 0 : number(numbering.value("ilvl"), 0),
                            run != null && run.on("b"),
                            run != null && run.on("i")));
        }
    }

    static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    String styleName(String id) {
        Style style = styles.get(id);
        return style == null ? id.toLowerCase(Locale.ROOT) : style.name();
    }

    @Nullable
    Style style(String id) {
        return styles.get(id);
    }

    /// The level of a heading by its style or what that is based on; 0 for what is none.
    int heading(String id) {
        String at = id;
        for (int i = 0; i < 10 && styles.get(at) != null; i++) {
            Style style = styles.get(at);
            Matcher named = HEADING.matcher(style.name());
            if (named.matches()) return Integer.parseInt(named.group(1));
            if (style.outline() >= 0 && style.outline() < 9) return style.outline() + 1;
            at = style.basedOn();
        }
        return 0;
    }

    private void numberings(@Nullable Element all) {
        if (all == null) return;
        var kinds = new HashMap<String, Map<Integer, Level>>();
        for (Element one : all.children()) {
            if (one.name().equals("abstractNum")) kinds.put(one.attribute("abstractNumId"), levels(one));
        }
        for (Element one : all.children()) {
            if (!one.name().equals("num")) continue;
            String id = one.attribute("numId");
            var levels = new HashMap<>(kinds.getOrDefault(one.value("abstractNumId"), Map.of()));
            boolean restarts = false;
            for (Element override : one.children()) {
                if (!override.name().equals("lvlOverride")) continue;
                int at = number(override.attribute("ilvl"), 0);
                levels.putAll(levels(override));
                Level level = levels.get(at);
                int start = number(override.value("startOverride"), -1);
                if (level != null && start >= 0) levels.put(at, new Level(level.format(), level.text(), start));
                restarts |= start >= 0;
            }
            numberings.put(id, levels);
            abstractOf.put(id, restarts ? "num" + id : one.value("abstractNumId"));
        }
    }

    private static Map<Integer, Level> levels(Element of) {
        var levels = new HashMap<Integer, Level>();
        for (Element one : of.children()) {
            if (!one.name().equals("lvl")) continue;
            levels.put(
                    number(one.attribute("ilvl"), 0),
                    new Level(one.value("numFmt"), one.value("lvlText"), number(one.value("start"), 1)));
        }
        return levels;
    }

    /// @param text the number as it is shown; empty for a bullet
    record Counted(boolean bullet, int level, int value, String text, String list) {}

    /// The next number of a paragraph; nothing for one without.
    @Nullable
    Counted count(String numId, int level) {
        Map<Integer, Level> levels = numberings.get(numId);
        Level at = levels == null ? null : levels.get(level);
        if (at == null || level > 8 || level < 0 || at.format().equals("none")) return null;
        if (at.format().equals("bullet")) return new Counted(true, level, 0, "", numId);
        String list = abstractOf.getOrDefault(numId, numId);
        int[] now = counters.computeIfAbsent(list, _ -> new int[9]);
        boolean first = begun.add(list + "/" + level);
        now[level] = first ? at.start() : now[level] + 1;
        for (int deeper = level + 1; deeper < 9; deeper++) begun.remove(list + "/" + deeper);
        String text = COUNTER.matcher(at.text()).replaceAll(found -> {
            int which = Integer.parseInt(found.group(1)) - 1;
            Level of = levels.get(which);
            int value = which > level || now[which] == 0 && of != null ? (of == null ? 1 : of.start()) : now[which];
            return Matcher.quoteReplacement(shown(value, of == null ? "decimal" : of.format()));
        });
        return new Counted(false, level, now[level], text.strip(), numId);
    }

    private static String shown(int value, String format) {
        return switch (format) {
            case "lowerLetter" -> letters(value);
            case "upperLetter" -> letters(value).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(value);
            case "upperRoman" -> roman(value).toUpperCase(Locale.ROOT);
            case "arabicAlpha", "arabicAbjad" -> value < 1 || value > 28 ? String.valueOf(value) : alif(value);
            case "russianLower" -> value < 1 || value > 28 ? String.valueOf(value) : cyrillic(value);
            case "decimalZero" -> value < 10 ? "0" + value : String.valueOf(value);
            default -> String.valueOf(value);
        };
    }

    private static String letters(int value) {
        if (value < 1) return String.valueOf(value);
        return String.valueOf((char) ('a' + (value - 1) % 26)).repeat(Math.min((value - 1) / 26 + 1, 4));
    }

    private static String alif(int value) {
        return "أبتثجحخدذرزسشصضطظعغفقكلمنهوي".substring(value - 1, value);
    }

    private static String cyrillic(int value) {
        return "абвгдежзиклмнопрстуфхцчшщэюя".substring(value - 1, value);
    }

    private static String roman(int value) {
        if (value < 1 || value > 3_999) return String.valueOf(value);
        var text = new StringBuilder();
        int left = value;
        for (int i = 0; i < WORTH.length; i++) {
            for (; left >= WORTH[i]; left -= WORTH[i]) text.append(ROMAN[i]);
        }
        return text.toString();
    }
}
