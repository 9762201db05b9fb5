package org.throughline.inputs.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.vocabulary.Vocabulary;

/// Names of codes in the reader's language, for the pages of inputs.
@Component
public class Terms {

    private final Vocabulary vocabulary;

    Terms(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public String type(String code, String language) {
        return name(Vocabulary.STAKEHOLDER_TYPES, code, language);
    }

    public String region(String code, String language) {
        return name(Vocabulary.REGIONS, code, language);
    }

    public String country(@Nullable String code, String language) {
        return code == null ? "" : name(Vocabulary.COUNTRIES, code, language);
    }

    public String language(String code, String language) {
        if (vocabulary.has(Vocabulary.LANGUAGES, code)) return name(Vocabulary.LANGUAGES, code, language);
        return Languages.endonym(code);
    }

    private String name(String scheme, String code, String language) {
        return vocabulary.has(scheme, code) ? vocabulary.name(scheme, code, language) : code;
    }
}
