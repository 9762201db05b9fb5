package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.audit.Actor;
import org.throughline.stocktaking.Duplicates;
import org.throughline.stocktaking.Duplicates.Likely;
import org.throughline.stocktaking.Duplicates.Probe;
import org.throughline.stocktaking.OwnProjects;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectDraftContent;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.Register;

/// What is like the project that somebody begins to register: published entries, and their own. Their
/// drafts are shown before another one is begun.
@Component
class AlikeEntries {

    private final Duplicates duplicates;
    private final OwnProjects own;
    private final Register register;

    AlikeEntries(Duplicates duplicates, OwnProjects own, Register register) {
        this.duplicates = duplicates;
        this.own = own;
        this.register = register;
    }

    /// @param published what everybody can see
    /// @param kept entries of their own that are not public
    record Found(List<Likely> published, List<ProjectRecord> kept) {
        boolean isEmpty() {
            return published.isEmpty() && kept.isEmpty();
        }
    }

    Found of(ProjectDraft draft, Actor actor) {
        ProjectDraftContent content = draft.content();
        return of(draft, content.text("title"), content.text("website"), content.text("summary"), actor);
    }

    Found of(ProjectDraft draft, String title, String website, String summary, Actor actor) {
        Long itself = draft.project() == null
                ? null
                : register.find(draft.project()).map(ProjectRecord::number).orElse(null);
        List<Likely> published = duplicates.amongPublished(new Probe(title, website, summary, itself));
        List<Long> numbers = published.stream().map(Likely::number).toList();
        List<ProjectRecord> kept = new ArrayList<>();
        for (OwnProjects.Kept one : own.of(actor))
            if (!numbers.contains(one.entry().number())
                    && !Long.valueOf(one.entry().number()).equals(itself)
                    && one.entry().withdrawnAt() == null
                    && Duplicates.alike(one.entry().title(), title)) kept.add(one.entry());
        return new Found(published, kept);
    }

    /// Whether there is something to look at that the author has not seen for this title.
    boolean wantLook(ProjectDraft draft, Actor actor) {
        ProjectDraftContent content = draft.content();
        String title = content.text("title");
        return !title.isEmpty()
                && !content.hasLooked(title)
                && !of(draft, actor).isEmpty();
    }
}
