package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectDrafts;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Field;

/// Beginning to register a project, coming back to it, and throwing it away.
@Controller
class DraftStartPages {

    private final ProjectCollections collections;
    private final ProjectDrafts drafts;
    private final DraftDesk desk;

    DraftStartPages(ProjectCollections collections, ProjectDrafts drafts, DraftDesk desk) {
        this.collections = collections;
        this.drafts = drafts;
        this.desk = desk;
    }

    @OpenToAll
    @GetMapping("/stocktaking/new")
    ModelAndView start(Frame frame, @Nullable Actor actor) {
        return start(frame, collection(ProjectCollection.WSIS), actor);
    }

    @OpenToAll
    @GetMapping("/collections/{slug}/new")
    ModelAndView startIn(Frame frame, @PathVariable String slug, @Nullable Actor actor) {
        return start(frame, collection(slug), actor);
    }

    private ModelAndView start(Frame frame, ProjectCollection collection, @Nullable Actor actor) {
        ProjectForm form = collections.form(collection);
        List<ProjectDraft> begun = actor == null ? List.of() : begun(collection, actor);
        return Pages.show(
                frame,
                "stocktaking/web/draft-start",
                new DraftStartPage(
                        collection,
                        form.fields().count(),
                        form.fields().filter(Field::required).count(),
                        begun,
                        address(collection)));
    }

    private List<ProjectDraft> begun(ProjectCollection collection, Actor actor) {
        return drafts.unsentOf(actor).stream()
                .filter(draft -> draft.project() == null
                        && draft.collection().equals(collection.slug())
                        && !draft.content().steps().isEmpty())
                .toList();
    }

    static String address(ProjectCollection collection) {
        return (collection.slug().equals(ProjectCollection.WSIS) ? "/stocktaking" : "/collections/" + collection.slug())
                + "/new";
    }

    private ProjectCollection collection(String slug) {
        return collections.find(slug).filter(one -> one.publishedAt() != null).orElseThrow(Refusal::notFound);
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/stocktaking/new")
    ModelAndView begin(Frame frame, @RequestParam(defaultValue = "") String another, Actor actor) {
        return begin(frame, collection(ProjectCollection.WSIS), another, actor);
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/collections/{slug}/new")
    ModelAndView beginIn(
            Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String another, Actor actor) {
        return begin(frame, collection(slug), another, actor);
    }

    // A second draft is begun only by who was told of the first.
    private ModelAndView begin(Frame frame, ProjectCollection collection, String another, Actor actor) {
        if (another.isEmpty() && !begun(collection, actor).isEmpty()) return Pages.goTo(frame, address(collection));
        ProjectDraft draft = drafts.start(collection, frame.language(), actor);
        ProjectForm form = drafts.form(draft);
        return Pages.goTo(
                frame,
                DraftSteps.base(draft) + "/sections/"
                        + form.sections().getFirst().code());
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/drafts/{id}")
    ModelAndView steps(Frame frame, @PathVariable String id, Actor actor) {
        return Pages.show(frame, "stocktaking/web/draft-steps", desk.steps(frame, desk.look(id, actor), ""));
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/drafts/{id}/deletion")
    ModelAndView askDeletion(Frame frame, @PathVariable String id, Actor actor) {
        return Pages.show(frame, "stocktaking/web/draft-deletion", desk.steps(frame, desk.look(id, actor), ""));
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/drafts/{id}/deletion")
    ModelAndView delete(Frame frame, @PathVariable String id, Actor actor, HttpServletRequest request) {
        drafts.delete(desk.draft(id, actor).id(), actor);
        FrameResolver.notice(request, frame.t("stocktaking.form.deletion.done"));
        return Pages.goTo(frame, "/my/projects");
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/drafts/{id}/link")
    ModelAndView mailLink(Frame frame, @PathVariable String id, Actor actor, HttpServletRequest request) {
        ProjectDraft draft = desk.look(id, actor);
        drafts.mailLink(draft.id(), actor);
        FrameResolver.notice(request, frame.t("stocktaking.form.link.sent"));
        return Pages.goTo(frame, DraftSteps.base(draft));
    }
}
