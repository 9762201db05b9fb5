package org.throughline.suggestions;

/// A part of why a text got a code.
///
/// @param words as the text has them
/// @param part what they add to the code, above what they add to all codes on average; negative where they speak
/// against it
public record Reason(String words, Kind kind, double part) {

    /// By what the words were known.
    public enum Kind {
        /// A term of the program's own lists.
        TERM,
        /// A term that the secretariat has given a weight.
        OWN_TERM,
        /// A word, or words that stand together, of which something was learnt.
        WORD,
        /// How a word begins, of which something was learnt.
        BEGINNING
    }
}
