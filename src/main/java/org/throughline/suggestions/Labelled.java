package org.throughline.suggestions;

import java.util.List;

/// A text and the codes that people gave it.
///
/// @param language one of the six, or `und`
record Labelled(String text, String language, List<String> codes) {

    /// What makes two texts the same one, whatever their case and punctuation.
    String sameness() {
        var words = new StringBuilder();
        for (var token : Tokens.of(text)) words.append(token.word()).append(' ');
        return words.toString();
    }
}
