package org.throughline.vocabulary.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.LocalizedText;
import org.throughline.vocabulary.Scheme;
import org.throughline.vocabulary.Term;

/// The head of a vocabulary as version 1 of the API gives it.
///
/// @param total how many terms it has
record VocabularyRecord(
        String name,
        String version,
        List<String> versions,
        String source,
        LocalizedText title,
        LocalizedText note,
        String url,
        int total) {

    /// All vocabularies; there are few, so they are one page.
    record Listing(
            List<VocabularyRecord> items,
            int total,
            @Nullable String next) {}

    /// One vocabulary with all its terms, in their order; the largest has a few hundred, so they are one page.
    record Whole(
            String name,
            String version,
            List<String> versions,
            String source,
            LocalizedText title,
            LocalizedText note,
            String url,
            List<TermRecord> items,
            int total,
            @Nullable String next) {}

    /// One term in a list: names in six languages, its place below another term, and what else is known about it.
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
                    address(term.id().toString()));
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

    static VocabularyRecord head(Scheme scheme, List<String> versions, int total) {
        return new VocabularyRecord(
                scheme.name(),
                scheme.version(),
                versions,
                scheme.source(),
                scheme.title(),
                scheme.note(),
                address(scheme.name()),
                total);
    }

    static Whole whole(Scheme scheme, List<String> versions, List<Term> terms) {
        return new Whole(
                scheme.name(),
                scheme.version(),
                versions,
                scheme.source(),
                scheme.title(),
                scheme.note(),
                address(scheme.name()),
                terms.stream().map(TermRecord::of).toList(),
                terms.size(),
                null);
    }

    private static String address(String below) {
        return "/api/v1/vocabularies/" + below;
    }
}
