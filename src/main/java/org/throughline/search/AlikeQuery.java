package org.throughline.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BlendedTermQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/// Words spelled like one word, in several fields: what Lucene's [FuzzyQuery] finds in each. That makes three automata
/// for each field of each word, which took longer than all the rest of a search; here one serves all fields.
final class AlikeQuery extends Query {

    private static final int FIRST_LETTERS = 1;
    private static final int MOST = FuzzyQuery.defaultMaxExpansions;

    private final String word;
    private final int edits;
    private final Map<String, Float> fields;

    /// @param word as the fields' analysis leaves it
    /// @param fields with how much each counts
    AlikeQuery(String word, int edits, Map<String, Float> fields) {
        this.word = word;
        this.edits = edits;
        this.fields = Map.copyOf(fields);
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        CompiledAutomaton automaton =
                FuzzyQuery.getFuzzyAutomaton(word, edits, FIRST_LETTERS, FuzzyQuery.defaultTranspositions);
        var any = new BlendedTermQuery.Builder();
        boolean none = true;
        for (var field : fields.entrySet()) {
            Map<BytesRef, Float> found = found(searcher, field.getKey(), automaton);
            none &= found.isEmpty();
            found.entrySet().stream()
                    .sorted(Map.Entry.<BytesRef, Float>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST)
                    .forEach(one -> any.add(new Term(field.getKey(), one.getKey()), one.getValue() * field.getValue()));
        }
        return none ? new MatchNoDocsQuery("nothing is spelled like that") : any.build();
    }

    // How near each word that is there comes, 1 for the same.
    private Map<BytesRef, Float> found(IndexSearcher searcher, String field, CompiledAutomaton automaton)
            throws IOException {
        Map<BytesRef, Float> found = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms == null) continue;
            TermsEnum alike = automaton.getTermsEnum(terms);
            for (BytesRef term = alike.next(); term != null; term = alike.next())
                if (!found.containsKey(term)) found.put(BytesRef.deepCopyOf(term), nearness(term.utf8ToString()));
        }
        return found;
    }

    private float nearness(String other) {
        if (other.equals(word)) return 1;
        int shorter = Math.min(length(word), length(other));
        return Math.max(0.1f, 1 - (Spelling.within(word, other, 1) ? 1f : edits) / shorter);
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
    }

    @Override
    public void visit(QueryVisitor visitor) {
        for (String field : fields.keySet()) if (visitor.acceptField(field)) visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "alike(" + word + ", " + edits + ", " + fields + ")";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other)
                && other instanceof AlikeQuery that
                && word.equals(that.word)
                && edits == that.edits
                && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), word, edits, fields);
    }
}
