package org.throughline.documents.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.documents.DocumentDesk;
import org.throughline.documents.DocumentDrafts;
import org.throughline.documents.DocumentWork;
import org.throughline.platform.Messages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.WorkItems;

/// Documents among what waits for somebody: those to be received for the secretariat, drafts for their authors.
@Component
class DocumentsToReceive implements WorkItems {

    private final DocumentDesk desk;
    private final DocumentDrafts drafts;
    private final Messages messages;

    DocumentsToReceive(DocumentDesk desk, DocumentDrafts drafts, Messages messages) {
        this.desk = desk;
        this.drafts = drafts;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Viewer viewer, String language) {
        Messages.Texts texts = messages.in(language);
        List<Item> items = new ArrayList<>();
        long waiting = viewer.may(Permission.MANAGE_CALLS) ? desk.countWaiting() : 0;
        if (waiting > 0)
            items.add(new Item(
                    texts.of("documents.desk.title"),
                    "/documents/desk",
                    texts.of("documents.desk.work", waiting),
                    null));
        if (!viewer.may(Permission.CONTRIBUTE) && !viewer.may(Permission.MANAGE_CALLS)) return items;
        for (DocumentWork one : drafts.unsent(Actor.of(viewer)))
            items.add(new Item(
                    one.original().title().isEmpty()
                            ? texts.of("documents.form.untitled")
                            : one.original().title(),
                    DocumentSteps.base(one),
                    one.returnedReason().isEmpty()
                            ? texts.of("documents.work.draft")
                            : texts.of("documents.work.returned"),
                    null));
        return items;
    }
}
