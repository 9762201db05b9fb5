package org.throughline.platform.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.Languages;
import org.throughline.platform.markup.Xml;

/// Writes a document as a piece of well-formed XHTML, for a page to show or for the PDF writer to print.
/// All classes begin with `doc-`; there is no style attribute and no script.
public final class HtmlWriter {

    private static final int WHOLE = 16;
    private static final int TOGETHER = 4;

    private final Document document;
    private final boolean print;
    private final UnaryOperator<String> letters;
    private final @Nullable PrintedPart part;
    private final Xml xml = new Xml();
    private final Set<String> targets = new HashSet<>();

    private HtmlWriter(Document document, boolean print, UnaryOperator<String> letters, @Nullable PrintedPart part) {
        this.document = document;
        this.print = print;
        this.letters = letters;
        this.part = part;
        Targets.of(part == null ? document.blocks() : part.blocks()).forEach(targets::add);
    }

    /// The whole document as one `article`, title included.
    public static String article(Document document) {
        return new HtmlWriter(document, false, UnaryOperator.identity(), null).article();
    }

    /// Its blocks alone, for a page that has a head of its own.
    public static String blocks(Document document) {
        var writer = new HtmlWriter(document, false, UnaryOperator.identity(), null);
        writer.xml.open("div", "class", "doc", "lang", document.language(), "dir", document.direction());
        writer.xml.text("");
        document.blocks().forEach(writer::block);
        return writer.xml.close("div").toString();
    }

    /// The same for print: pictures carry an alternative text, and `letters` replaces characters no font can show.
    static String printed(Document document, UnaryOperator<String> letters) {
        return new HtmlWriter(document, true, letters, null).article();
    }

    /// A part of it for print, by itself.
    static String printed(Document document, UnaryOperator<String> letters, PrintedPart part) {
        return new HtmlWriter(document, true, letters, part).article();
    }

    private String article() {
        xml.open("article", "class", "doc", "lang", document.language(), "dir", document.direction());
        if (part == null || part.isFirst()) head();
        (part == null ? document.blocks() : part.blocks()).forEach(this::block);
        if (!print && !document.footer().isBlank()) text("p", document.footer(), "class", "doc-foot");
        return xml.close("article").toString();
    }

    private void head() {
        xml.open("div", "class", "doc-head");
        if (!document.symbol().isBlank()) text("p", document.symbol(), "class", "doc-symbol");
        text("h1", document.title());
        if (!document.header().isEmpty()) headerRows();
        xml.close("div");
    }

    private void headerRows() {
        xml.open("table", "class", "doc-rows").open("tbody");
        for (Document.HeaderRow row : document.header()) {
            xml.open("tr");
            text("th", row.label(), "scope", "row");
            inlines("td", row.text());
            xml.close("tr");
        }
        xml.close("tbody").close("table");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading h -> heading(h);
            case Block.Paragraph p -> inlines("p", p.text(), languageAttributes(p.lang()));
            case Block.Numbered n -> numbered(n);
            case Block.Footnotes f -> footnotes(f);
            case Block.Lines l -> l.lines().forEach(this::line);
            case Block.BulletList l -> list("ul", l.items());
            case Block.NumberedList l -> list("ol", l.items(), "start", String.valueOf(l.start()));
            case Block.Table t -> table(t);
            case Block.Figure f -> figure(f);
            case Block.Quote q -> quote(q);
            case Block.Note n -> note(n);
            case Block.Contents c -> contents(c);
            case Block.PageBreak _ -> xml.element("div", "", "class", "doc-page-break");
            case Block.AnswerLines a -> answer(a);
            case Block.Choices c -> choices(c);
        }
    }

    private void heading(Block.Heading heading) {
        String element = "h" + (heading.level() + 1);
        xml.open(element, "id", heading.id());
        xml.text("");
        int last = heading.text().size() - 1;
        for (int i = 0; i <= last; i++) {
            Inline inline = heading.text().get(i);
            if (print && i == last && inline instanceof Inline.Text text) together(text);
            else inline(inline);
        }
        xml.close(element);
    }

    // Chinese may be broken anywhere; a heading's last line shall have more than a character or two.
    private void together(Inline.Text text) {
        String words = text.text();
        int signs = words.codePointCount(0, words.length());
        int from = words.offsetByCodePoints(0, Math.max(0, signs - TOGETHER));
        if (from == 0 || !words.substring(from).codePoints().allMatch(Character::isIdeographic)) {
            run(text);
            return;
        }
        run(new Inline.Text(words.substring(0, from), text.lang(), text.bold(), text.italic()));
        xml.open("span", "class", "doc-whole");
        run(new Inline.Text(words.substring(from), text.lang(), text.bold(), text.italic()));
        xml.close("span");
    }

    private void line(Block.Line line) {
        xml.open("p", "class", "doc-line", "id", line.id());
        String number = String.valueOf(line.number());
        if (print) {
            xml.element("span", number, "class", "doc-number");
        } else {
            xml.element("a", number, "class", "doc-number", "href", "#" + line.id());
        }
        xml.text(" ");
        line.text().forEach(this::inline);
        xml.close("p");
    }

    private void numbered(Block.Numbered numbered) {
        String depth = "doc-numbered doc-depth-" + numbered.depth();
        xml.open("p", "class", depth, "id", numbered.id()).attributes(languageAttributes(numbered.lang()));
        xml.element("span", numbered.number(), "class", "doc-number").text(" ");
        numbered.text().forEach(this::inline);
        xml.close("p");
    }

    private void footnotes(Block.Footnotes footnotes) {
        xml.open("div", "class", "doc-footnotes", "role", "doc-endnotes");
        if (!footnotes.title().isBlank()) text("p", footnotes.title(), "class", "doc-label");
        footnotes.notes().forEach(this::line);
        xml.close("div");
    }

    private void list(String element, List<Block.Item> items, String... attributes) {
        xml.open(element, attributes);
        for (Block.Item item : items) {
            xml.open("li");
            item.text().forEach(this::inline);
            item.below().forEach(this::block);
            xml.close("li");
        }
        xml.close(element);
    }

    private void table(Block.Table table) {
        // Columns of words are equally wide, as in DOCX: by itself the longest takes the room of the others.
        boolean words = table.columns().stream().allMatch(column -> column.alignment() == Block.Alignment.START);
        xml.open("table", "class", words ? "doc-table doc-even" : "doc-table");
        if (!table.caption().isBlank()) text("caption", table.caption());
        xml.open("thead").open("tr");
        for (Block.Column column : table.columns()) {
            inlines("th", column.words(), "scope", "col", "class", align(column));
        }
        xml.close("tr").close("thead").open("tbody");
        for (var row : table.rows()) {
            xml.open("tr");
            for (int i = 0; i < row.size(); i++) cell(table, i, row.get(i));
            xml.close("tr");
        }
        xml.close("tbody").close("table");
    }

    private void cell(Block.Table table, int index, List<Inline> text) {
        String align = align(table.columns().get(index));
        if (index == 0 && table.rowHeaders()) {
            inlines("th", text, "scope", "row", "class", align);
        } else {
            inlines("td", text, "class", align);
        }
    }

    private static String align(Block.Column column) {
        return switch (column.alignment()) {
            case START -> "doc-start";
            case CENTER -> "doc-center";
            case END -> "doc-end";
        };
    }

    private void figure(Block.Figure figure) {
        String element = print ? "div" : "figure";
        xml.open(element, "class", "doc-figure chart", "id", figure.id());
        if (!figure.titled()) text(print ? "p" : "figcaption", figure.svg().title(), "class", "doc-caption");
        if (print) {
            xml.raw(Pictures.placeholder(figure.svg(), letters));
        } else {
            if (figure.svg().isWide()) {
                xml.open(
                        "div",
                        "class",
                        "chart-wide",
                        "tabindex",
                        "0",
                        "role",
                        "region",
                        "aria-label",
                        figure.svg().title());
                xml.raw(figure.svg().markup()).close("div");
            } else {
                xml.raw(figure.svg().markup());
            }
        }
        if (figure.data() != null) table(figure.data());
        xml.close(element);
    }

    private void quote(Block.Quote quote) {
        xml.open("div", "class", "doc-quote");
        xml.open("blockquote", languageAttributes(quote.lang()));
        inlines("p", quote.text());
        xml.close("blockquote");
        if (!quote.attribution().isBlank()) text("p", quote.attribution(), "class", "doc-attribution");
        xml.close("div");
    }

    private void note(Block.Note note) {
        xml.open("div", "class", "doc-note", "role", "note");
        if (!note.title().isBlank()) text("p", note.title(), "class", "doc-note-title");
        note.blocks().forEach(this::block);
        xml.close("div");
    }

    private void contents(Block.Contents contents) {
        if (print) {
            printedContents(contents);
            return;
        }
        xml.open("div", "class", "doc-contents", "role", "doc-toc");
        text("p", contents.title(), "class", "doc-contents-title");
        xml.open("ul");
        for (Block.Heading heading : document.headings(contents)) {
            xml.open("li", "class", "doc-level-" + heading.level());
            text("a", Inline.plain(heading.text()), "href", "#" + heading.id());
            xml.close("li");
        }
        xml.close("ul").close("div");
    }

    /// In print with page numbers, in two columns, which stand right in both directions.
    private void printedContents(Block.Contents contents) {
        xml.open("div", "class", "doc-contents");
        text("p", contents.title(), "class", "doc-contents-title");
        xml.open("table", "class", "doc-contents-table").open("tbody");
        for (Block.Heading heading : document.headings(contents)) {
            xml.open("tr").open("td", "class", "doc-level-" + heading.level());
            text("a", Inline.plain(heading.text()), "href", place(heading.id()));
            boolean near = part == null || targets.contains(heading.id());
            xml.close("td").open("td", "class", near ? "doc-contents-page" : "doc-contents-page doc-known");
            xml.element("a", near ? "" : part.page(heading.id()), "href", place(heading.id()));
            xml.close("td").close("tr");
        }
        xml.close("tbody").close("table").close("div");
    }

    private void answer(Block.AnswerLines answer) {
        xml.open("div", "class", "doc-answer", "id", answer.id());
        inlines("p", answer.label(), "class", "doc-label");
        if (!answer.hint().isBlank()) text("p", answer.hint(), "class", "doc-hint");
        xml.open("div", "class", "doc-box");
        for (int i = 0; i < answer.lines(); i++) xml.element("div", "", "class", "doc-rule");
        xml.close("div").close("div");
    }

    private void choices(Block.Choices choices) {
        xml.open("div", "class", "doc-answer", "id", choices.id());
        inlines("p", choices.label(), "class", "doc-label");
        if (!choices.hint().isBlank()) text("p", choices.hint(), "class", "doc-hint");
        xml.open("ul", "class", "doc-choices");
        for (Block.Choice choice : choices.choices()) {
            xml.open("li").element("span", print ? "\u25A1" : "\u2610", "class", "doc-tick");
            xml.text(" " + letters.apply(choice.label())).close("li");
        }
        xml.close("ul").close("div");
    }

    private void inlines(String element, List<Inline> inlines, String... attributes) {
        xml.open(element, attributes);
        xml.text("");
        inlines.forEach(this::inline);
        xml.close(element);
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Text text -> run(text);
            case Inline.Break _ -> xml.empty("br");
            case Inline.Changed changed -> changed(changed);
            case Inline.NoteSign sign -> {
                xml.open("sup");
                xml.element("a", String.valueOf(sign.number()), "href", place(sign.id()), "role", "doc-noteref");
                xml.close("sup");
            }
            case Inline.Link link -> link(link.text(), link.isAllowed() ? link.address() : null);
            case Inline.Reference reference ->
                link(reference.text(), isTarget(reference.id()) ? place(reference.id()) : null);
        }
    }

    // The signs say without colour what is out and what is in.
    private void changed(Inline.Changed changed) {
        xml.open(changed.gone() ? "del" : "ins").text(changed.gone() ? "[\u2212" : "[+");
        run(changed.text());
        xml.text("]").close(changed.gone() ? "del" : "ins");
    }

    private boolean isTarget(String id) {
        return targets.contains(id) || part != null && part.isElsewhere(id);
    }

    private String place(String id) {
        return part == null || targets.contains(id) ? "#" + id : PrintedPart.ELSEWHERE + id;
    }

    private void link(Inline.Text text, @Nullable String address) {
        if (address == null) {
            run(text);
            return;
        }
        // What is as short as "Project 4" is not broken.
        if (print && text.text().length() <= WHOLE) xml.open("a", "href", address, "class", "doc-whole");
        else xml.open("a", "href", address);
        run(text);
        xml.close("a");
    }

    private void run(Inline.Text text) {
        if (text.bold()) xml.open("strong");
        if (text.italic()) xml.open("em");
        boolean foreign = text.lang() != null && !text.lang().equals(document.language());
        if (foreign) xml.open("span", runAttributes(text.lang()));
        xml.text(letters.apply(text.text()));
        if (foreign) xml.close("span");
        if (text.italic()) xml.close("em");
        if (text.bold()) xml.close("strong");
    }

    private void text(String element, String text, String... attributes) {
        xml.element(element, letters.apply(text), attributes);
    }

    // In print a run with a direction of its own is a box of its own, which costs as much again as all of its line, and
    // cannot be broken with it; so it has one only where the direction is another.
    private String[] runAttributes(@Nullable String lang) {
        boolean asAround = lang != null && Languages.direction(lang).equals(document.direction());
        return print && asAround ? new String[] {"lang", lang} : languageAttributes(lang);
    }

    private static String[] languageAttributes(@Nullable String lang) {
        return lang == null ? new String[0] : new String[] {"lang", lang, "dir", Languages.direction(lang)};
    }
}
