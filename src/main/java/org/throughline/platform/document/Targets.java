package org.throughline.platform.document;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// The places in a document that a link may point to.
final class Targets {

    private Targets() {}

    static Stream<String> of(Document document) {
        return of(document.blocks());
    }

    static Stream<String> of(List<Block> blocks) {
        return blocks.stream().flatMap(Targets::of);
    }

    private static Stream<String> of(Block block) {
        return switch (block) {
            case Block.Heading heading -> Stream.of(heading.id());
            case Block.Lines lines -> lines.lines().stream().map(Block.Line::id);
            case Block.Numbered numbered -> Stream.of(numbered.id());
            case Block.Footnotes notes -> notes.notes().stream().map(Block.Line::id);
            case Block.Figure figure -> Stream.of(figure.id());
            case Block.AnswerLines answer -> Stream.of(answer.id());
            case Block.Choices choices -> Stream.of(choices.id());
            case Block.Note note -> of(note.blocks());
            default -> Stream.empty();
        };
    }

    static void requireUnique(List<Block> blocks) {
        var seen = new HashSet<String>();
        of(blocks).forEach(id -> {
            if (!seen.add(id)) throw new IllegalArgumentException("Two places in the document are called " + id);
        });
    }
}
