package org.throughline.suggestions;

import java.util.List;
import java.util.stream.Collectors;
import org.throughline.platform.Languages;
import org.throughline.suggestions.Token.Script;

/// What a term looks like once it is compared with texts, and whether it can be found in any.
final class Terms {

    static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_HAN = 20;
    private static final int SHORTEST_OPEN = 3;

    private Terms() {}

    /// Folded, without small words; with `*` at its end where its ending is open.
    static String compared(String language, String term) {
        String words = words(language, term).stream().map(Token::word).collect(Collectors.joining(" "));
        return term.endsWith("*") && !words.isEmpty() ? words + "*" : words;
    }

    private static List<Token> words(String language, String term) {
        return Tokens.of(term).stream()
                .filter(token -> !Stems.isSmall(language, token.word()))
                .toList();
    }

    /// Refuses what no text in this language could be found by.
    static String checked(String language, String typed) {
        String term = typed.strip().replaceAll("\\s+", " ");
        if (!Languages.isKnown(language)) throw SuggestionRefusals.unknownLanguage(String.join(", ", Languages.ALL));
        if (term.length() > LONGEST) throw SuggestionRefusals.termTooLong(shortened(term), LONGEST);
        boolean odd = term.chars().anyMatch(letter -> Character.isISOControl(letter) || letter == ';' || letter == '|');
        List<Token> words = words(language, term);
        int star = term.indexOf('*');
        boolean wrongStar = star >= 0
                && (star != term.length() - 1
                        || words.isEmpty()
                        || words.getLast().word().length() < SHORTEST_OPEN);
        if (words.isEmpty() || odd || wrongStar) throw SuggestionRefusals.termUnreadable(shortened(term));
        if (words.size() > (language.equals("zh") ? LONGEST_HAN : MOST_WORDS))
            throw SuggestionRefusals.termTooLong(shortened(term), LONGEST);
        Script script = FeatureReader.script(language);
        if (words.stream().anyMatch(word -> word.script() != script && word.script() != Script.OTHER))
            throw SuggestionRefusals.termInOtherLetters(shortened(term), Languages.endonym(language));
        return term;
    }

    private static String shortened(String term) {
        return term.length() <= LONGEST ? term : term.substring(0, term.offsetByCodePoints(0, 40)) + "…";
    }
}
