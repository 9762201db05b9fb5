package org.throughline.vocabulary;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the vocabularies before anything that names things by them starts.
@Configuration(proxyBeanMethods = false)
class VocabularySetup {

    @Bean
    static Vocabulary vocabulary(VocabularyStore store) {
        return new Vocabulary(store.open());
    }

    @Bean
    static CountryMatcher countryMatcher(Vocabulary vocabulary) {
        return new CountryMatcher(vocabulary);
    }

    @Bean
    static StakeholderTypeMatcher stakeholderTypeMatcher(Vocabulary vocabulary) {
        return new StakeholderTypeMatcher(vocabulary);
    }

    @Bean
    static TermMatcher termMatcher(Vocabulary vocabulary, CountryMatcher countries, StakeholderTypeMatcher types) {
        return new TermMatcher(vocabulary, countries, types);
    }
}
