package org.throughline.suggestions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lays the secretariat's terms over the program's own lists and over what was learnt. A term that was changed is a
/// concept of its own from then on: for codes nobody spoke of it keeps what it had, for the others it has what it was
/// given, and what was learnt of the single word is silent for them.
final class OwnWords {

    private final Lexicon lexicon;
    private final List<OwnTerm> terms;
    private final Map<String, Set<String>> silent;

    /// @param silent by language, words that say nothing
    OwnWords(Lexicon lexicon, List<OwnTerm> terms, Map<String, Set<String>> silent) {
        this.lexicon = lexicon;
        this.terms = terms;
        this.silent = silent;
    }

    FeatureReader reader() {
        var trees = new HashMap<String, TermTree>();
        for (var language : Lexicon.COLUMNS) trees.put(language, new TermTree(language));
        // The first that claims a term keeps it.
        for (var term : terms) tree(trees, term.language()).add(term.term(), term.concept());
        for (var concept : lexicon.concepts())
            for (var language : Lexicon.COLUMNS)
                for (var term : concept.terms().get(language))
                    tree(trees, language).add(term, concept.key());
        var stems = new HashMap<String, Set<String>>();
        silent.forEach((language, words) -> {
            var stemmer = new Stems(language);
            var out = new HashSet<String>();
            words.forEach(word -> out.add(stemmer.stem(word)));
            stems.put(language, out);
        });
        return new FeatureReader(trees, stems);
    }

    private static TermTree tree(Map<String, TermTree> trees, String language) {
        TermTree tree = trees.get(language);
        if (tree == null) throw new IllegalArgumentException("Not one of the six languages: " + language);
        return tree;
    }

    Model over(Model model) {
        if (terms.isEmpty()) return model;
        var weights = new HashMap<>(model.weights());
        var ours = new HashMap<String, float[]>();
        for (var term : terms) {
            String key = FeatureReader.CONCEPT + term.concept();
            float[] row = ours.computeIfAbsent(key, first -> before(model, term, first));
            weights.put(key, row);
            int code = model.codes().indexOf(term.code());
            if (!term.vocabulary().equals(model.vocabulary()) || code < 0) continue;
            row[code] = (float) (Model.HAND * term.weight());
            silence(weights, term, code);
        }
        return new Model(model.vocabulary(), model.codes(), weights);
    }

    // What the lists gave the term, and what was learnt of it since it is a concept of its own; a new row, because
    // those of models are shared.
    private float[] before(Model model, OwnTerm term, String key) {
        var row = new float[model.codes().size()];
        String concept = lexicon.conceptOf(term.language(), term.term());
        if (concept != null) add(row, model.weights().get(FeatureReader.CONCEPT + concept));
        add(row, model.weights().get(key));
        return row;
    }

    private static void add(float[] row, float @Nullable [] more) {
        if (more != null) for (int i = 0; i < row.length; i++) row[i] += more[i];
    }

    private static void silence(Map<String, float[]> weights, OwnTerm term, int code) {
        String word = Terms.compared(term.language(), term.term());
        if (word.indexOf(' ') >= 0 || word.endsWith("*")) return;
        String key = FeatureReader.WORD + term.language() + ":" + new Stems(term.language()).stem(word);
        float[] row = weights.get(key);
        if (row == null) return;
        float[] ours = row.clone();
        ours[code] = 0;
        weights.put(key, ours);
    }
}
