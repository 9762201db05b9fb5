package org.throughline.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.hibernate.Session;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.predicate.impl.LuceneSearchPredicate;
import org.hibernate.search.backend.lucene.search.predicate.impl.PredicateRequestContext;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.mapper.orm.Search;

/// All numbers that match one question. Lucene is walked through once, with nothing read of an entry but its number;
/// a server is asked page by page. Hibernate Search has no public way from a predicate to Lucene's query, so this
/// takes the inner one; the search contract fails where it would change.
final class Matching {

    private static final int CHUNK = 5_000;
    private static final int SECONDS = 10;

    private final Session session;
    private final boolean lucene;
    private final boolean scored;
    private int[] numbers = new int[1024];
    private float[] scores;
    private int size;

    private Matching(Session session, boolean lucene, boolean scored) {
        this.session = session;
        this.lucene = lucene;
        this.scored = scored;
        this.scores = new float[scored ? numbers.length : 0];
    }

    record Found(int[] numbers, float[] scores) {}

    static Found of(Session session, SearchPredicate predicate, boolean lucene, boolean scored) {
        var matching = new Matching(session, lucene, scored);
        matching.collect(predicate);
        return new Found(
                Arrays.copyOf(matching.numbers, matching.size),
                scored ? Arrays.copyOf(matching.scores, matching.size) : matching.scores);
    }

    private void collect(SearchPredicate predicate) {
        if (!lucene) {
            ask(predicate);
            return;
        }
        Query query = ((LuceneSearchPredicate) predicate).toQuery(PredicateRequestContext.withoutSession());
        try (IndexReader reader = Search.session(session)
                .scope(Entry.class)
                .extension(LuceneExtension.get())
                .openIndexReader()) {
            new IndexSearcher(reader).search(query, new Numbers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(int number, float score) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            if (scored) scores = Arrays.copyOf(scores, size * 2);
        }
        numbers[size] = number;
        if (scored) scores[size] = score;
        size++;
    }

    private final class Numbers extends SimpleCollector {

        private final long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        private SortedNumericDocValues values = DocValues.emptySortedNumeric();
        private Scorable scorer;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            if (System.nanoTime() > until) throw new IllegalStateException("The search took too long");
            values = DocValues.getSortedNumeric(context.reader(), Fields.NUMBER);
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            if (values.advanceExact(document)) add((int) values.nextValue(), scored ? scorer.score() : 0);
        }

        @Override
        public ScoreMode scoreMode() {
            return scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    private record Scored(Integer number, Float score) {}

    private void ask(SearchPredicate predicate) {
        try (SearchScroll<Scored> all = Search.session(session)
                .search(Entry.class)
                .select(f -> f.composite()
                        .from(f.field(Fields.NUMBER, Integer.class), f.score())
                        .as(Scored::new))
                .where(predicate)
                .failAfter(SECONDS, TimeUnit.SECONDS)
                .scroll(CHUNK)) {
            for (var some = all.next(); some.hasHits(); some = all.next())
                for (Scored one : some.hits()) if (one.number() != null) add(one.number(), one.score());
        }
    }
}
