package org.throughline.platform.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.markup.Xml;

/// Writes paragraphs and runs of WordprocessingML, with language and direction on each. Text goes into `w:t` only,
/// so that no text becomes a field or a link.
final class DocxText {

    private static final int LONGEST_BOOKMARK = 32;
    private static final int NUMBER_WIDTH = 680;
    private static final String AUTHOR = "Throughline";

    final Xml xml = new Xml();
    final DocxRelations relations;
    private final String language;
    private final Map<String, String> bookmarks;
    private List<Block.Line> footnotes = List.of();
    private boolean breakBefore;
    private boolean writesDeleted;
    private int nextChange = 1;
    private int nextBookmark = 1;

    DocxText(String language, Map<String, String> bookmarks, DocxRelations relations) {
        this.language = language;
        this.bookmarks = bookmarks;
        this.relations = relations;
    }

    /// Bookmark names for the places of a document: Word takes letters, digits and low lines only, and few of them.
    static Map<String, String> bookmarks(Document document) {
        var names = new HashMap<String, String>();
        Set<String> taken = new HashSet<>();
        Targets.of(document).forEach(id -> {
            String plain = id.replaceAll("[^A-Za-z0-9]", "_");
            String base = plain.length() > LONGEST_BOOKMARK ? plain.substring(0, LONGEST_BOOKMARK) : plain;
            String name = base;
            for (int i = 2; !taken.add(name); i++) name = base + "_" + i;
            names.put(id, name);
        });
        return names;
    }

    void breakPageBeforeNext() {
        breakBefore = true;
    }

    boolean breaksPageBeforeNext() {
        return breakBefore;
    }

    /// Extra properties and language of one paragraph; `more` is markup in the order the schema asks for before
    /// `w:bidi`.
    record Form(String style, String more, @Nullable String lang, String after) {

        static Form of(String style) {
            return new Form(style, "", null, "");
        }
    }

    DocxText open(Form form) {
        xml.open("w:p").open("w:pPr");
        if (!form.style().isEmpty()) xml.empty("w:pStyle", "w:val", form.style());
        if (breakBefore) xml.empty("w:pageBreakBefore");
        breakBefore = false;
        xml.raw(form.more());
        String lang = form.lang() == null ? language : form.lang();
        if (Languages.direction(lang).equals("rtl")) {
            xml.empty("w:bidi");
        } else if (Languages.direction(language).equals("rtl")) {
            xml.empty("w:bidi", "w:val", "0");
        }
        xml.raw(form.after());
        xml.close("w:pPr");
        return this;
    }

    DocxText close() {
        xml.close("w:p");
        return this;
    }

    void paragraph(Form form, List<Inline> text) {
        open(form);
        text.forEach(inline -> inline(inline, form.lang()));
        close();
    }

    void paragraph(String style, String text) {
        paragraph(Form.of(style), List.of(Inline.text(text)));
    }

    /// What stands in a field: a sign to be typed over, or lines of text.
    void filled(String lines) {
        if (lines.isEmpty()) {
            open(Form.of("TableText"));
            run(new Inline.Text("…", null, false, false), null, "PlaceholderText");
            close();
        }
        lines.lines().forEach(line -> paragraph("TableText", line));
    }

    /// The number stands in the text, followed by a tab, because it belongs to the record and is never counted.
    void numbered(Block.Numbered numbered) {
        int left = NUMBER_WIDTH * (numbered.depth() + 1);
        String tab = new Xml()
                .open("w:tabs")
                .empty("w:tab", "w:val", "left", "w:pos", String.valueOf(left))
                .close("w:tabs")
                .toString();
        String indent = new Xml()
                .empty("w:ind", "w:left", String.valueOf(left), "w:hanging", String.valueOf(NUMBER_WIDTH))
                .toString();
        open(new Form("NumberedParagraph", tab, numbered.lang(), indent));
        bookmark(numbered.id(), () -> run(new Inline.Text(numbered.number(), null, false, false), numbered.lang(), ""));
        xml.open("w:r").empty("w:tab").close("w:r");
        numbered.text().forEach(inline -> inline(inline, numbered.lang()));
        close();
    }

    /// A tracked change, which a reader of the file accepts or rejects.
    private void changed(Inline.Changed changed, @Nullable String lang) {
        String element = changed.gone() ? "w:del" : "w:ins";
        String id = String.valueOf(10_000 + nextChange++);
        xml.open(element, "w:id", id, "w:author", AUTHOR, "w:date", "2000-01-01T00:00:00Z");
        writesDeleted = changed.gone();
        run(changed.text(), lang, "");
        writesDeleted = false;
        xml.close(element);
    }

    private void noteSign(Inline.NoteSign sign) {
        xml.open("w:r")
                .open("w:rPr")
                .empty("w:rStyle", "w:val", "FootnoteReference")
                .close("w:rPr");
        xml.empty("w:footnoteReference", "w:id", String.valueOf(sign.number())).close("w:r");
    }

    void footnotes(Block.Footnotes written) {
        footnotes = written.notes();
    }

    /// What stands in the footnotes that were met on the way.
    List<Block.Line> footnotes() {
        return footnotes;
    }

    void bookmark(String id, Runnable inside) {
        String name = bookmarks.getOrDefault(id, "");
        if (name.isEmpty()) {
            inside.run();
            return;
        }
        String number = String.valueOf(nextBookmark++);
        xml.empty("w:bookmarkStart", "w:id", number, "w:name", name);
        inside.run();
        xml.empty("w:bookmarkEnd", "w:id", number);
    }

    void inline(Inline inline, @Nullable String lang) {
        switch (inline) {
            case Inline.Text text -> run(text, lang, "");
            case Inline.Break _ -> xml.open("w:r").empty("w:br").close("w:r");
            case Inline.Changed changed -> changed(changed, lang);
            case Inline.NoteSign sign -> noteSign(sign);
            case Inline.Link link -> link(link, lang);
            case Inline.Reference reference -> reference(reference, lang);
        }
    }

    private void link(Inline.Link link, @Nullable String lang) {
        Optional<String> id = relations.link(link);
        id.ifPresent(value -> xml.open("w:hyperlink", "r:id", value, "w:history", "1"));
        run(link.text(), lang, id.isPresent() ? "Hyperlink" : "");
        if (id.isPresent()) xml.close("w:hyperlink");
    }

    private void reference(Inline.Reference reference, @Nullable String lang) {
        String name = bookmarks.get(reference.id());
        if (name != null) xml.open("w:hyperlink", "w:anchor", name, "w:history", "1");
        run(reference.text(), lang, name == null ? "" : "Hyperlink");
        if (name != null) xml.close("w:hyperlink");
    }

    void run(Inline.Text text, @Nullable String paragraphLanguage, String style) {
        String words = text.text().replaceAll("[\\t\\n\\r\\u2028\\u2029]", " ");
        String lang = text.lang() != null ? text.lang() : paragraphLanguage;
        xml.open("w:r").open("w:rPr");
        if (!style.isEmpty()) xml.empty("w:rStyle", "w:val", style);
        if (text.bold()) xml.empty("w:b").empty("w:bCs");
        if (text.italic()) xml.empty("w:i").empty("w:iCs");
        if (runsRightToLeft(words, lang == null ? language : lang)) xml.empty("w:rtl");
        if (lang != null) xml.raw(lang(lang));
        xml.close("w:rPr")
                .element(writesDeleted ? "w:delText" : "w:t", words, "xml:space", "preserve")
                .close("w:r");
    }

    /// Text with letters goes by its letters, text without any by its language.
    private static boolean runsRightToLeft(String words, String lang) {
        boolean left = false;
        boolean right = false;
        for (int code : words.codePoints().toArray()) {
            byte direction = Character.getDirectionality(code);
            left |= direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
            right |= direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        }
        if (left == right) return Languages.direction(lang).equals("rtl");
        return right;
    }

    /// `w:lang` with the region that word processors look for their dictionaries by.
    static String lang(String tag) {
        String full = switch (tag) {
            case "en" -> "en-GB";
            case "fr" -> "fr-FR";
            case "es" -> "es-ES";
            case "ru" -> "ru-RU";
            case "ar" -> "ar-SA";
            case "zh" -> "zh-CN";
            default -> tag;
        };
        var xml = new Xml();
        if (Languages.direction(tag).equals("rtl"))
            return xml.empty("w:lang", "w:bidi", full).toString();
        if (tag.startsWith("zh") || tag.startsWith("ja") || tag.startsWith("ko")) {
            return xml.empty("w:lang", "w:eastAsia", full).toString();
        }
        return xml.empty("w:lang", "w:val", full).toString();
    }
}
