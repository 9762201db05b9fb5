package org.throughline.reviews.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.citations.CitationTags;
import org.throughline.citations.Cited;
import org.throughline.citations.Citing;
import org.throughline.citations.MarkLine;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.reviews.Reviews;

/// The page of a review: what it is and its time line.
@Controller
class ReviewPages {

    private final Reviews reviews;
    private final Cited cited;
    private final PageStore pages;

    ReviewPages(Reviews reviews, Cited cited, PageStore pages) {
        this.reviews = reviews;
        this.cited = cited;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/reviews/{slug}")
    ModelAndView show(Frame frame, @PathVariable String slug) {
        pages.sameForAll("review:" + slug, CitationTags.of(Citing.Kind.REVIEW, slug));
        return Pages.show(
                frame,
                "reviews/web/show",
                new ReviewPage(
                        reviews.find(slug).orElseThrow(Refusal::notFound),
                        MarkLine.of(frame, cited.marks(Citing.Kind.REVIEW, slug))));
    }
}
