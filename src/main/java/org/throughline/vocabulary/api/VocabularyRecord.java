package org.throughline.vocabulary.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.vocabulary.Scheme;
import org.throughline.vocabulary.Term;

/// A vocabulary as version 1 of the API gives it: its head, and its terms where they are asked for.
@JsonInclude(JsonInclude.Include.NON_NULL)
record VocabularyRecord(
        String name,
        String version,
        List<String> versions,
        String source,
        LocalizedText title,
        LocalizedText note,
        String url,
        int total,
        @Nullable List<TermRecord> terms) {

    /// One term: names in six languages, its place below another term, and what else is known about it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermRecord(
            String code,
            @Nullable String parent,
            LocalizedText names,
            @Nullable LocalizedText notes,
            Map<String, String> attributes,
            String url) {

        static TermRecord of(Term term) {
            return new TermRecord(
                    term.code(),
                    term.parent(),
                    term.names(),
                    term.notes().isEmpty() ? null : term.notes(),
                    term.attributes(),
                    "/api/v1/vocabularies/" + term.id());
        }
    }

    /// One term alone, with the vocabulary and version it belongs to.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SingleTerm(
            String vocabulary,
            String version,
            String code,
            @Nullable String parent,
            LocalizedText names,
            @Nullable LocalizedText notes,
            Map<String, String> attributes,
            List<String> children) {}

    /// All vocabularies; there are few, so they are one page.
    record Listing(List<VocabularyRecord> items, int total, @Nullable String next) {}

    static VocabularyRecord of(Scheme scheme, List<String> versions, List<Term> terms, boolean withTerms) {
        return new VocabularyRecord(
                scheme.name(),
                scheme.version(),
                versions,
                scheme.source(),
                scheme.title(),
                scheme.note(),
                "/api/v1/vocabularies/" + scheme.name(),
                terms.size(),
                withTerms ? terms.stream().map(TermRecord::of).toList() : null);
    }
}
