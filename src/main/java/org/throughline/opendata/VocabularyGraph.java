package org.throughline.opendata;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.throughline.platform.Settings;
import org.throughline.vocabulary.Scheme;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;

/// A vocabulary as SKOS in JSON-LD: what its Turtle file says, for programs that read JSON.
@Service
public class VocabularyGraph {

    private final Vocabulary vocabulary;
    private final Settings settings;

    VocabularyGraph(Vocabulary vocabulary, Settings settings) {
        this.vocabulary = vocabulary;
        this.settings = settings;
    }

    public Optional<Map<String, Object>> jsonLd(String name) {
        return vocabulary.scheme(name).map(scheme -> graph(scheme).jsonLd());
    }

    private Graph graph(Scheme scheme) {
        var graph = new Graph()
                .prefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
                .prefix("skos", "http://www.w3.org/2004/02/skos/core#")
                .prefix("dct", "http://purl.org/dc/terms/")
                .prefix("owl", "http://www.w3.org/2002/07/owl#");
        String address = settings.publicUrl() + "/vocabularies/" + scheme.name();
        graph.about(address)
                .is("skos:ConceptScheme")
                .text("dct:title", scheme.title())
                .text("skos:note", scheme.note())
                .text("dct:source", scheme.source())
                .text("owl:versionInfo", scheme.version());
        for (Term term : vocabulary.terms(scheme.name())) {
            Graph.About about = graph.about(address + "#" + term.code())
                    .is("skos:Concept")
                    .link("skos:inScheme", address)
                    .text("skos:notation", term.code());
            if (term.parent() == null) about.link("skos:topConceptOf", address);
            else about.link("skos:broader", address + "#" + term.parent());
            about.text("skos:prefLabel", term.names()).text("skos:scopeNote", term.notes());
        }
        return graph;
    }
}
