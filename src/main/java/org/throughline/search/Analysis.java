package org.throughline.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/// How text becomes terms, once for each language and once for any. Only filters that Lucene 9 and OpenSearch both
/// have without a plug-in, and [Spellings], which is a list of synonyms there. No stop words: a quoted phrase must
/// match as it stands.
class Analysis implements LuceneAnalysisConfigurer {

    /// For every language: case, accents, widths and Arabic vowel signs forgiven, words left whole.
    static final String FOLDED = "folded";

    static final List<String> ALL = List.of("en", "ar", "zh", "fr", "ru", "es", FOLDED);

    private static final Map<String, Analyzer> ANALYZERS = analyzers("standard");

    // For one word by itself.
    private static final Map<String, Analyzer> OF_A_WORD = analyzers("keyword");

    private static final Analyzer WORDS = of("standard");
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_REMEMBERED = 40;

    // What words became: a few thousand of them make up most of what is written.
    private static final Map<String, Map<String, String>> TERMS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(name -> name, name -> new ConcurrentHashMap<>()));

    private static Map<String, Analyzer> analyzers(String tokenizer) {
        return Map.of(
                "en",
                english(tokenizer),
                "ar",
                of(tokenizer, "lowercase", "decimalDigit", "arabicNormalization", "arabicStem"),
                "zh",
                of(tokenizer, "cjkWidth", "lowercase", "cjkBigram"),
                "fr",
                of(tokenizer, "elision", "lowercase", "asciiFolding", "frenchLightStem"),
                "ru",
                of(tokenizer, "lowercase", "yo", "russianLightStem"),
                "es",
                of(tokenizer, "lowercase", "asciiFolding", "spanishLightStem"),
                FOLDED,
                of(tokenizer, "cjkWidth", "lowercase", "decimalDigit", "asciiFolding", "arabicNormalization"));
    }

    /// A term and where in the text it stands, in UTF-16 units.
    record Token(String term, int start, int end) {}

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        ANALYZERS.forEach((name, analyzer) -> context.analyzer(name).instance(analyzer));
    }

    static List<Token> tokens(String analyzer, String text) {
        return tokens(ANALYZERS.get(analyzer), text);
    }

    /// Where the words of a text stand; their terms are theirs to make.
    static List<Token> words(String text) {
        return tokens(WORDS, text);
    }

    /// What one word, by itself, becomes. The same as in a text, but in Chinese.
    static String term(String analyzer, String word) {
        Map<String, String> known = TERMS.get(analyzer);
        String term = known.get(word);
        if (term != null) return term;
        List<Token> tokens = tokens(OF_A_WORD.get(analyzer), word);
        term = tokens.isEmpty() ? "" : tokens.getFirst().term();
        if (term.equals(word)) term = word;
        if (known.size() >= REMEMBERED) known.clear();
        if (word.length() <= LONGEST_REMEMBERED) known.put(word, term);
        return term;
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        var tokens = new ArrayList<Token>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken())
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static Analyzer english(String tokenizer) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = tokenizer.equals("standard") ? new StandardTokenizer() : new KeywordTokenizer();
                var plain = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
                return new TokenStreamComponents(words, new PorterStemFilter(new Spellings(plain)));
            }
        };
    }

    private static Analyzer of(String tokenizer, String... filters) {
        try {
            CustomAnalyzer.Builder builder = CustomAnalyzer.builder().withTokenizer(tokenizer);
            for (String filter : filters) {
                // Russian is mostly printed without the two dots of ё.
                if (filter.equals("yo")) builder.addTokenFilter("patternReplace", "pattern", "ё", "replacement", "е");
                else builder.addTokenFilter(filter);
            }
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
