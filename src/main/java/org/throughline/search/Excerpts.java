package org.throughline.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.throughline.platform.Languages;
import org.throughline.search.Analysis.Token;
import org.throughline.search.Rows.Row;
import org.throughline.search.SearchEntry.Words;
import org.throughline.search.SearchResults.Hit;
import org.throughline.search.SearchResults.Marked;
import org.throughline.search.SearchResults.Span;
import org.throughline.search.Terms.Term;

/// Shows where in a text the terms stand: the same analysis as in the index, done again on the row as it is now.
final class Excerpts {

    private static final int LENGTH = 240;
    private static final int BEFORE = 60;
    private static final int LOOKED_AT = 60_000;
    private static final int PIECE = 1_000;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Terms terms;
    private final boolean similar;
    private final Map<String, List<Wanted>> byAnalyzer = new HashMap<>();

    Excerpts(Terms terms, boolean similar) {
        this.terms = terms;
        this.similar = similar;
    }

    /// A term as one analysis sees it: its words in a row.
    ///
    /// @param edits how many letters may differ
    private record Wanted(int number, List<String> words, boolean unfinished, int edits) {

        /// What a word may begin with to become the first one.
        String letters() {
            char first = FirstLetter.of(words.getFirst());
            return first + Spellings.OTHER_LETTERS.getOrDefault(first, "");
        }
    }

    /// A place in the text where a term stands.
    private record Place(int term, int start, int end) {}

    Hit hit(Row row, SearchQuery query) {
        String shown = row.language();
        List<Place> inTitle = List.of();
        List<Place> inBody = List.of();
        for (String language : preference(row, query.language())) {
            Words words = row.words().get(language);
            inTitle = places(language, words.title());
            inBody = places(language, words.body());
            shown = language;
            if (!inTitle.isEmpty() || !inBody.isEmpty()) break;
        }
        if (inTitle.isEmpty() && inBody.isEmpty())
            shown = preference(row, query.language()).iterator().next();
        Words words = row.words().get(shown);
        return new Hit(
                row.kind(),
                row.key(),
                row.url(),
                shown,
                marked(words.title(), 0, words.title().length(), inTitle),
                snippet(words.body(), inBody),
                row.happenedAt());
    }

    private static Set<String> preference(Row row, String reader) {
        var languages = new LinkedHashSet<String>();
        if (row.words().containsKey(reader)) languages.add(reader);
        languages.add(row.language());
        languages.addAll(row.words().keySet());
        return languages;
    }

    // Piece by piece, as far as each term was seen once: a long text is rarely looked at to its end. Words are
    // taken as their language takes them first; only what is still missing then is looked for letter by letter.
    private List<Place> places(String language, String text) {
        int end = Math.min(text.length(), LOOKED_AT);
        var places = new ArrayList<Place>();
        Set<Integer> missing = required();
        for (int from = 0; from < end && !missing.isEmpty(); ) {
            int to = from + PIECE >= end ? end : wordBoundaryBefore(text, from + PIECE, from);
            String piece = text.substring(from, to);
            List<Token> words = Analysis.words(piece);
            if (Languages.isKnown(language)) find(language, piece, words, from, places, missing);
            if (!missing.isEmpty()) find(Analysis.FOLDED, piece, words, from, places, missing);
            from = to;
        }
        places.sort((a, b) -> a.start() != b.start() ? a.start() - b.start() : b.end() - a.end());
        return places;
    }

    private Set<Integer> required() {
        Set<Integer> numbers = new HashSet<>();
        for (int number = 0; number < terms.wanted().size(); number++)
            if (terms.required(terms.wanted().get(number))) numbers.add(number);
        return numbers;
    }

    private void find(
            String analyzer, String piece, List<Token> words, int from, List<Place> places, Set<Integer> missing) {
        List<Wanted> wanted = byAnalyzer.computeIfAbsent(analyzer, this::analyzed);
        if (wanted.isEmpty()) return;
        Reading read = Reading.of(analyzer, piece, words);
        String letters = wanted.stream().map(Wanted::letters).collect(Collectors.joining());
        for (int at = 0; at < read.size(); at++) {
            if (!read.mayBegin(at, letters)) continue;
            for (Wanted term : wanted) {
                if (!standsAt(term, read, at)) continue;
                int last = at + term.words().size() - 1;
                places.add(new Place(term.number(), from + read.start(at), from + read.end(last)));
                missing.remove(term.number());
            }
        }
    }

    private List<Wanted> analyzed(String analyzer) {
        var analyzed = new ArrayList<Wanted>();
        for (int number = 0; number < terms.wanted().size(); number++) {
            Term term = terms.wanted().get(number);
            if (!terms.required(term)) continue;
            List<String> words = Analysis.tokens(analyzer, term.text()).stream()
                    .map(Token::term)
                    .toList();
            if (words.isEmpty()) continue;
            boolean single = words.size() == 1 && analyzer.equals(Analysis.FOLDED);
            boolean unfinished = single && term.unfinished() && words.getFirst().length() >= 3;
            boolean alike = similar && single && !term.quoted();
            analyzed.add(new Wanted(number, words, unfinished, alike ? Predicates.edits(words.getFirst()) : 0));
        }
        return analyzed;
    }

    private static boolean standsAt(Wanted term, Reading read, int at) {
        if (at + term.words().size() > read.size()) return false;
        for (int i = 0; i < term.words().size(); i++) {
            String word = term.words().get(i);
            String there = read.term(at + i);
            boolean same = there.equals(word)
                    || (term.unfinished() && there.startsWith(word))
                    || (term.edits() > 0 && Spelling.within(word, there, term.edits()));
            if (!same) return false;
        }
        return true;
    }

    private static Marked snippet(String body, List<Place> places) {
        int from = beginning(body, places);
        int to = Math.min(body.length(), from + LENGTH);
        if (to < body.length()) to = wordBoundaryBefore(body, to, from);
        var spans = new ArrayList<Span>();
        if (from > 0) spans.add(new Span("… ", false));
        spans.addAll(marked(body, from, to, places).spans());
        if (to < body.length()) spans.add(new Span(" …", false));
        return new Marked(spans);
    }

    // Where the window begins in which most different terms stand.
    private static int beginning(String body, List<Place> places) {
        if (body.length() <= LENGTH) return 0;
        int best = 0;
        int most = 0;
        for (int i = 0; i < places.size(); i++) {
            int start = places.get(i).start();
            Set<Integer> seen = new LinkedHashSet<>();
            for (int j = i; j < places.size() && places.get(j).end() <= start + LENGTH - BEFORE; j++)
                seen.add(places.get(j).term());
            if (seen.size() > most) {
                most = seen.size();
                best = start;
            }
        }
        return best <= BEFORE ? 0 : wordBoundaryAfter(body, best - BEFORE, best);
    }

    private static int wordBoundaryAfter(String text, int from, int limit) {
        for (int i = from; i < limit; i++) if (Character.isWhitespace(text.charAt(i))) return i + 1;
        return whole(text, from);
    }

    private static int wordBoundaryBefore(String text, int to, int limit) {
        for (int i = to; i > Math.max(limit, to - 40); i--) if (Character.isWhitespace(text.charAt(i))) return i;
        return whole(text, to);
    }

    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static Marked marked(String text, int from, int to, List<Place> places) {
        var spans = new ArrayList<Span>();
        int done = from;
        for (Place place : places) {
            int start = Math.max(done, place.start());
            int end = Math.min(to, place.end());
            if (place.start() < from || start >= end) continue;
            if (start > done) spans.add(span(text, done, start, false));
            spans.add(span(text, start, end, true));
            done = end;
        }
        if (done < to) spans.add(span(text, done, to, false));
        return new Marked(List.copyOf(spans));
    }

    private static Span span(String text, int from, int to, boolean found) {
        return new Span(SPACES.matcher(text.substring(from, to)).replaceAll(" "), found);
    }
}
