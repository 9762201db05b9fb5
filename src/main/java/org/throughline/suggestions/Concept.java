package org.throughline.suggestions;

import java.util.List;
import java.util.Map;

/// One thing that texts speak of, with the words for it in each language and how strongly it speaks for which terms
/// of which vocabularies. A concept learns in one language and helps in all six.
///
/// @param key its first English term, which names it in models
/// @param terms by language, each as it is written; a last letter `*` stands for any ending
/// @param weights by vocabulary and code, 1 (hints at it) to 4 (is about nothing else)
record Concept(String key, Map<String, List<String>> terms, Map<String, Map<String, Double>> weights) {

    double weight(String vocabulary, String code) {
        return weights.getOrDefault(vocabulary, Map.of()).getOrDefault(code, 0.0);
    }
}
