package org.throughline.suggestions;

import org.throughline.platform.Refusal;

/// What a request for suggestions can be refused for.
public final class SuggestionRefusals {

    private SuggestionRefusals() {}

    static Refusal nothingToRead() {
        return new Refusal("text-empty", 422, "suggestions.problem.empty");
    }

    /// @param most how many characters are read
    static Refusal tooLong(int most) {
        return new Refusal("text-too-long", 422, "suggestions.problem.too-long", most);
    }

    static Refusal unknownVocabulary(String known) {
        return new Refusal("vocabulary-unknown", 422, "suggestions.problem.vocabulary", known);
    }

    static Refusal unknownLanguage(String known) {
        return new Refusal("language-unknown", 422, "suggestions.problem.language", known);
    }

    static Refusal unknownCode(String vocabulary) {
        return new Refusal("code-unknown", 422, "suggestions.problem.code", vocabulary);
    }

    static Refusal termTooLong(String term, int most) {
        return new Refusal("term-too-long", 422, "suggestions.problem.term-long", term, most);
    }

    /// No letters, small words only, or a star that is not at the end of a word.
    static Refusal termUnreadable(String term) {
        return new Refusal("term-unreadable", 422, "suggestions.problem.term", term);
    }

    static Refusal termInOtherLetters(String term, String language) {
        return new Refusal("term-in-other-letters", 422, "suggestions.problem.term-letters", term, language);
    }

    static Refusal tooManyTerms(int most) {
        return new Refusal("too-many-terms", 422, "suggestions.problem.term-many", most);
    }

    static Refusal limit(int most) {
        return new Refusal("limit-out-of-range", 422, "suggestions.problem.limit", most);
    }

    /// @param where line and column
    public static Refusal malformed(String where) {
        return new Refusal("malformed-json", 400, "suggestions.problem.malformed", where);
    }

    /// @param megabytes the most that is taken
    public static Refusal bodyTooLarge(int megabytes) {
        return new Refusal("too-large", 413, "suggestions.problem.body", megabytes);
    }
}
