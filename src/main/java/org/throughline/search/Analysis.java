package org.throughline.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
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

    private static final Map<String, Analyzer> ANALYZERS = Map.of(
            "en",
            english(),
            "ar",
            of("lowercase", "decimalDigit", "arabicNormalization", "arabicStem"),
            "zh",
            of("cjkWidth", "lowercase", "cjkBigram"),
            "fr",
            of("elision", "lowercase", "asciiFolding", "frenchLightStem"),
            "ru",
            of("lowercase", "yo", "russianLightStem"),
            "es",
            of("lowercase", "asciiFolding", "spanishLightStem"),
            FOLDED,
            of("cjkWidth", "lowercase", "decimalDigit", "asciiFolding", "arabicNormalization"));

    /// A term and where in the text it stands, in UTF-16 units.
    record Token(String term, int start, int end) {}

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        ANALYZERS.forEach((name, analyzer) -> context.analyzer(name).instance(analyzer));
    }

    static List<Token> tokens(String analyzer, String text) {
        var tokens = new ArrayList<Token>();
        try (TokenStream stream = ANALYZERS.get(analyzer).tokenStream("text", text)) {
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

    private static Analyzer english() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = new StandardTokenizer();
                var plain = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
                return new TokenStreamComponents(words, new PorterStemFilter(new Spellings(plain)));
            }
        };
    }

    private static Analyzer of(String... filters) {
        try {
            CustomAnalyzer.Builder builder = CustomAnalyzer.builder().withTokenizer("standard");
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
