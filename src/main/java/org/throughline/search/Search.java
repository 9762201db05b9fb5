package org.throughline.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.throughline.search.SearchResults.FacetCount;
import org.throughline.search.SearchResults.Hit;
import org.throughline.search.SearchResults.State;
import org.throughline.search.Terms.Term;

/// Finds what modules have put into the [SearchIndex]. Never fails: an index that cannot be asked is a state of the
/// result. Titles and snippets are made from the rows as they are now, for the public read through its own door, so
/// that nothing withdrawn shows however far the index lags.
@Service
public class Search {

    private static final Logger log = LoggerFactory.getLogger(Search.class);
    private static final int SECONDS = 5;
    private static final int PATIENCE = 15;
    private static final int FEW = 1;
    private static final int CHUNK = 1000;
    private static final int FACET_VALUES = 100;

    private final Engines engines;
    private final Rows rows;
    private final SearchMaintenance maintenance;
    private final Turns turns = new Turns();

    Search(Engines engines, Rows rows, SearchMaintenance maintenance) {
        this.engines = engines;
        this.rows = rows;
        this.maintenance = maintenance;
    }

    public SearchResults find(SearchQuery query) {
        return ask(query, SearchResults::nothing, Question::answer);
    }

    /// The keys of all that matches, in the order of [#find] and however many there are; for those who take it away.
    /// Empty when the index cannot be asked.
    public Optional<List<String>> keys(SearchQuery query) {
        return ask(
                query,
                (state, searched) -> state == State.UNAVAILABLE ? Optional.empty() : Optional.of(List.of()),
                (question, state, searched) -> Optional.of(question.keys()));
    }

    /// Everything that matches by its number, of kinds whose keys are numbers; facets and pages are the owner's. Scores
    /// are worked out only for the order of the best match.
    public Matches matches(SearchQuery query) {
        return ask(query, Matches::nothing, Question::matches);
    }

    /// These entries of a kind as they stand now, with what is looked for marked; those that are gone are left out.
    ///
    /// @param similar whether words spelled alike are marked
    public List<Hit> marked(SearchQuery query, boolean similar, String kind, List<String> keys) {
        List<UUID> ids = keys.stream().map(key -> Entry.idOf(kind, key)).toList();
        return turns.take(
                () -> rows.hits(ids, query, new Excerpts(Terms.of(query.text()), similar)),
                () -> rows.hits(ids, query, new Excerpts(Terms.of(""), false)));
    }

    private interface Answer<T> {
        T to(Question question, State state, List<String> searched);
    }

    private <T> T ask(SearchQuery query, BiFunction<State, List<String>, T> nothing, Answer<T> answer) {
        Terms terms = Terms.of(query.text());
        List<String> searched = terms.wanted().stream().map(Term::text).toList();
        Engine engine = engines.await(PATIENCE).orElse(null);
        State state = maintenance.state();
        if (engine == null || state == State.UNAVAILABLE) return nothing.apply(State.UNAVAILABLE, searched);
        if (terms.isEmpty()) return nothing.apply(state, searched);
        Supplier<T> asking = () -> {
            List<UUID> behind = rows.behind();
            try (Session session = engine.open()) {
                return answer.to(new Question(session, query, terms, behind), state, searched);
            } catch (RuntimeException e) {
                if (unreadable(e)) maintenance.suspect(e);
                else log.error("The search index could not be asked", e);
                return nothing.apply(State.UNAVAILABLE, searched);
            }
        };
        // A server has processors of its own.
        return engines.remote() ? asking.get() : turns.take(asking, () -> nothing.apply(State.UNAVAILABLE, searched));
    }

    // A broken index shows as a failure to read; a query that lasts too long does not mean that the index is
    // broken.
    private static boolean unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof IOException) return true;
        return false;
    }

    /// One query on its way through the index.
    private final class Question {

        private final Session session;
        private final SearchQuery query;
        private final Terms terms;
        private final List<UUID> behind;

        Question(Session session, SearchQuery query, Terms terms, List<UUID> behind) {
            this.session = session;
            this.query = query;
            this.terms = terms;
            this.behind = behind;
        }

        SearchResults answer(State state, List<String> searched) {
            boolean similar = false;
            Found found = ask(false, "");
            if (found.total() < FEW && maySearchAlike()) {
                found = ask(true, "");
                similar = found.total() > 0;
            }
            List<Hit> hits = rows.hits(found.ids(), query, new Excerpts(terms, similar));
            long gone = found.ids().size() - hits.size();
            // The index counts what is gone until it catches up; a count of one would tell what the text said and
            // who said it.
            if (gone > 0) found.facets().clear();
            else
                for (String filtered : filtered())
                    found.facets().putAll(ask(similar, filtered).facets());
            return new SearchResults(state, Math.max(0, found.total() - gone), hits, similar, found.facets(), searched);
        }

        List<String> keys() {
            List<UUID> ids = ids(false);
            if (ids.size() < FEW && maySearchAlike()) ids = ids(true);
            return rows.keys(ids);
        }

        Matches matches(State state, List<String> searched) {
            Matching.Found found = all(false);
            boolean similar = found.numbers().length < FEW && maySearchAlike();
            if (similar) found = all(true);
            return new Matches(state, found.numbers(), found.scores(), similar && found.numbers().length > 0, searched);
        }

        private Matching.Found all(boolean similar) {
            var predicates = org.hibernate.search.mapper.orm.Search.session(session)
                    .scope(Entry.class)
                    .predicate();
            return Matching.of(
                    session,
                    everything(predicates, similar, "").toPredicate(),
                    !engines.remote(),
                    query.order() == SearchQuery.Order.BEST_MATCH);
        }

        private List<UUID> ids(boolean similar) {
            List<UUID> ids = new ArrayList<>();
            try (SearchScroll<UUID> all = org.hibernate.search.mapper.orm.Search.session(session)
                    .search(Entry.class)
                    .select(f -> f.id(UUID.class))
                    .where(f -> everything(f, similar, ""))
                    .sort(this::order)
                    .failAfter(SECONDS, TimeUnit.SECONDS)
                    .scroll(CHUNK)) {
                for (var some = all.next(); some.hasHits(); some = all.next()) ids.addAll(some.hits());
            }
            return ids;
        }

        private boolean maySearchAlike() {
            return terms.wanted().stream().anyMatch(term -> Predicates.edits(term.text()) > 0);
        }

        private SortFinalStep order(SearchSortFactory f) {
            return switch (query.order()) {
                case BEST_MATCH ->
                    f.composite()
                            .add(f.score())
                            .add(f.field(Fields.HAPPENED).desc().missing().last());
                case NEWEST ->
                    f.composite()
                            .add(f.field(Fields.HAPPENED).desc().missing().last())
                            .add(f.score());
                case OLDEST ->
                    f.composite()
                            .add(f.field(Fields.HAPPENED).asc().missing().last())
                            .add(f.score());
            };
        }

        private Set<String> filtered() {
            Set<String> names = new HashSet<>(query.facets().keySet());
            names.retainAll(query.counted());
            if (!query.kinds().isEmpty()) names.add(Fields.KIND);
            if (!query.languages().isEmpty()) names.add(Fields.LANGUAGE);
            return names;
        }

        // A facet that is chosen from is counted without its own choice, so that the other choices stay visible.
        private Found ask(boolean similar, String onlyFacet) {
            List<String> facets = onlyFacet.isEmpty() ? unfiltered() : List.of(onlyFacet);
            var select = org.hibernate.search.mapper.orm.Search.session(session)
                    .search(Entry.class)
                    .select(f -> f.id(UUID.class))
                    .where(f -> everything(f, similar, onlyFacet))
                    .sort(this::order);
            Map<String, AggregationKey<Map<String, Long>>> keys = new LinkedHashMap<>();
            for (String facet : facets) {
                AggregationKey<Map<String, Long>> key = AggregationKey.of(facet);
                keys.put(facet, key);
                select = select.aggregation(
                        key,
                        f -> f.terms()
                                .field(Fields.facet(facet), String.class)
                                .orderByCountDescending()
                                .maxTermCount(FACET_VALUES));
            }
            SearchResult<UUID> result = select.failAfter(SECONDS, TimeUnit.SECONDS)
                    .fetch(onlyFacet.isEmpty() ? query.offset() : 0, onlyFacet.isEmpty() ? query.size() : 0);
            Map<String, List<FacetCount>> counts = new LinkedHashMap<>();
            keys.forEach((facet, key) -> counts.put(facet, counts(result.aggregation(key))));
            return new Found(result.total().hitCount(), result.hits(), counts);
        }

        private List<String> unfiltered() {
            var names = new ArrayList<>(List.of(Fields.KIND, Fields.LANGUAGE));
            names.addAll(query.counted());
            names.removeAll(filtered());
            return names;
        }

        private PredicateFinalStep everything(SearchPredicateFactory f, boolean similar, String without) {
            var all = f.bool().must(new Predicates(f, query.language(), similar, !engines.remote()).of(terms));
            if (!behind.isEmpty()) all.mustNot(f.id().matchingAny(behind));
            if (!query.kinds().isEmpty() && !without.equals(Fields.KIND))
                all.filter(f.terms().field(Fields.KIND).matchingAny(query.kinds()));
            if (!query.languages().isEmpty() && !without.equals(Fields.LANGUAGE))
                all.filter(f.terms().field(Fields.LANGUAGE).matchingAny(query.languages()));
            query.facets().forEach((name, values) -> {
                if (!without.equals(name))
                    all.filter(f.terms().field(Fields.facet(name)).matchingAny(values));
            });
            return all;
        }
    }

    private static List<FacetCount> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> new FacetCount(each.getKey(), each.getValue()))
                .toList();
    }

    private record Found(long total, List<UUID> ids, Map<String, List<FacetCount>> facets) {}
}
