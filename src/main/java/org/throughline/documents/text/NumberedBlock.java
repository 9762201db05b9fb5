package org.throughline.documents.text;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.throughline.platform.Languages;

/// What our markup adds to CommonMark: a line that begins with a paragraph's number, and a line `{fr}` that says in
/// which language the next block is.
final class NumberedBlock extends CustomBlock {

    final String number;

    private NumberedBlock(String number) {
        this.number = number;
    }

    static final class Language extends CustomBlock {

        final String tag;

        private Language(String tag) {
            this.tag = tag;
        }
    }

    static final class Factory implements BlockParserFactory {

        // A plain paragraph is not interrupted, because a line of it may begin with "(a)" where somebody broke it.
        // Lines below a numbered paragraph are not its own any more, so there the next number may begin.
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (state.isBlank()
                    || matched.getParagraphLines() != null
                            && !matched.getParagraphLines().isEmpty()) {
                return BlockStart.none();
            }
            // A list stays open until something else begins.
            Block around = matched.getMatchedBlockParser().getBlock();
            boolean afterList = around instanceof ListBlock && around.getParent() instanceof Document;
            if (!(around instanceof Document) && !afterList) return BlockStart.none();
            SourceLine line = state.getLine();
            int from = state.getNextNonSpaceIndex();
            CharSequence rest =
                    line.getContent().subSequence(from, line.getContent().length());
            String tag = language(rest.toString());
            if (!tag.isEmpty()) {
                return BlockStart.of(new Parser(new Language(tag), false))
                        .atIndex(line.getContent().length());
            }
            Numbers.Start start = Numbers.at(rest);
            if (start == null) return BlockStart.none();
            return BlockStart.of(new Parser(new NumberedBlock(start.number()), true))
                    .atIndex(from + start.end());
        }

        private static String language(String line) {
            String stripped = line.strip();
            if (stripped.length() != 4 || !stripped.startsWith("{") || !stripped.endsWith("}")) return "";
            String tag = stripped.substring(1, 3);
            return Languages.isKnown(tag) ? tag : "";
        }
    }

    private static final class Parser extends AbstractBlockParser {

        private final Block block;
        private final boolean holds;

        Parser(Block block, boolean holds) {
            this.block = block;
            this.holds = holds;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isContainer() {
            return holds;
        }

        @Override
        public boolean canContain(Block child) {
            return holds;
        }

        // Further lines of the paragraph inside are taken by it as CommonMark takes lines below a list's item.
        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }
    }
}
