package org.throughline.suggestions;

/// A stretch of a text from `start` to before `end`, in UTF-16 code units.
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end <= start) throw new IllegalArgumentException("No stretch: " + start + " to " + end);
    }

    boolean touches(Span other) {
        return start < other.end && other.start < end;
    }
}
