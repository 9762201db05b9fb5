package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.NewProject.AttachmentKind;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectDraftContent;
import org.throughline.stocktaking.ProjectDrafts;

/// Adding pictures and documents to a draft, one at a time, saying what pictures show, and taking them away.
@Controller
class DraftFilePages {

    private final ProjectDrafts drafts;
    private final DraftDesk desk;

    DraftFilePages(ProjectDrafts drafts, DraftDesk desk) {
        this.drafts = drafts;
        this.desk = desk;
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/drafts/{id}/files")
    ModelAndView show(Frame frame, @PathVariable String id, Actor actor) {
        ProjectDraft draft = desk.look(id, actor);
        return show(frame, draft, desk.errors(frame, draft, ProjectDraftContent.FILES), 200);
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/drafts/{id}/files")
    ModelAndView save(
            Frame frame,
            @PathVariable String id,
            @RequestParam(defaultValue = "continue") String action,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            HttpServletRequest request)
            throws IOException {
        ProjectDraft draft = desk.draft(id, actor);
        boolean chosen = file != null
                && file.getOriginalFilename() != null
                && !file.getOriginalFilename().isEmpty();
        AttachmentKind as = kindOf(kind);
        if (action.equals("attach") && !chosen)
            return refused(frame, draft, as, frame.t("stocktaking.form.files.none-chosen"), 422);
        if (chosen) {
            try (InputStream content = file.getInputStream()) {
                drafts.addFile(draft.id(), as, content, file.getOriginalFilename(), actor);
            } catch (Refusal refusal) {
                if (refusal.status() == 404) throw refusal;
                String words = frame.t(refusal.messageKey(), refusal.arguments().toArray());
                return refused(frame, desk.draft(id, actor), as, words, refusal.status());
            }
            FrameResolver.notice(request, frame.t("stocktaking.form.files.attached"));
        }
        if (action.equals("attach")) return Pages.goTo(frame, DraftSteps.base(draft) + "/files");
        ProjectDraft now = drafts.saveFiles(draft.id(), actor).draft();
        return desk.onward(
                frame,
                now,
                ProjectDraftContent.FILES,
                action.equals("later"),
                request,
                errors -> show(frame, now, errors, 422));
    }

    private static AttachmentKind kindOf(String word) {
        return switch (word) {
            case "picture" -> AttachmentKind.PICTURE;
            case "logo" -> AttachmentKind.LOGO;
            default -> AttachmentKind.DOCUMENT;
        };
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/drafts/{id}/files/{file}")
    ModelAndView describe(
            Frame frame,
            @PathVariable String id,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String alternative,
            Actor actor,
            HttpServletRequest request) {
        ProjectDraft draft = desk.draft(id, actor);
        drafts.describeFile(draft.id(), DraftDesk.uuid(file), title, alternative, actor);
        FrameResolver.notice(request, frame.t("stocktaking.form.files.described"));
        return Pages.goTo(frame, DraftSteps.base(draft) + "/files");
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/drafts/{id}/files/{file}/removal")
    ModelAndView remove(
            Frame frame, @PathVariable String id, @PathVariable String file, Actor actor, HttpServletRequest request) {
        ProjectDraft draft = desk.draft(id, actor);
        drafts.removeFile(draft.id(), DraftDesk.uuid(file), actor);
        FrameResolver.notice(request, frame.t("stocktaking.form.files.removed"));
        return Pages.goTo(frame, DraftSteps.base(draft) + "/files");
    }

    private ModelAndView refused(Frame frame, ProjectDraft draft, AttachmentKind kind, String words, int status) {
        return show(
                frame,
                draft,
                FormErrors.collector().add("new-" + kind.word(), words).done(),
                status);
    }

    private ModelAndView show(Frame frame, ProjectDraft draft, FormErrors errors, int status) {
        return Pages.show(
                frame,
                "stocktaking/web/draft-files",
                new DraftFilesPage(desk.steps(frame, draft, ProjectDraftContent.FILES), errors),
                status);
    }
}
