package org.throughline.notices.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.notices.Mailing;
import org.throughline.notices.Mailings;
import org.throughline.notices.UpdateCalls;
import org.throughline.platform.Messages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.WorkItems;

/// Among what waits for a person: entries they keep and are asked about, and, for the secretariat, letters that
/// were begun or stopped.
@Component
class NoticesToAnswer implements WorkItems {

    private final UpdateCalls calls;
    private final Mailings mailings;
    private final Messages messages;

    NoticesToAnswer(UpdateCalls calls, Mailings mailings, Messages messages) {
        this.calls = calls;
        this.mailings = mailings;
        this.messages = messages;
    }

    @Override
    public List<Item> of(Viewer viewer, String language) {
        Messages.Texts texts = messages.in(language);
        Stream<Item> asked = calls.waiting(viewer.id()).stream()
                .map(one -> new Item(texts.of("notices.work.entries", one.entries()), one.path(), "", one.closesAt()));
        return Stream.concat(asked, letters(viewer, texts)).toList();
    }

    private Stream<Item> letters(Viewer viewer, Messages.Texts texts) {
        if (!viewer.may(Permission.MANAGE_CALLS)) return Stream.empty();
        return mailings.newest(Actor.of(viewer)).stream()
                .filter(mailing -> mailing.state() == Mailing.State.STOPPED
                        || mailing.state() == Mailing.State.DRAFT
                                && !mailing.body().isEmpty())
                .map(mailing -> new Item(
                        mailing.subject().textFor(texts.language()),
                        "/mailings/" + mailing.id(),
                        mailing.state() == Mailing.State.STOPPED
                                ? texts.of("notices.work.stopped")
                                : texts.of("notices.work.draft"),
                        null));
    }
}
