package org.throughline.documents.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a text says in one place and shows in others: footnotes and addresses of links, by their labels. All that is
/// shown so is together at most a few times as long as the text, so that no short text becomes an endless one.
final class MarkupLabels {

    private static final int TIMES = 4;
    private static final int AT_LEAST = 10_000;

    private final Map<String, List<Span>> notes = new HashMap<>();
    private long room;

    /// @param length of the text
    MarkupLabels(int length) {
        this.room = (long) TIMES * length + AT_LEAST;
    }

    void note(String label, List<Span> text) {
        notes.putIfAbsent(label, text);
    }

    /// Nothing where there is no such footnote, or no more room.
    @Nullable
    List<Span> note(String label) {
        List<Span> text = notes.get(label);
        return text != null && fit(length(text)) ? text : null;
    }

    /// Whether there is room for so many more characters, which are shown then.
    boolean fit(int length) {
        if (length > room) return false;
        room -= length;
        return true;
    }

    private static int length(List<Span> text) {
        return text.stream()
                .mapToInt(span -> switch (span) {
                    case Span.Words words -> words.text().length();
                    case Span.Link link ->
                        link.words().text().length() + link.address().length();
                    case Span.Note note -> length(note.text());
                    case Span.Break _ -> 1;
                })
                .sum();
    }
}
