package org.throughline.synthesis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.Hash;
import org.throughline.ledger.LeafProof;
import org.throughline.ledger.PublicLog;
import org.throughline.synthesis.Bands;
import org.throughline.synthesis.Base;
import org.throughline.synthesis.PublishedSummary;
import org.throughline.synthesis.SummaryHeader;

/// A published summary for programs: sections, sentences, and the evidence of each.
///
/// @param proof that the fingerprint stands in the log; absent for a moment after publication
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SummaryJson(
        String type,
        String call,
        int edition,
        String publishedAt,
        String title,
        String language,
        String hash,
        long publishedInputs,
        long quotedInputs,
        SummaryHeader header,
        Bands bands,
        List<Section> sections,
        @Nullable LeafProof proof) {

    private static final String TYPE = "throughline-edition/1";

    public record Section(String code, String title, List<Sentence> sentences) {}

    /// @param declaredNotToCount words that an editor declared not to count inputs: the gate let them pass unchecked
    /// @param base the question, and how many published inputs answered it, where the share is of those; else
    /// absent
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sentence(
            int line,
            String theme,
            String text,
            List<String> declaredNotToCount,
            @Nullable Base base,
            Counts counts,
            List<Evidence> evidence) {}

    /// @param inputs distinct inputs behind the sentence today; `inputsAtPublication` when it was published,
    /// which `share` is of
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

    public static SummaryJson of(String slug, PublishedSummary summary, PublicLog log) {
        String subject = "calls/" + slug + "/summary/editions/" + summary.number();
        return new SummaryJson(
                TYPE,
                slug,
                summary.number(),
                summary.publishedAt().toString(),
                summary.title(),
                summary.language(),
                summary.hash(),
                summary.publishedInputs(),
                summary.quotedInputs(),
                summary.header(),
                summary.bands(),
                summary.sections().stream()
                        .map(section -> new Section(
                                section.code(),
                                section.title(),
                                section.sentences().stream()
                                        .map(SummaryJson::sentence)
                                        .toList()))
                        .toList(),
                log.proof(EntryKind.EDITION, subject, Hash.fromBase64Url(summary.hash()))
                        .orElse(null));
    }

    private static Sentence sentence(PublishedSummary.Sentence sentence) {
        var support = sentence.support();
        return new Sentence(
                sentence.line(),
                sentence.theme(),
                sentence.text(),
                sentence.plainWords(),
                sentence.base().everything() ? null : sentence.base(),
                new Counts(
                        support.inputs(),
                        sentence.inputsThen(),
                        support.of(),
                        Math.round(sentence.shareThen() * 1000) / 1000.0,
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
