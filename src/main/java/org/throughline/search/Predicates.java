package org.throughline.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.throughline.search.Analysis.Token;
import org.throughline.search.Terms.Term;

/// Terms as a question to the index. Each term is looked for in the fields of every language its letters can belong
/// to.
final class Predicates {

    private static final float TITLE = 4;
    private static final float OWN_LANGUAGE = 1.5f;
    private static final int SHORTEST_PREFIX = 3;

    private final SearchPredicateFactory f;
    private final String language;
    private final boolean similar;
    private final boolean lucene;

    /// @param similar whether words spelled alike match too
    /// @param lucene whether the index is one that this program holds itself
    Predicates(SearchPredicateFactory f, String language, boolean similar, boolean lucene) {
        this.f = f;
        this.language = language;
        this.similar = similar;
        this.lucene = lucene;
    }

    PredicateFinalStep of(Terms terms) {
        var all = f.bool();
        for (Term term : terms.wanted()) {
            if (terms.required(term)) all.must(anyField(term));
            else all.should(anyField(term));
        }
        terms.unwanted().forEach(term -> all.mustNot(exact(term)));
        if (terms.wanted().size() > 1) all.should(together(terms));
        return all;
    }

    // Words that stand together as typed count more.
    private PredicateFinalStep together(Terms terms) {
        String text = String.join(" ", terms.wanted().stream().map(Term::text).toList());
        return f.phrase()
                .field(Fields.title(Analysis.FOLDED))
                .boost(TITLE)
                .field(Fields.body(Analysis.FOLDED))
                .matching(text)
                .slop(2);
    }

    private PredicateFinalStep anyField(Term term) {
        var any = f.bool();
        any.should(exact(term));
        if (term.unfinished()) beginning(any, term);
        if (similar && !term.quoted()) alike(any, term);
        return any;
    }

    // A phrase even for one word: "e-government" and 信息社会 are several terms that must stand together.
    private PredicateFinalStep exact(Term term) {
        var any = f.bool();
        for (String analyzer : analyzersFor(term.text())) {
            float own = analyzer.equals(language) ? OWN_LANGUAGE : 1;
            any.should(
                    f.phrase().field(Fields.title(analyzer)).boost(TITLE * own).matching(term.text()));
            any.should(f.phrase().field(Fields.body(analyzer)).boost(own).matching(term.text()));
        }
        return any;
    }

    private void beginning(BooleanPredicateClausesStep<?, ?> any, Term term) {
        String word = term.text();
        if (word.length() < SHORTEST_PREFIX || !word.codePoints().allMatch(Character::isLetterOrDigit)) return;
        for (String field : List.of(Fields.title(Analysis.FOLDED), Fields.body(Analysis.FOLDED)))
            any.should(f.wildcard()
                    .field(field)
                    .matching(word + "*")
                    .constantScore()
                    .boost(0.5f));
    }

    private void alike(BooleanPredicateClausesStep<?, ?> any, Term term) {
        int edits = edits(term.text());
        if (edits == 0) return;
        String title = Fields.title(Analysis.FOLDED);
        String body = Fields.body(Analysis.FOLDED);
        if (!lucene) {
            any.should(f.match()
                    .field(title)
                    .boost(TITLE)
                    .field(body)
                    .matching(term.text())
                    .fuzzy(edits, 1));
            return;
        }
        for (Token word : Analysis.tokens(Analysis.FOLDED, term.text()))
            any.should(f.extension(LuceneExtension.get())
                    .fromLuceneQuery(new AlikeQuery(word.term(), edits, Map.of(title, TITLE, body, 1f))));
    }

    /// How many letters may differ for a word to be "spelled alike". One in Arabic: without the article and the short
    /// vowels three or four letters are left, and two others make another word.
    static int edits(String word) {
        int length = word.codePointCount(0, word.length());
        boolean arabic = word.codePoints().anyMatch(point -> UnicodeScript.of(point) == UnicodeScript.ARABIC);
        return length < 4 ? 0 : length < 6 || arabic ? 1 : 2;
    }

    static List<String> analyzersFor(String text) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(point -> scripts.add(UnicodeScript.of(point)));
        var analyzers = new ArrayList<String>();
        if (scripts.contains(UnicodeScript.LATIN)) analyzers.addAll(List.of("en", "fr", "es"));
        if (scripts.contains(UnicodeScript.ARABIC)) analyzers.add("ar");
        if (scripts.contains(UnicodeScript.CYRILLIC)) analyzers.add("ru");
        if (scripts.contains(UnicodeScript.HAN)) analyzers.add("zh");
        analyzers.add(Analysis.FOLDED);
        return analyzers;
    }
}
