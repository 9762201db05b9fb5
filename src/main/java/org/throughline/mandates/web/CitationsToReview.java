package org.throughline.mandates.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.citations.CitationReviews;
import org.throughline.platform.Messages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.WorkItems;

/// What cites a revision that was replaced since, among what waits for the secretariat.
@Component
class CitationsToReview implements WorkItems {

    private final CitationReviews reviews;
    private final Messages messages;

    CitationsToReview(CitationReviews reviews, Messages messages) {
        this.reviews = reviews;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Viewer viewer, String language) {
        if (!viewer.may(Permission.MANAGE_CALLS)) return List.of();
        long waiting = reviews.waiting();
        if (waiting == 0) return List.of();
        Messages.Texts texts = messages.in(language);
        return List.of(new Item(
                texts.of("mandates.reviews.title"),
                "/mandates/reviews",
                texts.of("mandates.reviews.waiting", waiting),
                null));
    }
}
