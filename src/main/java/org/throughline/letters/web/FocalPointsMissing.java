package org.throughline.letters.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.letters.Addressees;
import org.throughline.platform.Messages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.WorkItems;

/// Addressees that no letter can reach, among what waits for the secretariat.
@Component
class FocalPointsMissing implements WorkItems {

    private final Addressees addressees;
    private final Messages messages;

    FocalPointsMissing(Addressees addressees, Messages messages) {
        this.addressees = addressees;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Viewer viewer, String language) {
        if (!viewer.may(Permission.MANAGE_CALLS)) return List.of();
        Addressees.Unreached unreached = addressees.unreached();
        if (unreached.addressees() == 0) return List.of();
        Messages.Texts texts = messages.in(language);
        return List.of(new Item(
                texts.of("letters.work.unreached", unreached.addressees()),
                "/letters/desk/addressees?reached=no",
                unreached.due() == null
                        ? texts.of("letters.work.unreached.what")
                        : texts.of("letters.work.unreached.open"),
                unreached.due()));
    }
}
