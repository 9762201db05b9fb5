package org.throughline.search;

import java.util.List;
import org.throughline.search.Analysis.Token;

/// A text as one analysis reads it. Its words are made into terms only where they are asked for: of most words, the
/// first letter says that they are not what is looked for.
final class Reading {

    // In Chinese a term is two characters, whichever words they belong to.
    private static final String NOT_BY_WORDS = "zh";

    private static final String ELIDED = "fr";
    private static final int LONGEST_ELISION = 8;

    private final String analyzer;
    private final String text;
    private final List<Token> words;
    private final String[] terms;

    private Reading(String analyzer, String text, List<Token> words) {
        this.analyzer = analyzer;
        this.text = text;
        this.words = words;
        this.terms = new String[words.size()];
    }

    /// @param words of the same text, as [Analysis#words] gives them
    static Reading of(String analyzer, String text, List<Token> words) {
        if (!analyzer.equals(NOT_BY_WORDS)) return new Reading(analyzer, text, words);
        List<Token> tokens = Analysis.tokens(analyzer, text);
        var reading = new Reading(analyzer, text, tokens);
        for (int at = 0; at < tokens.size(); at++)
            reading.terms[at] = tokens.get(at).term();
        return reading;
    }

    int size() {
        return terms.length;
    }

    String term(int at) {
        if (terms[at] == null) terms[at] = Analysis.term(analyzer, text.substring(start(at), end(at)));
        return terms[at];
    }

    /// Where a word begins, in UTF-16 units; `end` is behind its last one.
    int start(int at) {
        return words.get(at).start();
    }

    int end(int at) {
        return words.get(at).end();
    }

    /// Whether a word can become a term that begins with one of these letters, which are as [FirstLetter] says.
    boolean mayBegin(int at, String letters) {
        char letter = FirstLetter.of(text.charAt(start(at)));
        return letter == FirstLetter.UNKNOWN || letters.indexOf(letter) >= 0 || elided(at);
    }

    private boolean elided(int at) {
        if (!analyzer.equals(ELIDED)) return false;
        int end = Math.min(end(at), start(at) + LONGEST_ELISION);
        for (int i = start(at); i < end; i++) if (text.charAt(i) == '\'' || text.charAt(i) == '’') return true;
        return false;
    }
}
