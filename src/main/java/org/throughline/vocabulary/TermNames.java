package org.throughline.vocabulary;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.web.Frame;

/// What pages and documents call a code, in a language; a code that the vocabulary does not have stands for itself.
@Component
public class TermNames {

    // Before a code in Latin letters, so that it does not decide which way an Arabic name runs.
    private static final String RIGHT_TO_LEFT = "\u200F";

    private final Vocabulary vocabulary;

    TermNames(Vocabulary vocabulary) {
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
            case Vocabulary.SDGS -> frame.t("vocabulary.term.goal", code, name);
            default -> name;
        };
    }

    /// What a term is called in all languages; nothing for one that no vocabulary has.
    public LocalizedText names(String scheme, String code) {
        return vocabulary.term(scheme, code).map(Term::names).orElse(LocalizedText.EMPTY);
    }

    /// "Government 3 · Civil society 2".
    public String types(Map<String, Long> counts, String language) {
        return counted(counts, code -> type(code, language));
    }

    public String regions(Map<String, Long> counts, String language) {
        return counted(counts, code -> region(code, language));
    }

    private static String counted(Map<String, Long> counts, UnaryOperator<String> name) {
        return counts.entrySet().stream()
                .map(entry -> name.apply(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    private String name(String scheme, String code, String language) {
        return vocabulary.has(scheme, code) ? vocabulary.name(scheme, code, language) : code;
    }
}
