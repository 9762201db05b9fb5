package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.markup.Xml;

/// The text in Akoma Ntoso: headings make sections, numbered paragraphs their hierarchy, all else is blocks.
final class AknBody {

    private static final String[] LEVELS = {"paragraph", "subparagraph", "clause", "point"};

    private final Xml xml;
    private final String title;
    // Open sections by their levels, and open numbered paragraphs by their depths.
    private final List<Integer> sections = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private boolean inText;
    private int texts;
    private int notes;

    AknBody(Xml xml, String title) {
        this.xml = xml;
        this.title = title;
    }

    void write(Body body) {
        if (body.isEmpty()) xml.element("p", title, "eId", "p_1");
        List<String> places = body.places();
        List<Integer> depths = Places.depths(body.parts());
        for (int i = 0; i < body.parts().size(); i++) {
            boolean more = i + 1 < body.parts().size()
                    && body.parts().get(i + 1) instanceof Part.Numbered
                    && depths.get(i + 1) > depths.get(i);
            part(body.parts().get(i), places.get(i), depths.get(i), more);
        }
        endText();
        endNumbered(0);
        while (!sections.isEmpty()) endSection();
    }

    private void part(Part part, String place, int depth, boolean more) {
        if (part instanceof Part.Heading heading) {
            endText();
            endNumbered(0);
            while (!sections.isEmpty() && sections.getLast() >= heading.level()) endSection();
            sections.add(heading.level());
            opened("section", place, heading.lang());
            xml.open("heading");
            inlines(heading.text(), place);
            xml.close("heading");
        } else if (part instanceof Part.Numbered one) {
            endText();
            numbered(one, place, depth, more);
        } else {
            endNumbered(0);
            text(place);
            block(part, place);
        }
    }

    private void endSection() {
        sections.removeLast();
        xml.close("section");
    }

    private void numbered(Part.Numbered one, String place, int depth, boolean more) {
        int at = Math.min(depth, open.size());
        endNumbered(at);
        String name = LEVELS[Math.min(at, LEVELS.length - 1)];
        opened(name, place, one.lang());
        xml.element("num", one.number());
        String inside = more ? "intro" : "content";
        xml.open(inside).open("p");
        inlines(one.text(), place);
        xml.close("p").close(inside);
        if (more) open.add(name);
        else xml.close(name);
    }

    private void endNumbered(int depth) {
        while (open.size() > depth) xml.close(open.removeLast());
    }

    // In a section blocks cannot stand beside paragraphs; a container of their own holds them.
    private void text(String place) {
        if (sections.isEmpty() || inText) return;
        texts++;
        xml.open("hcontainer", "eId", "hcontainer_" + texts, "name", "text").open("content");
        inText = true;
    }

    private void endText() {
        if (inText) xml.close("content").close("hcontainer");
        inText = false;
    }

    private void opened(String name, String place, @Nullable String lang) {
        xml.open(name, "eId", place);
        if (lang != null) xml.attributes("xml:lang", lang);
    }

    private void block(Part part, String place) {
        switch (part) {
            case Part.Paragraph one -> {
                opened("p", place, one.lang());
                xml.text("");
                inlines(one.text(), place);
                xml.close("p");
            }
            case Part.Bullets list -> list("ul", 1, list.items(), place, list.lang());
            case Part.Ordered list -> list("ol", list.start(), list.items(), place, list.lang());
            case Part.Table table -> table(table, place);
            case Part.Quote quote -> {
                for (int i = 0; i < quote.paragraphs().size(); i++) {
                    String own = i == 0 ? place : place + "__p_" + (i + 1);
                    opened("block", own, quote.lang());
                    xml.attributes("name", "quotation");
                    inlines(quote.paragraphs().get(i), own);
                    xml.close("block");
                }
            }
            default -> throw new IllegalStateException("Not a block: " + part);
        }
    }

    private void list(String name, int start, List<Part.Item> items, String place, @Nullable String lang) {
        opened(name, place, lang);
        for (int i = 0; i < items.size(); i++) {
            String own = place + "__item_" + (i + 1);
            xml.open("li", "eId", own);
            if (name.equals("ol")) xml.attributes("value", String.valueOf(start + i));
            inlines(items.get(i).text(), own);
            int below = 0;
            for (Part part : items.get(i).below()) {
                String inside = own + "__list_" + ++below;
                if (part instanceof Part.Bullets list) list("ul", 1, list.items(), inside, null);
                if (part instanceof Part.Ordered list) list("ol", list.start(), list.items(), inside, null);
            }
            xml.close("li");
        }
        xml.close(name);
    }

    private void table(Part.Table table, String place) {
        opened("table", place, table.lang());
        if (!table.caption().isEmpty()) xml.element("caption", table.caption());
        row(table.head(), "th");
        table.rows().forEach(row -> row(row, "td"));
        xml.close("table");
    }

    private void row(List<List<Span>> cells, String name) {
        xml.open("tr");
        for (List<Span> cell : cells) {
            xml.open(name).open("p").text("");
            inlines(cell, "");
            xml.close("p").close(name);
        }
        xml.close("tr");
    }

    private void inlines(List<Span> spans, String place) {
        for (Span span : spans) {
            switch (span) {
                case Span.Words words -> words(words);
                case Span.Link link -> {
                    xml.open("a", "href", link.address().replace(" ", "%20"));
                    words(link.words());
                    xml.close("a");
                }
                case Span.Break _ -> xml.empty("br");
                case Span.Note note -> {
                    notes++;
                    xml.open(
                            "authorialNote",
                            "eId",
                            "authorialNote_" + notes,
                            "marker",
                            String.valueOf(notes),
                            "placement",
                            "bottom");
                    xml.open("p");
                    inlines(note.text(), place);
                    xml.close("p").close("authorialNote");
                }
            }
        }
    }

    private void words(Span.Words words) {
        if (words.bold()) xml.open("b");
        if (words.italic()) xml.open("i");
        xml.text(words.text());
        if (words.italic()) xml.close("i");
        if (words.bold()) xml.close("b");
    }
}
