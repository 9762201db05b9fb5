package org.throughline.reports.web;

import java.util.ArrayList;
import java.util.List;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Inline;

/// Gathers the blocks of a report and gives its paragraphs their numbers, by which people cite them and comment on
/// them:
/// one series through all chapters, the same in every language.
final class Paragraphs {

    private int next = 1;
    private List<Block> blocks = new ArrayList<>();
    private int first = 1;

    void add(Block block) {
        blocks.add(block);
    }

    void say(String words) {
        say(List.of(Inline.text(words)));
    }

    void say(List<Inline> words) {
        blocks.add(new Block.Lines(List.of(new Block.Line(next, "p" + next, words))));
        next++;
    }

    /// What somebody wrote, paragraph by paragraph, in its own language.
    void quote(String text, String language) {
        for (String paragraph : text.strip().split("\\n\\s*\\n"))
            if (!paragraph.isBlank()) say(List.of(Inline.text(paragraph.strip(), language)));
    }

    Part part(String code, String title) {
        var part = new Part(code, title, blocks, first, next);
        blocks = new ArrayList<>();
        first = next;
        return part;
    }
}
