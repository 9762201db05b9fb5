package org.throughline.stocktaking.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.platform.Messages;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Viewer;
import org.throughline.platform.web.ResumeCodes;
import org.throughline.platform.web.WorkItems;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.OwnProjects;
import org.throughline.stocktaking.OwnershipClaims;
import org.throughline.stocktaking.ProjectDrafts;

/// What of the register waits for somebody who keeps entries: drafts, questions of the secretariat, entries that
/// should be confirmed, and others who say that an entry is theirs.
@Component
class MyRegisterWork implements WorkItems, ResumeCodes {

    private final OwnProjects own;
    private final ProjectDrafts drafts;
    private final OwnershipClaims claims;
    private final Messages messages;
    private final Clock clock;

    MyRegisterWork(OwnProjects own, ProjectDrafts drafts, OwnershipClaims claims, Messages messages, Clock clock) {
        this.own = own;
        this.drafts = drafts;
        this.claims = claims;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<Item> of(Viewer viewer, String language) {
        Actor actor = Actor.of(viewer);
        Messages.Texts texts = messages.in(language);
        List<Item> items = new ArrayList<>();
        drafts.unsentOf(actor).forEach(draft -> {
            String title = draft.content().text("title");
            items.add(new Item(
                    title.isEmpty() ? texts.of("stocktaking.mine.untitled") : title,
                    "/my/projects/drafts/" + draft.id(),
                    texts.of("stocktaking.mine.work.draft", draft.shownCode()),
                    null));
        });
        for (OwnProjects.Kept kept : own.of(actor)) {
            var entry = kept.entry();
            if (entry.withdrawnAt() != null || entry.mergedInto() != null) continue;
            Light light = Light.of(entry.confirmedAt(), entry.closedAt(), clock.instant());
            if (entry.askedBackAt() != null)
                items.add(item(entry.title(), entry.number(), texts.of("stocktaking.mine.state.asked-back")));
            else if (entry.publishedAt() != null && (light == Light.DUE || light == Light.STALE))
                items.add(item(entry.title(), entry.number(), texts.of("stocktaking.mine.due")));
        }
        claims.waitingFor(actor)
                .forEach(claim -> items.add(item(
                        claim.entry().title(),
                        claim.entry().number(),
                        texts.of("stocktaking.mine.work.claimed", claim.name()))));
        if (viewer.may(Permission.MODERATE_REGISTER)) {
            long open = claims.withoutOwner();
            if (open > 0)
                items.add(new Item(
                        texts.of("stocktaking.claim.desk.title"),
                        "/stocktaking/claims",
                        texts.of("stocktaking.claim.desk.work", open),
                        null));
        }
        return items;
    }

    private static Item item(String title, long number, String note) {
        return new Item(title, "/my/projects/" + number, note, null);
    }

    @Override
    public Optional<String> pathOf(String code, Viewer viewer) {
        return drafts.byCode(code, Actor.of(viewer)).map(draft -> DraftSteps.base(draft));
    }
}
