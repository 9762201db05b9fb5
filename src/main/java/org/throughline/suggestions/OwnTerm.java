package org.throughline.suggestions;

/// How strongly a term speaks for a code, by the secretariat's word: 0 where it does not at all, up to 4 where it is
/// about nothing else.
///
/// @param term as it was typed; a last letter `*` stands for any ending
record OwnTerm(String vocabulary, String code, String language, String term, double weight) {

    /// What names it in models, one for all codes of all vocabularies.
    String concept() {
        return "own:" + language + ":" + Terms.compared(language, term);
    }
}
