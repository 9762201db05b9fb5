package org.throughline.vocabulary.web;

import java.util.List;
import org.throughline.platform.web.Frame;
import org.throughline.vocabulary.Vocabulary;

/// The list of vocabularies as a reader sees it.
public record VocabulariesPage(List<Line> lines) {

    /// One vocabulary in the list.
    public record Line(String name, String title, String note, String version, int terms) {}

    static VocabulariesPage of(Vocabulary vocabulary, Frame frame) {
        return new VocabulariesPage(vocabulary.schemes().stream()
                .map(scheme -> new Line(
                        scheme.name(),
                        frame.text(scheme.title()),
                        frame.text(scheme.note()),
                        scheme.version(),
                        vocabulary.terms(scheme.name()).size()))
                .toList());
    }
}
