package org.throughline.synthesis.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Section;

/// What an analyst marks passages for, carried along from input to input: a theme, a sentence, the section in which
/// new themes are made. Ids; empty for none.
public record Aim(String theme, String sentence, String section) {

    static Aim of(MultiValueMap<String, String> parameters) {
        return new Aim(id(parameters, "theme"), id(parameters, "sentence"), id(parameters, "section"));
    }

    private static String id(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value != null && value.matches("[0-9a-f-]{36}") ? value : "";
    }

    /// The part of a query string that carries it, after other parts.
    String text() {
        List<String> query = new ArrayList<>();
        if (!theme.isEmpty()) query.add("&theme=" + theme);
        if (!sentence.isEmpty()) query.add("&sentence=" + sentence);
        if (!section.isEmpty()) query.add("&section=" + section);
        return String.join("", query);
    }

    /// The section a new theme goes to unless another one is chosen: the one that was chosen before, else that of
    /// the sentence or of the theme one marks for; empty when there is none.
    String sectionOf(Draft draft) {
        if (!section.isEmpty()) return section;
        return draft.sections().stream()
                .filter(candidate -> holds(candidate, sentence, theme))
                .map(candidate -> candidate.id().value().toString())
                .findFirst()
                .orElse("");
    }

    private static boolean holds(Section section, String sentence, String theme) {
        if (!sentence.isEmpty())
            return section.sentences().stream()
                    .anyMatch(held -> held.id().value().toString().equals(sentence));
        return section.themes().stream()
                .anyMatch(held -> held.id().value().toString().equals(theme));
    }
}
