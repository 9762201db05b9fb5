package org.throughline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.documents.DocumentCheck;
import org.throughline.documents.DocumentDrafts;
import org.throughline.documents.DocumentWork;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// The files of a draft, the look over it before it is sent, sending and deleting it.
@Controller
class DocumentSendPages {

    private final DocumentDrafts drafts;
    private final WorkFacts facts;

    DocumentSendPages(DocumentDrafts drafts, WorkFacts facts) {
        this.drafts = drafts;
        this.facts = facts;
    }

    /// @param missing what keeps it from being sent, each with the address where it belongs
    public record CheckPage(DocumentSteps form, WorkFacts.Shown shown, List<Problem> missing) {}

    public record Problem(String words, String path) {}

    public record FilesPage(DocumentSteps form, FormErrors errors, long megabytes) {}

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/drafts/{id}/files")
    ModelAndView files(Frame frame, Actor actor, @PathVariable UUID id) {
        return files(frame, draft(id, actor), FormErrors.NONE, 200);
    }

    private static ModelAndView files(Frame frame, DocumentWork draft, FormErrors errors, int status) {
        var page = new FilesPage(
                DocumentSteps.of(frame, draft, DocumentSteps.FILES), errors, DocumentDrafts.LARGEST_FILE >> 20);
        return Pages.show(frame, "documents/web/draft-files", page, status);
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/drafts/{id}/files")
    ModelAndView addFile(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String go,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        DocumentWork draft = draft(id, actor);
        String name = file == null ? null : file.getOriginalFilename();
        boolean chosen = name != null && !name.isEmpty();
        if (go.equals("add") && !chosen)
            return files(frame, draft, wrong(frame.t("documents.form.files.none-chosen")), 422);
        if (file != null && name != null && chosen) {
            try (InputStream content = file.getInputStream()) {
                drafts.addFile(id, content, name, actor);
            } catch (Refusal refusal) {
                if (refusal.status() == 404 || refusal.status() == 409) throw refusal;
                return files(
                        frame,
                        draft(id, actor),
                        wrong(frame.t(refusal.messageKey(), refusal.arguments().toArray())),
                        refusal.status());
            }
            FrameResolver.notice(request, frame.t("documents.form.files.added"));
        }
        if (go.equals("add")) return Pages.goTo(frame, DocumentSteps.base(draft) + "/files");
        DocumentWork now = draft(id, actor);
        drafts.saveFiles(id, now.version(), actor);
        DocumentSteps form = DocumentSteps.of(frame, now, DocumentSteps.FILES);
        return Pages.goTo(frame, go.equals("later") ? form.base() : form.next());
    }

    private static FormErrors wrong(String words) {
        return FormErrors.collector().add("file", words).done();
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/drafts/{id}/files/{file}/removal")
    ModelAndView removeFile(Frame frame, Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        drafts.removeFile(id, file, actor);
        return Pages.goTo(frame, "/documents/drafts/" + id + "/files");
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/drafts/{id}/check")
    ModelAndView check(Frame frame, Actor actor, @PathVariable UUID id) {
        DocumentWork draft = draft(id, actor);
        DocumentSteps form = DocumentSteps.of(frame, draft, "");
        List<Problem> missing = DocumentCheck.missing(draft).stream()
                .map(one -> new Problem(
                        DocumentWords.missing(frame, one), form.base() + "/" + one.step() + "#" + one.field()))
                .toList();
        return Pages.show(frame, "documents/web/draft-check", new CheckPage(form, facts.of(frame, draft), missing));
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/drafts/{id}/sending")
    ModelAndView send(
            Frame frame, Actor actor, @PathVariable UUID id, @RequestParam int version, HttpServletRequest request) {
        drafts.submit(id, version, actor);
        FrameResolver.notice(request, frame.t("documents.form.sent"));
        return Pages.goTo(frame, "/documents/mine/" + id);
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/drafts/{id}/deletion")
    ModelAndView deletion(Frame frame, Actor actor, @PathVariable UUID id) {
        return Pages.show(frame, "documents/web/draft-deletion", DocumentSteps.of(frame, draft(id, actor), "deletion"));
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/drafts/{id}/deletion")
    ModelAndView delete(Frame frame, Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        drafts.delete(id, actor);
        FrameResolver.notice(request, frame.t("documents.form.deleted"));
        return Pages.goTo(frame, "/documents/mine");
    }

    private DocumentWork draft(UUID id, Actor actor) {
        DocumentWork one = drafts.own(id, actor);
        if (!one.isDraft()) throw Refusal.stale();
        return one;
    }
}
