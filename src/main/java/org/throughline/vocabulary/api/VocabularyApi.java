package org.throughline.vocabulary.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.PageStore;
import org.throughline.vocabulary.Scheme;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.Vocabulary;
import org.throughline.vocabulary.api.VocabularyRecord.Listing;
import org.throughline.vocabulary.api.VocabularyRecord.SingleTerm;
import org.throughline.vocabulary.api.VocabularyRecord.Whole;

/// Vocabularies for programs, in the newest version or, with `?version=`, in any other that was ever loaded.
@RestController
class VocabularyApi {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8");
    private static final MediaType TURTLE = MediaType.parseMediaType("text/turtle;charset=utf-8");

    private final Vocabulary vocabulary;
    private final PageStore pages;

    VocabularyApi(Vocabulary vocabulary, PageStore pages) {
        this.vocabulary = vocabulary;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/api/v1/vocabularies")
    ResponseEntity<Listing> all() {
        var items = vocabulary.schemes().stream()
                .map(scheme -> VocabularyRecord.head(
                        scheme,
                        vocabulary.versions(scheme.name()),
                        vocabulary.terms(scheme.name()).size()))
                .toList();
        var tag = vocabulary.schemes().stream().map(VocabularyApi::tag).collect(Collectors.joining("."));
        return answer(tag, new Listing(items, items.size(), null));
    }

    @OpenToAll
    @GetMapping({"/api/v1/vocabularies/{name}", "/vocabularies/{name:[a-z-]+}.json"})
    ResponseEntity<Whole> one(@PathVariable String name, @RequestParam @Nullable String version) {
        var scheme = scheme(name, version);
        return answer(tag(scheme), VocabularyRecord.whole(scheme, vocabulary.versions(name), terms(scheme)));
    }

    @OpenToAll
    @GetMapping("/vocabularies/{name:[a-z-]+}.csv")
    ResponseEntity<String> csv(@PathVariable String name, @RequestParam @Nullable String version) {
        var scheme = scheme(name, version);
        return file(scheme, "csv", CSV, VocabularyCsv.of(terms(scheme)));
    }

    @OpenToAll
    @GetMapping("/vocabularies/{name:[a-z-]+}.ttl")
    ResponseEntity<String> skos(@PathVariable String name, @RequestParam @Nullable String version) {
        var scheme = scheme(name, version);
        return file(scheme, "ttl", TURTLE, VocabularyTurtle.of(scheme, terms(scheme)));
    }

    private ResponseEntity<String> file(Scheme scheme, String ending, MediaType type, String content) {
        pages.dependsOn("vocabularies");
        return ResponseEntity.ok()
                .eTag(tag(scheme) + "-" + ending)
                .cacheControl(CacheControl.noCache())
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + tag(scheme) + "." + ending + "\"")
                .body(content);
    }

    @OpenToAll
    @GetMapping("/api/v1/vocabularies/{name}/{code}")
    ResponseEntity<SingleTerm> term(
            @PathVariable String name, @PathVariable String code, @RequestParam @Nullable String version) {
        var scheme = scheme(name, version);
        var terms = terms(scheme);
        var term = terms.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        var children = terms.stream()
                .filter(one -> code.equals(one.parent()))
                .map(Term::code)
                .toList();
        var single = new SingleTerm(
                name,
                scheme.version(),
                term.code(),
                term.parent(),
                term.names(),
                term.notes().isEmpty() ? null : term.notes(),
                term.attributes(),
                children);
        return answer(tag(scheme) + "-" + code, single);
    }

    private Scheme scheme(String name, @Nullable String version) {
        return (version == null ? vocabulary.scheme(name) : vocabulary.scheme(name, version))
                .orElseThrow(Refusal::notFound);
    }

    private List<Term> terms(Scheme scheme) {
        return vocabulary.terms(scheme.name(), scheme.version());
    }

    // A version never changes, so its name is its tag.
    private static String tag(Scheme scheme) {
        return scheme.name() + "-" + scheme.version();
    }

    private <T> ResponseEntity<T> answer(String tag, T body) {
        pages.dependsOn("vocabularies");
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
