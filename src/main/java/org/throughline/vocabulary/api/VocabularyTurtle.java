package org.throughline.vocabulary.api;

import java.util.List;
import org.throughline.platform.LocalizedText;
import org.throughline.vocabulary.Scheme;
import org.throughline.vocabulary.Term;

/// A vocabulary as SKOS in Turtle. Addresses are relative to where the file is read from, so that a concept is the
/// row of the page: `/vocabularies/action-lines#C1`.
final class VocabularyTurtle {

    private static final String PREFIXES = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            """;

    private VocabularyTurtle() {}

    static String of(Scheme scheme, List<Term> terms) {
        var out =
                new StringBuilder(PREFIXES).append("\n<").append(scheme.name()).append("> a skos:ConceptScheme");
        labels(out, "dct:title", scheme.title());
        labels(out, "skos:note", scheme.note());
        out.append(" ;\n    dct:source ").append(quoted(scheme.source()));
        out.append(" ;\n    owl:versionInfo ").append(quoted(scheme.version())).append(" .\n");
        for (var term : terms) concept(out, scheme, term);
        return out.toString();
    }

    private static void concept(StringBuilder out, Scheme scheme, Term term) {
        out.append('\n').append(address(scheme, term.code())).append(" a skos:Concept");
        out.append(" ;\n    skos:inScheme <").append(scheme.name()).append('>');
        out.append(" ;\n    skos:notation ").append(quoted(term.code()));
        if (term.parent() != null) out.append(" ;\n    skos:broader ").append(address(scheme, term.parent()));
        else out.append(" ;\n    skos:topConceptOf <").append(scheme.name()).append('>');
        labels(out, "skos:prefLabel", term.names());
        labels(out, "skos:scopeNote", term.notes());
        out.append(" .\n");
    }

    private static void labels(StringBuilder out, String property, LocalizedText text) {
        text.texts()
                .forEach((language, words) -> out.append(" ;\n    ")
                        .append(property)
                        .append(' ')
                        .append(quoted(words))
                        .append('@')
                        .append(language));
    }

    private static String address(Scheme scheme, String code) {
        return "<" + scheme.name() + "#" + code + ">";
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
