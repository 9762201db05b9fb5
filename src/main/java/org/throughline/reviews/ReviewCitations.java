package org.throughline.reviews;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.citations.CitationUses;
import org.throughline.citations.Citing;
import org.throughline.citations.CitingText;
import org.throughline.citations.CitingTexts;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;

/// What the pages of reviews cite.
@Component
class ReviewCitations implements CitingTexts {

    private final CitationUses uses;
    // The other way round there would be a circle: reviews are read where they are saved.
    private final ObjectProvider<Reviews> reviews;

    ReviewCitations(CitationUses uses, ObjectProvider<Reviews> reviews) {
        this.uses = uses;
        this.reviews = reviews;
    }

    @Override
    public Citing.Kind kind() {
        return Citing.Kind.REVIEW;
    }

    @Override
    public void each(Consumer<CitingText> taker) {
        Reviews all = reviews.getObject();
        for (Review bare : all.all())
            all.find(bare.slug())
                    .ifPresent(one -> taker.accept(text(one.slug(), one.title(), one.description(), one.milestones())));
    }

    void put(String slug, LocalizedText title, LocalizedText description, List<Review.Milestone> milestones) {
        uses.read(text(slug, title, description, milestones));
    }

    private static CitingText text(
            String slug, LocalizedText title, LocalizedText description, List<Review.Milestone> milestones) {
        var words = new ArrayList<LocalizedText>(List.of(title, description));
        milestones.forEach(one -> words.add(one.title()));
        return CitingText.of(
                new Citing(
                        Citing.Kind.REVIEW, slug, "/reviews/" + slug, title.languageFor(Languages.DEFAULT), title, ""),
                words,
                List.of());
    }
}
