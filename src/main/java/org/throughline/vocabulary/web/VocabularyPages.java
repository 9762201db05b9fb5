package org.throughline.vocabulary.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.vocabulary.Vocabulary;

/// Pages on which anybody can look up what a code means.
@Controller
class VocabularyPages {

    private final Vocabulary vocabulary;
    private final PageStore pages;

    VocabularyPages(Vocabulary vocabulary, PageStore pages) {
        this.vocabulary = vocabulary;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/vocabularies")
    ModelAndView all(Frame frame) {
        pages.sameForAll("vocabularies");
        return Pages.show(frame, "vocabulary/web/index", VocabulariesPage.of(vocabulary, frame));
    }

    @OpenToAll
    @GetMapping("/vocabularies/{name:[a-z-]+}")
    ModelAndView one(Frame frame, @PathVariable String name, @RequestParam @Nullable String version) {
        var scheme = (version == null ? vocabulary.scheme(name) : vocabulary.scheme(name, version))
                .orElseThrow(Refusal::notFound);
        pages.sameForAll("vocabularies");
        return Pages.show(frame, "vocabulary/web/vocabulary", VocabularyPage.of(vocabulary, scheme, frame));
    }
}
