package org.throughline.suggestions;

/// A word of a text as it is compared: folded, and where in the text it stands, in UTF-16 units. In Chinese each
/// character is one.
record Token(String word, Script script, int start, int end) {

    /// What decides in which languages a word is looked up.
    enum Script {
        LATIN,
        CYRILLIC,
        ARABIC,
        HAN,
        OTHER
    }
}
