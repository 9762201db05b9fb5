package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.inputs.Draft;
import org.throughline.inputs.DraftContent;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.web.FilesPage.FileField;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// Attaching files to a draft, one at a time, and taking them away.
@Controller
class AnswerFilePages {

    private final InputDrafts drafts;
    private final FormDesk desk;

    AnswerFilePages(InputDrafts drafts, FormDesk desk) {
        this.drafts = drafts;
        this.desk = desk;
    }

    @SignedIn
    @GetMapping("/calls/{slug}/answer/{id}/files")
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable String id, Actor actor) {
        return show(frame, desk.look(slug, id, actor), FormErrors.NONE, 200);
    }

    @SignedIn
    @PostMapping("/calls/{slug}/answer/{id}/files")
    ModelAndView save(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(defaultValue = "continue") String action,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            HttpServletRequest request)
            throws IOException {
        Draft draft = desk.draft(slug, id, actor);
        boolean chosen = file != null
                && file.getOriginalFilename() != null
                && !file.getOriginalFilename().isEmpty();
        if (action.equals("attach") && !chosen)
            return refused(frame, draft, question, frame.t("inputs.form.files.none-chosen"), 422);
        if (chosen) {
            try (InputStream content = file.getInputStream()) {
                drafts.addFile(draft.id(), question, content, file.getOriginalFilename(), actor);
            } catch (Refusal refusal) {
                if (refusal.status() == 404) throw refusal;
                String words = frame.t(refusal.messageKey(), refusal.arguments().toArray());
                return refused(frame, desk.draft(slug, id, actor), question, words, refusal.status());
            }
            FrameResolver.notice(request, frame.t("inputs.form.files.attached"));
        }
        if (action.equals("attach")) return Pages.goTo(frame, AnswerForm.base(draft) + "/files");
        Draft now = drafts.saveFiles(draft.id(), actor).draft();
        return desk.onward(
                frame,
                now,
                DraftContent.FILES,
                action.equals("later"),
                request,
                errors -> show(frame, now, errors, 422));
    }

    @SignedIn
    @PostMapping("/calls/{slug}/answer/{id}/files/{file}/removal")
    ModelAndView remove(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String id,
            @PathVariable String file,
            Actor actor,
            HttpServletRequest request) {
        Draft draft = desk.draft(slug, id, actor);
        drafts.removeFile(draft.id(), FormDesk.uuid(file), actor);
        FrameResolver.notice(request, frame.t("inputs.form.files.removed"));
        return Pages.goTo(frame, AnswerForm.base(draft) + "/files");
    }

    private ModelAndView refused(Frame frame, Draft draft, String question, String words, int status) {
        return show(
                frame, draft, FormErrors.collector().add("a-" + question, words).done(), status);
    }

    private ModelAndView show(Frame frame, Draft draft, FormErrors errors, int status) {
        AnswerForm form = desk.form(frame, draft, DraftContent.FILES);
        List<FileField> fields = form.questionnaire()
                .questions()
                .filter(question -> question.kind() == Kind.FILE)
                .map(question -> new FileField(
                        question.code(),
                        SectionForm.id(question),
                        question.label(),
                        question.hint(),
                        question.required(),
                        question.max(),
                        draft.filesOf(question.code())))
                .toList();
        return Pages.show(frame, "inputs/web/answer-files", new FilesPage(form, fields, errors), status);
    }
}
