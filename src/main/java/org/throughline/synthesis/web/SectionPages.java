package org.throughline.synthesis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Outline;

/// One section of a summary in work: rename it, move it, order its themes, delete it when it is empty.
@Controller
@RequestMapping("/calls/{slug}/summaries/{id}/sections/{section}")
class SectionPages {

    private final Workspace workspace;
    private final Outline outline;

    SectionPages(Workspace workspace, Outline outline) {
        this.workspace = workspace;
        this.outline = outline;
    }

    @Requires(Permission.ANALYSE)
    @GetMapping
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable UUID id, @PathVariable UUID section) {
        Draft draft = workspace.draft(slug, id);
        Section shown = Workspace.section(draft, section);
        return show(frame, draft, shown, shown.code(), shown.title(), FormErrors.NONE, 200);
    }

    private ModelAndView show(
            Frame frame, Draft draft, Section section, String code, String title, FormErrors errors, int status) {
        var page = new SectionPage(workspace.call(draft.slug()), draft, section, code, title, errors);
        return Pages.show(frame, "synthesis/web/section", page, status);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping
    ModelAndView rename(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID section,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String title) {
        Draft draft = workspace.draft(slug, id);
        Section changed = Workspace.section(draft, section);
        try {
            outline.renameSection(changed.id(), code, title, actor);
        } catch (Refusal refusal) {
            String field = refusal.slug().startsWith("section-code") ? "code" : "title";
            return show(frame, draft, changed, code, title, refused(frame, field, refusal), refusal.status());
        }
        FrameResolver.notice(request, frame.t("synthesis.outline.section.saved"));
        return Pages.goTo(frame, Workspace.base(draft) + "#section-" + section);
    }

    private static FormErrors refused(Frame frame, String field, Refusal refusal) {
        return FormErrors.collector()
                .add(field, frame.t(refusal.messageKey(), refusal.arguments().toArray()))
                .done();
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/position")
    ModelAndView move(
            Frame frame,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID section,
            @RequestParam boolean up) {
        Draft draft = workspace.draft(slug, id);
        outline.moveSection(Workspace.section(draft, section).id(), up);
        return Pages.goTo(frame, Workspace.base(draft) + "#section-" + section);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/removal")
    ModelAndView delete(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID section) {
        Draft draft = workspace.draft(slug, id);
        Section gone = Workspace.section(draft, section);
        try {
            outline.deleteSection(gone.id(), actor);
        } catch (Refusal refusal) {
            return show(
                    frame, draft, gone, gone.code(), gone.title(), refused(frame, "delete", refusal), refusal.status());
        }
        FrameResolver.notice(request, frame.t("synthesis.outline.section.deleted"));
        return Pages.goTo(frame, Workspace.base(draft));
    }
}
