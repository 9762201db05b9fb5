package org.throughline.documents.text;

import java.util.List;

/// A piece of running text. Lists of spans are kept in one form only ([Spans#tidy]), so that two texts that read
/// alike are equal.
public sealed interface Span {

    record Words(String text, boolean bold, boolean italic) implements Span {

        boolean isPlain() {
            return !bold && !italic;
        }

        Words with(String other) {
            return new Words(other, bold, italic);
        }
    }

    /// A link out of the document; the addresses allowed are those that every writer may write as a link.
    record Link(Words words, String address) implements Span {

        public Link {
            if (!Spans.isAddress(address)) throw new IllegalArgumentException("Not an address: " + address);
        }
    }

    /// A line break inside a block.
    record Break() implements Span {}

    /// A footnote, at the place where its sign stands. Refuses a footnote inside a footnote.
    record Note(List<Span> text) implements Span {

        public Note {
            text = Spans.tidy(text);
            if (text.isEmpty()) throw new IllegalArgumentException("A footnote needs words");
            if (text.stream().anyMatch(span -> span instanceof Note || span instanceof Break)) {
                throw new IllegalArgumentException("A footnote is one line of text");
            }
        }
    }

    static Words text(String text) {
        return new Words(text, false, false);
    }

    static Words bold(String text) {
        return new Words(text, true, false);
    }

    static Words italic(String text) {
        return new Words(text, false, true);
    }

    /// What is read aloud, without footnotes: for comparing, searching, citing.
    static String plain(List<Span> spans) {
        var words = new StringBuilder();
        for (Span span : spans) {
            switch (span) {
                case Words text -> words.append(text.text());
                case Link link -> words.append(link.words().text());
                case Break _ -> words.append('\n');
                case Note _ -> {}
            }
        }
        return words.toString();
    }
}
