package org.throughline.platform.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.throughline.platform.Languages;

/// A whole document, whatever it is about: written as XHTML, PDF or DOCX by the writers beside it. The same
/// document gives the same bytes, so the date inside the file is `dated`, never the clock. Refuses an outline that
/// skips a level, because readers of a tagged PDF move by it.
///
/// @param symbol what the running head shows, such as a document symbol; may be empty
/// @param description one sentence for readers and catalogues that see only the file's properties
/// @param header rows such as "Agenda item: 3" above the text
/// @param footer one line at the foot of each page; may be empty
public record Document(
        String language,
        String symbol,
        String title,
        String description,
        List<HeaderRow> header,
        List<Block> blocks,
        String footer,
        Instant dated) {

    public Document {
        Ids.requireLanguage(language);
        if (title.isBlank()) throw new IllegalArgumentException("A document needs a title");
        header = List.copyOf(header);
        blocks = List.copyOf(blocks);
        int last = 0;
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                if (heading.level() > last + 1) {
                    throw new IllegalArgumentException("Heading " + heading.id() + " skips a level after " + last);
                }
                last = heading.level();
            }
        }
        Targets.requireUnique(blocks);
    }

    public record HeaderRow(String label, List<Inline> text) {

        public HeaderRow {
            text = List.copyOf(text);
        }

        public HeaderRow(String label, String text) {
            this(label, List.of(Inline.text(text)));
        }
    }

    public String direction() {
        return Languages.direction(language);
    }

    public List<Block.Heading> headings() {
        return headings(blocks);
    }

    static List<Block.Heading> headings(List<Block> blocks) {
        var headings = new ArrayList<Block.Heading>();
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) headings.add(heading);
        }
        return headings;
    }

    /// The headings that stand in a list of contents.
    List<Block.Heading> headings(Block.Contents contents) {
        return headings().stream()
                .filter(heading -> heading.level() <= contents.depth()
                        && !contents.leftOut().contains(heading.id()))
                .toList();
    }
}
