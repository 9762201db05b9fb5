package org.throughline.stocktaking.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.vocabulary.CountryMatcher;
import org.throughline.vocabulary.LanguageDetector;
import org.throughline.vocabulary.Match;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// The lists that the form offers to choose from, in the reader's language.
@Component
class FieldChoices {

    private static final int MOST_FOUND = 20;

    private final Vocabulary vocabulary;
    private final TermNames terms;
    private final CountryMatcher countries;

    FieldChoices(Vocabulary vocabulary, TermNames terms, CountryMatcher countries) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.countries = countries;
    }

    /// The names by their codes, in the order of the list; countries by their names.
    Map<String, String> of(Frame frame, Field field) {
        Map<String, String> names = new LinkedHashMap<>();
        if (field.vocabulary().isEmpty())
            field.choices().forEach(choice -> names.put(choice.code(), frame.text(choice.label())));
        else if (field.vocabulary().equals(Vocabulary.COUNTRIES))
            vocabulary
                    .termsByName(Vocabulary.COUNTRIES, frame.language())
                    .forEach(term -> names.put(term.code(), term.name(frame.language())));
        else
            vocabulary
                    .choices(field.vocabulary())
                    .forEach(term -> names.put(term.code(), terms.coded(frame, field.vocabulary(), term.code())));
        return names;
    }

    /// What a code is called; the code itself where nobody knows it.
    String name(Frame frame, Field field, String code) {
        if (field.vocabulary().isEmpty())
            return field.choices().stream()
                    .filter(choice -> choice.code().equals(code))
                    .findFirst()
                    .map(choice -> frame.text(choice.label()))
                    .orElse(code);
        return field.vocabulary().equals(Vocabulary.COUNTRIES)
                ? terms.country(code, frame.language())
                : terms.coded(frame, field.vocabulary(), code);
    }

    /// The codes of a long list that typed words can mean: one where they are a name, else all whose names have them.
    List<String> find(Frame frame, Field field, String words) {
        if (field.vocabulary().equals(Vocabulary.COUNTRIES)) {
            Match match = countries.match(words);
            if (match.isCountry()) return List.of(String.valueOf(match.code()));
            if (match.how() == Match.How.AMBIGUOUS) return match.candidates();
        }
        String wanted = plain(words);
        if (wanted.isBlank()) return List.of();
        List<String> found = new ArrayList<>();
        of(frame, field).forEach((code, name) -> {
            if (found.size() < MOST_FOUND && plain(name).contains(wanted)) found.add(code);
        });
        return found;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /// The six languages first, each under its own name, then all others by their names in the reader's language.
    List<Option> languages(Frame frame, String chosen) {
        List<Option> options = new ArrayList<>();
        for (String language : Languages.ALL)
            options.add(new Option(language, Languages.endonym(language), language.equals(chosen)));
        for (Term term : vocabulary.termsByName(Vocabulary.LANGUAGES, frame.language()))
            if (!Languages.isKnown(term.code()) && !term.code().equals(LanguageDetector.UNKNOWN))
                options.add(new Option(
                        term.code(), term.name(frame.language()), term.code().equals(chosen)));
        return options;
    }

    boolean isLanguage(String code) {
        return Languages.isKnown(code) || vocabulary.has(Vocabulary.LANGUAGES, code);
    }

    String language(Frame frame, String code) {
        return terms.language(code, frame.language());
    }
}
