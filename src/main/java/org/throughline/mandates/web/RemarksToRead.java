package org.throughline.mandates.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.mandates.TaskRemarks;
import org.throughline.platform.Messages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.WorkItems;

/// What people said about tasks and nobody of the secretariat has read yet, among what waits for those who may show
/// it.
@Component
class RemarksToRead implements WorkItems {

    private final TaskRemarks remarks;
    private final Messages messages;

    RemarksToRead(TaskRemarks remarks, Messages messages) {
        this.remarks = remarks;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Viewer viewer, String language) {
        if (!viewer.may(Permission.MANAGE_CALLS)) return List.of();
        long waiting = remarks.waiting();
        if (waiting == 0) return List.of();
        Messages.Texts texts = messages.in(language);
        return List.of(new Item(
                texts.of("mandates.remarks.title"),
                "/mandates/remarks",
                texts.of("mandates.remarks.work", waiting),
                null));
    }
}
