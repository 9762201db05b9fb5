package org.throughline.suggestions;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.suggestions.TermTree.Found;
import org.throughline.suggestions.TermTree.Stemmed;
import org.throughline.suggestions.Token.Script;
import org.throughline.vocabulary.LanguageDetector;

/// Reads from a text what a model can weigh: the concepts of the term lists, in whichever of the six languages they
/// are named; words without their endings, pairs of them, and beginnings of words, which languages of one script
/// often share. Each kind counts as a whole (its squares add up to its share), so that a long text says no more than
/// a short one. Quick, and the same text always gives the same.
final class FeatureReader {

    static final String CONCEPT = "c:";
    static final String WORD = "w:";
    static final String PAIR = "p:";
    static final String BEGINNING = "b:";

    /// What every text has: what speaks for a code before anything is read.
    static final String ALWAYS = "a:";

    private static final Map<String, Script> SCRIPTS = Map.of(
            "en", Script.LATIN,
            "fr", Script.LATIN,
            "es", Script.LATIN,
            "ru", Script.CYRILLIC,
            "ar", Script.ARABIC,
            "zh", Script.HAN);
    private static final int BEGINNING_LENGTH = 5;
    private static final Map<String, Double> SHARES = Map.of(CONCEPT, 0.4, WORD, 1.0, PAIR, 0.7, BEGINNING, 0.3);

    private final Map<String, TermTree> trees;
    private final Map<String, Set<String>> ignored;

    /// @param trees the terms of each language
    /// @param ignored by language, stems that an operator has taken out
    FeatureReader(Map<String, TermTree> trees, Map<String, Set<String>> ignored) {
        this.trees = Map.copyOf(trees);
        this.ignored = Map.copyOf(ignored);
    }

    static FeatureReader of(Lexicon lexicon) {
        return new OwnWords(lexicon, List.of(), Map.of()).reader();
    }

    /// What a language is written in.
    static Script script(String language) {
        return SCRIPTS.getOrDefault(language, Script.OTHER);
    }

    /// @param language one of the six, or `und` to find out
    Reading read(String text, String language) {
        String own = language.equals(LanguageDetector.UNKNOWN)
                ? LanguageDetector.detect(text).code()
                : language;
        List<Token> tokens = Tokens.of(text);
        var gathered = new Gathered();
        var covered = new boolean[tokens.size()];
        boolean first = true;
        for (var each : languages(own, tokens)) {
            List<Integer> places = places(each, tokens);
            List<Stemmed> words = stemmed(each, tokens, places);
            for (Found found : trees.get(each).find(words)) {
                if (!free(covered, places, found)) continue;
                cover(covered, places, found);
                gathered.add(CONCEPT, found.concept(), span(words, found.first(), found.last()));
            }
            // The languages of one script share its words; only the likeliest is taken.
            if (first || !SCRIPTS.get(each).equals(SCRIPTS.get(own))) words(each, words, gathered);
            first = false;
        }
        return new Reading(tokens, gathered.features());
    }

    private static void words(String language, List<Stemmed> words, Gathered gathered) {
        for (int i = 0; i < words.size(); i++) {
            Stemmed word = words.get(i);
            String stem = word.stem();
            boolean han = word.token().script() == Script.HAN;
            if (!han) gathered.add(WORD, language + ":" + stem, span(words, i, i));
            if (i + 1 < words.size())
                gathered.add(
                        han ? WORD : PAIR,
                        language + ":" + stem + " " + words.get(i + 1).stem(),
                        span(words, i, i + 1));
            String folded = word.token().word();
            if (!han && folded.length() > BEGINNING_LENGTH)
                gathered.add(BEGINNING, folded.substring(0, BEGINNING_LENGTH), span(words, i, i));
        }
    }

    private static Span span(List<Stemmed> words, int first, int last) {
        return new Span(
                words.get(first).token().start(), words.get(last).token().end());
    }

    /// The text's own language first, then those its letters allow.
    private static Set<String> languages(String own, List<Token> tokens) {
        var scripts = EnumSet.noneOf(Script.class);
        for (var token : tokens) scripts.add(token.script());
        var languages = new LinkedHashSet<String>();
        if (SCRIPTS.containsKey(own)) languages.add(own);
        if (scripts.contains(Script.LATIN)) {
            languages.add("en");
            if (SCRIPTS.get(own) != Script.LATIN) languages.addAll(List.of("fr", "es"));
        }
        if (scripts.contains(Script.CYRILLIC)) languages.add("ru");
        if (scripts.contains(Script.ARABIC)) languages.add("ar");
        if (scripts.contains(Script.HAN)) languages.add("zh");
        return languages;
    }

    private static List<Integer> places(String language, List<Token> tokens) {
        Script script = SCRIPTS.get(language);
        var places = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean readable = token.script() == script || token.script() == Script.OTHER;
            if (readable && !Stems.isSmall(language, token.word())) places.add(i);
        }
        return places;
    }

    private List<Stemmed> stemmed(String language, List<Token> tokens, List<Integer> places) {
        var stems = new Stems(language);
        var out = ignored.getOrDefault(language, Set.of());
        var words = new ArrayList<Stemmed>(places.size());
        places.removeIf(place -> {
            Token token = tokens.get(place);
            String stem = stems.stem(token.word());
            if (out.contains(stem)) return true;
            words.add(new Stemmed(token, stem, stems.beginning(token.word())));
            return false;
        });
        return words;
    }

    private static boolean free(boolean[] covered, List<Integer> places, Found found) {
        for (int i = found.first(); i <= found.last(); i++) if (covered[places.get(i)]) return false;
        return true;
    }

    private static void cover(boolean[] covered, List<Integer> places, Found found) {
        for (int i = found.first(); i <= found.last(); i++) covered[places.get(i)] = true;
    }

    private static final class Gathered {

        private final Map<String, List<Span>> places = new LinkedHashMap<>();

        void add(String kind, String what, Span place) {
            places.computeIfAbsent(kind + what, key -> new ArrayList<>()).add(place);
        }

        List<Feature> features() {
            var squares = new HashMap<String, Double>();
            places.forEach((key, spans) -> squares.merge(kind(key), Math.pow(weight(spans), 2), Double::sum));
            var features = new ArrayList<Feature>(places.size() + 1);
            features.add(new Feature(ALWAYS, 1, List.of()));
            places.forEach((key, spans) -> {
                String kind = kind(key);
                double value = SHARES.get(kind) * weight(spans) / Math.sqrt(squares.get(kind));
                features.add(new Feature(key, value, spans));
            });
            return features;
        }

        private static double weight(List<Span> spans) {
            return 1 + Math.log(spans.size());
        }

        private static String kind(String key) {
            return key.substring(0, 2);
        }
    }
}
