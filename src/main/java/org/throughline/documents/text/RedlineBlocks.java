package org.throughline.documents.text;

import java.util.ArrayList;
import java.util.List;
import org.throughline.platform.WordDiff;
import org.throughline.platform.document.Block;
import org.throughline.platform.document.Inline;

/// A comparison as blocks of a document: on a page and in PDF with signs around what changed, in DOCX as tracked
/// changes.
public final class RedlineBlocks {

    private RedlineBlocks() {}

    /// @param moved the words in front of a paragraph that stood elsewhere before
    public static List<Block> of(List<Redline.Row> rows, String moved) {
        var blocks = new ArrayList<Block>();
        int heading = 0;
        for (int i = 0; i < rows.size(); i++) {
            Redline.Row row = rows.get(i);
            Line line = row.line();
            List<Inline> text = inlines(row, moved);
            // What is gone has no place in the outline.
            if (line.kind() == Line.Kind.HEADING && row.kind() != Redline.Kind.GONE) {
                heading = Math.min(line.depth(), heading + 1);
                blocks.add(new Block.Heading(heading, "r" + i, text));
            } else if (line.kind() == Line.Kind.QUOTE) {
                blocks.add(new Block.Quote(text, line.lang(), ""));
            } else if (line.depth() > 0 && line.kind() != Line.Kind.HEADING) {
                blocks.add(new Block.Numbered("", "r" + i, line.depth(), text, line.lang()));
            } else {
                blocks.add(new Block.Paragraph(text, line.lang()));
            }
        }
        return blocks;
    }

    private static List<Inline> inlines(Redline.Row row, String moved) {
        var text = new ArrayList<Inline>();
        if (row.kind() == Redline.Kind.MOVED) text.add(Inline.italic(moved + " "));
        for (WordDiff.Piece piece : row.pieces()) {
            var words = new Inline.Text(piece.text(), null, false, false);
            text.add(
                    piece.kind() == WordDiff.Kind.SAME
                            ? words
                            : new Inline.Changed(words, piece.kind() == WordDiff.Kind.GONE));
        }
        return text;
    }
}
