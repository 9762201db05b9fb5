package org.throughline.platform.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A run of a long document's blocks that is laid out by itself: from one page break to another.
///
/// @param index counts the parts from 0
/// @param firstPage the number on its first page
/// @param pages on which page the headings of the other parts stand, as far as it is known yet
record PrintedPart(int index, List<Block> blocks, int firstPage, Map<String, Integer> pages) {

    /// Begins the address of a place in another part, until that place is known.
    static final String ELSEWHERE = "throughline-place:";

    /// What a part may weigh before another is begun; a line of an annex weighs 1.
    static final int LIMIT = 1_000;

    boolean isFirst() {
        return index == 0;
    }

    boolean isElsewhere(String id) {
        return pages.containsKey(id);
    }

    /// The number as it stands in the list of contents.
    String page(String id) {
        Integer page = pages.get(id);
        return page == null || page == 0 ? "" : String.valueOf(page);
    }

    boolean hasContents() {
        return blocks.stream().anyMatch(Block.Contents.class::isInstance);
    }

    /// The blocks of a document in parts that weigh no more than the limit where page breaks allow it.
    static List<List<Block>> of(List<Block> blocks, int limit) {
        List<List<Block>> parts = new ArrayList<>();
        List<Block> part = new ArrayList<>();
        List<Block> run = new ArrayList<>();
        long weight = 0;
        for (Block block : blocks) {
            run.add(block);
            if (!(block instanceof Block.PageBreak)) continue;
            long more = weight(run);
            if (!part.isEmpty() && weight + more > limit) {
                parts.add(part);
                part = new ArrayList<>();
                weight = 0;
            }
            part.addAll(run);
            weight += more;
            run.clear();
        }
        if (!part.isEmpty() && weight + weight(run) > limit) {
            parts.add(part);
            part = new ArrayList<>();
        }
        part.addAll(run);
        if (!part.isEmpty()) parts.add(part);
        // Each part begins on a page of its own by itself.
        return parts.stream()
                .map(one -> one.getLast() instanceof Block.PageBreak ? one.subList(0, one.size() - 1) : one)
                .filter(one -> !one.isEmpty())
                .map(List::copyOf)
                .toList();
    }

    static long weight(List<Block> blocks) {
        return blocks.stream().mapToLong(PrintedPart::weight).sum();
    }

    private static long weight(Block block) {
        return switch (block) {
            case Block.Lines lines -> lines.lines().size();
            case Block.Table table -> 2L * table.rows().size();
            case Block.Figure figure ->
                50 + (figure.data() == null ? 0 : 2L * figure.data().rows().size());
            default -> 1;
        };
    }
}
