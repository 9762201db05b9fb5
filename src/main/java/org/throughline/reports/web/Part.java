package org.throughline.reports.web;

import java.util.List;
import org.throughline.platform.document.Block;

/// A chapter of a report, as a page of its own or as a part of the whole.
///
/// @param code its place in addresses: the chapter's, or for an action line the line's, in small letters
/// @param blocks without the chapter's own heading
/// @param first the number of its first paragraph; `after` of the one after its last
record Part(String code, String title, List<Block> blocks, int first, int after) {

    Part {
        blocks = List.copyOf(blocks);
    }

    boolean hasParagraph(int number) {
        return number >= first && number < after;
    }
}
