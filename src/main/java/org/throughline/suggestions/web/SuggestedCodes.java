package org.throughline.suggestions.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.throughline.platform.web.Frame;
import org.throughline.suggestions.Suggestion;
import org.throughline.suggestions.Suggestions;
import org.throughline.vocabulary.Vocabulary;

/// Suggestions as pages show them: name, share and the words that caused them. Other modules' forms put the template
/// `suggestions/web/suggested` on their page with this record.
///
/// @param vocabulary whose codes they are
public record SuggestedCodes(String vocabulary, List<Code> codes) {

    private static final int MOST_WORDS = 6;

    /// @param rank from 1
    /// @param words as the text has them, each once
    /// @param text the whole text in pieces, with those marked that spoke for this code
    public record Code(String code, String name, double score, int rank, List<String> words, List<Piece> text) {}

    public record Piece(String text, boolean marked) {}

    /// @param language the text's, or empty to find out
    public static SuggestedCodes of(
            Suggestions suggestions, Vocabulary names, Frame frame, String vocabulary, String text, String language) {
        if (text.isBlank() || text.length() > Suggestions.LONGEST_TEXT)
            return new SuggestedCodes(vocabulary, List.of());
        List<Suggestion> found = suggestions.suggest(vocabulary, text, language, Suggestions.USUAL);
        var codes = new ArrayList<Code>();
        for (var one : found) {
            var words = new LinkedHashSet<String>();
            for (var word : one.words()) words.add(text.substring(word.start(), word.end()));
            codes.add(new Code(
                    one.code(),
                    names.name(vocabulary, one.code(), frame.language()),
                    one.score(),
                    codes.size() + 1,
                    words.stream().limit(MOST_WORDS).toList(),
                    pieces(text, one)));
        }
        return new SuggestedCodes(vocabulary, codes);
    }

    private static List<Piece> pieces(String text, Suggestion one) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (var word : one.words()) {
            if (word.start() > at) pieces.add(new Piece(text.substring(at, word.start()), false));
            pieces.add(new Piece(text.substring(word.start(), word.end()), true));
            at = word.end();
        }
        if (at < text.length()) pieces.add(new Piece(text.substring(at), false));
        return pieces;
    }
}
