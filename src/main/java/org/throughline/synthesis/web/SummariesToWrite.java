package org.throughline.synthesis.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.platform.Messages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.WorkItems;
import org.throughline.synthesis.Drafts;

/// The summaries that were begun and not published yet, among what waits for analysts and those who sign off.
@Component
class SummariesToWrite implements WorkItems {

    private final Drafts drafts;
    private final Messages messages;

    SummariesToWrite(Drafts drafts, Messages messages) {
        this.drafts = drafts;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Viewer viewer, String language) {
        if (!viewer.may(Permission.ANALYSE) && !viewer.may(Permission.SIGN_OFF)) return List.of();
        return drafts.unpublished().stream()
                .map(begun -> new Item(
                        begun.title(),
                        "/calls/" + begun.slug() + "/summaries/" + begun.id().value(),
                        messages.in(language).of("synthesis.work.list.counts", begun.sentences(), 0),
                        null))
                .toList();
    }
}
