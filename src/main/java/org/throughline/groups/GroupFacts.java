package org.throughline.groups;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Source;
import org.throughline.platform.web.Typed;

/// What the secretariat writes about a group; see [Group].
public record GroupFacts(
        LocalizedText name,
        LocalizedText about,
        List<LocalizedText> terms,
        String termsSymbol,
        LocalizedText membership,
        List<String> mandates,
        String founded,
        Source source) {

    public static GroupFacts of(Group one) {
        return new GroupFacts(
                one.name(),
                one.about(),
                one.terms(),
                one.termsSymbol(),
                one.membership(),
                one.mandates(),
                one.founded(),
                one.source());
    }

    /// As its form holds it: lists have a line for each.
    public Typed form() {
        Map<String, String> points = new LinkedHashMap<>();
        for (String language : Languages.ALL)
            if (terms.stream().anyMatch(point -> point.in(language).isPresent()))
                points.put(
                        language,
                        String.join(
                                "\n",
                                terms.stream()
                                        .map(point -> point.in(language).orElse("–"))
                                        .toList()));
        return new Typed.Filler()
                .put("name", name)
                .put("about", about)
                .put("terms", new LocalizedText(points))
                .put("terms-symbol", termsSymbol)
                .put("membership", membership)
                .put("mandates", String.join("\n", mandates))
                .put("founded", founded)
                .put("source", source.title())
                .put("source-url", source.url())
                .put("certainty", source.certainty().word())
                .done();
    }
}
