package org.throughline.opendata;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.platform.Settings;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.vocabulary.Vocabulary;

/// What an entry is classified by, each with its vocabulary and address, as formats of others want it.
@Component
class ProjectTerms {

    private final Vocabulary vocabulary;
    private final Settings settings;

    ProjectTerms(Vocabulary vocabulary, Settings settings) {
        this.vocabulary = vocabulary;
        this.settings = settings;
    }

    /// @param address where the term is explained
    record Classified(String vocabulary, String code, String name, String address) {}

    List<Classified> of(PublishedProject project) {
        List<Classified> terms = new ArrayList<>();
        project.actionLines().forEach(code -> terms.add(term(Vocabulary.ACTION_LINES, code)));
        project.sdgs().forEach(code -> terms.add(term(Vocabulary.SDGS, code)));
        project.gdc().forEach(code -> terms.add(term(Vocabulary.GDC, code)));
        return terms;
    }

    Classified term(String scheme, String code) {
        return new Classified(
                scheme,
                code,
                vocabulary.name(scheme, code, "en"),
                settings.publicUrl() + "/vocabularies/" + scheme + "#" + code);
    }

    String name(String scheme, String code) {
        return vocabulary.name(scheme, code, "en");
    }

    /// What a vocabulary is called.
    String title(String scheme) {
        return vocabulary.scheme(scheme).map(one -> one.title().textFor("en")).orElse(scheme);
    }

    String vocabularyAddress(String scheme) {
        return settings.publicUrl() + "/vocabularies/" + scheme;
    }

    String address(PublishedProject project) {
        return settings.publicUrl() + project.path();
    }
}
