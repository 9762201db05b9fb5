package org.throughline.stocktaking.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.platform.Messages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.WorkItems;
import org.throughline.stocktaking.ProjectDesk;
import org.throughline.stocktaking.ProjectRecord.State;

/// The entries of the register that wait for a decision, among what waits for those who moderate it.
@Component
class EntriesToCheck implements WorkItems {

    private final ProjectDesk desk;
    private final Messages messages;

    EntriesToCheck(ProjectDesk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Viewer viewer, String language) {
        if (!viewer.may(Permission.MODERATE_REGISTER)) return List.of();
        long waiting = desk.count(ProjectDesk.Filter.of(State.WAITING));
        if (waiting == 0) return List.of();
        Messages.Texts texts = messages.in(language);
        return List.of(new Item(
                texts.of("stocktaking.desk.title"),
                "/stocktaking/desk",
                texts.of("stocktaking.desk.work", waiting),
                null));
    }
}
