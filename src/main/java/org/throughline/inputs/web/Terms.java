package org.throughline.inputs.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// Names of codes in the reader's language, for the pages of inputs.
@Component
public class Terms {

    // Before a code in Latin letters, so that it does not decide which way an Arabic name runs.
    private static final String RIGHT_TO_LEFT = "\u200F";

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

    /// A term as it is cited: action lines and goals with their code before the name.
    public String coded(Frame frame, String scheme, String code) {
        LocalizedText names = names(scheme, code);
        if (names.isEmpty()) return code;
        String name = frame.text(names);
        return switch (scheme) {
            // Below C7 the codes are the program's own.
            case Vocabulary.ACTION_LINES -> {
                boolean toTheLeft =
                        Languages.direction(names.languageFor(frame.language())).equals("rtl");
                yield (toTheLeft ? RIGHT_TO_LEFT : "") + code.replaceFirst("-.*", "") + " " + name;
            }
            case Vocabulary.SDGS -> frame.t("inputs.term.goal", code, name);
            default -> name;
        };
    }

    /// What a term is called in all languages; nothing for one that no vocabulary has.
    LocalizedText names(String scheme, String code) {
        return vocabulary.term(scheme, code).map(Term::names).orElse(LocalizedText.EMPTY);
    }

    private String name(String scheme, String code, String language) {
        return vocabulary.has(scheme, code) ? vocabulary.name(scheme, code, language) : code;
    }
}
