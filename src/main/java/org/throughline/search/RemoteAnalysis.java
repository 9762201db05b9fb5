package org.throughline.search;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;

/// The analyzers of [Analysis] in the words of OpenSearch, filter by filter. What a node without plug-ins has is
/// enough.
class RemoteAnalysis implements ElasticsearchAnalysisConfigurer {

    private static final String SPELLINGS = "spellings";

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        filters(context);
        analyzer(context, "en", "possessive_english", "lowercase", "asciifolding", SPELLINGS, "porter_stem");
        analyzer(context, "ar", "lowercase", "decimal_digit", "arabic_normalization", "arabic_words");
        analyzer(context, "zh", "cjk_width", "lowercase", "cjk_bigram");
        analyzer(context, "fr", "french_articles", "lowercase", "asciifolding", "french_words");
        analyzer(context, "ru", "lowercase", "yo", "russian_words");
        analyzer(context, "es", "lowercase", "asciifolding", "spanish_words");
        analyzer(
                context,
                Analysis.FOLDED,
                "cjk_width",
                "lowercase",
                "decimal_digit",
                "asciifolding",
                "arabic_normalization");
    }

    private static void analyzer(ElasticsearchAnalysisConfigurationContext context, String name, String... filters) {
        context.analyzer(name).custom().tokenizer("standard").tokenFilters(filters);
    }

    private static void filters(ElasticsearchAnalysisConfigurationContext context) {
        stemmer(context, "possessive_english", "possessive_english");
        stemmer(context, "arabic_words", "arabic");
        stemmer(context, "french_words", "light_french");
        stemmer(context, "russian_words", "light_russian");
        stemmer(context, "spanish_words", "light_spanish");
        context.tokenFilter("french_articles")
                .type("elision")
                .param("articles_case", true)
                .param("articles", "l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu");
        context.tokenFilter("yo").type("pattern_replace").param("pattern", "ё").param("replacement", "е");
        context.tokenFilter(SPELLINGS)
                .type("synonym")
                .param(
                        "synonyms",
                        Spellings.read().entrySet().stream()
                                .map(one -> one.getKey() + " => " + one.getValue())
                                .toArray(String[]::new));
    }

    private static void stemmer(ElasticsearchAnalysisConfigurationContext context, String name, String language) {
        context.tokenFilter(name).type("stemmer").param("language", language);
    }
}
