package org.throughline.synthesis.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.vocabulary.Vocabulary;

/// Names of codes in a language, for summaries.
@Component
public class Names {

    private final Vocabulary vocabulary;

    Names(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public String type(String code, String language) {
        return vocabulary.has(Vocabulary.STAKEHOLDER_TYPES, code)
                ? vocabulary.name(Vocabulary.STAKEHOLDER_TYPES, code, language)
                : code;
    }

    public String region(String code, String language) {
        return vocabulary.has(Vocabulary.REGIONS, code) ? vocabulary.name(Vocabulary.REGIONS, code, language) : code;
    }

    /// "Government 3, Civil society 2".
    public String types(Map<String, Long> counts, String language) {
        return counts.entrySet().stream()
                .map(e -> type(e.getKey(), language) + " " + e.getValue())
                .collect(Collectors.joining(" · "));
    }

    public String regions(Map<String, Long> counts, String language) {
        return counts.entrySet().stream()
                .map(e -> region(e.getKey(), language) + " " + e.getValue())
                .collect(Collectors.joining(" · "));
    }
}
