package org.throughline.synthesis.web;

import java.util.List;
import java.util.Map;
import org.throughline.synthesis.Bands;
import org.throughline.synthesis.PublishedSummary;
import org.throughline.synthesis.SummaryHeader;

/// A published summary for programs: sections, sentences, and the evidence of each.
public record SummaryJson(
        String call,
        int edition,
        String publishedAt,
        String title,
        String language,
        String hash,
        long publishedInputs,
        SummaryHeader header,
        Bands bands,
        List<Section> sections) {

    public record Section(String code, String title, List<Sentence> sentences) {}

    /// @param declaredNotToCount words that an editor declared not to count inputs: the gate let them pass unchecked
    public record Sentence(
            int line,
            String theme,
            String text,
            List<String> declaredNotToCount,
            Counts counts,
            List<Evidence> evidence) {}

    /// @param inputs distinct inputs behind the sentence today; `inputsAtPublication` when it was published
    public record Counts(
            long inputs,
            long inputsAtPublication,
            long of,
            double share,
            Map<String, Long> byStakeholderType,
            Map<String, Long> byRegion) {}

    /// @param start and `end` in UTF-16 code units of the answer's text; `hash` its SHA-256
    public record Evidence(
            int input, String name, String language, String question, int start, int end, String quote, String hash) {}

    public static SummaryJson of(String slug, PublishedSummary summary) {
        return new SummaryJson(
                slug,
                summary.number(),
                summary.publishedAt().toString(),
                summary.title(),
                summary.language(),
                summary.hash(),
                summary.publishedInputs(),
                summary.header(),
                summary.bands(),
                summary.sections().stream()
                        .map(section -> new Section(
                                section.code(),
                                section.title(),
                                section.sentences().stream()
                                        .map(SummaryJson::sentence)
                                        .toList()))
                        .toList());
    }

    private static Sentence sentence(PublishedSummary.Sentence sentence) {
        var support = sentence.support();
        return new Sentence(
                sentence.line(),
                sentence.theme(),
                sentence.text(),
                sentence.plainWords(),
                new Counts(
                        support.inputs(),
                        sentence.inputsThen(),
                        support.of(),
                        Math.round(support.share() * 1000) / 1000.0,
                        support.byType(),
                        support.byRegion()),
                sentence.evidence().stream()
                        .map(e -> new Evidence(
                                e.input(),
                                e.name(),
                                e.language(),
                                e.question(),
                                e.start(),
                                e.end(),
                                e.quote(),
                                e.hash()))
                        .toList());
    }
}
