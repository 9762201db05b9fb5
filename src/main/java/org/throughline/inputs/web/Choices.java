package org.throughline.inputs.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.vocabulary.LanguageDetector;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// The lists that the form offers to choose from, in the reader's language.
@Component
class Choices {

    private final Vocabulary vocabulary;

    Choices(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Option> types(Frame frame, String chosen) {
        return options(vocabulary.terms(Vocabulary.STAKEHOLDER_TYPES), frame, chosen);
    }

    List<Option> countries(Frame frame, String chosen) {
        return options(vocabulary.termsByName(Vocabulary.COUNTRIES, frame.language()), frame, chosen);
    }

    List<Option> regions(Frame frame, String chosen) {
        return options(
                vocabulary.terms(Vocabulary.REGIONS).stream()
                        .filter(term -> !term.code().equals(Vocabulary.GLOBAL))
                        .toList(),
                frame,
                chosen);
    }

    /// The six languages first, each under its own name, then all others by their names in the reader's language.
    List<Option> languages(Frame frame, String chosen) {
        List<Option> options = new ArrayList<>();
        for (String language : Languages.ALL)
            options.add(new Option(language, Languages.endonym(language), language.equals(chosen)));
        for (Term term : vocabulary.termsByName(Vocabulary.LANGUAGES, frame.language()))
            if (!Languages.isKnown(term.code()) && !term.code().equals(LanguageDetector.UNKNOWN))
                options.add(option(term, frame, chosen));
        return options;
    }

    private static List<Option> options(List<Term> terms, Frame frame, String chosen) {
        return terms.stream().map(term -> option(term, frame, chosen)).toList();
    }

    private static Option option(Term term, Frame frame, String chosen) {
        return new Option(term.code(), term.name(frame.language()), term.code().equals(chosen));
    }
}
