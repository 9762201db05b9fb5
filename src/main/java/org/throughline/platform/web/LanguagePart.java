package org.throughline.platform.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.throughline.platform.Languages;

/// One of the six languages in a form that asks for words in each. English comes first, because readers of a language
/// that is missing get it.
///
/// @param missing whether its texts are not whole yet
/// @param open whether the part is shown unfolded
public record LanguagePart(String code, String name, boolean missing, boolean open) {

    public static long whole(List<LanguagePart> parts) {
        return parts.stream().filter(part -> !part.missing()).count();
    }

    /// The languages with a part for each: English, the reader's own and those with errors stand open.
    ///
    /// @param expected those that should be whole, which come before the others
    /// @param needed the texts that a language needs to be whole
    public static List<LanguagePart> all(
            Frame frame, Typed typed, FormErrors errors, Collection<String> expected, String... needed) {
        List<LanguagePart> parts = new ArrayList<>();
        for (String language : inOrder(expected)) {
            boolean missing = false;
            for (String name : needed)
                missing |= typed.of(name + "-" + language).isBlank();
            boolean wrong =
                    errors.all().stream().anyMatch(error -> error.field().endsWith("-" + language));
            boolean first = language.equals(Languages.DEFAULT) || language.equals(frame.language());
            parts.add(new LanguagePart(
                    language,
                    Languages.endonym(language),
                    missing && (expected.contains(language) || language.equals(Languages.DEFAULT)),
                    wrong || first));
        }
        return parts;
    }

    private static Set<String> inOrder(Collection<String> expected) {
        Set<String> order = new LinkedHashSet<>(List.of(Languages.DEFAULT));
        Languages.ALL.stream().filter(expected::contains).forEach(order::add);
        order.addAll(Languages.ALL);
        return order;
    }
}
