package org.throughline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.documents.Change;
import org.throughline.documents.DocumentDesk;
import org.throughline.documents.DocumentDrafts;
import org.throughline.documents.DocumentWork;
import org.throughline.files.FileDownload;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// A person's own documents: what is being written, how far what was sent has come, and what can be done about
/// it.
@Controller
class MyDocumentPages {

    private final DocumentDrafts drafts;
    private final DocumentDesk desk;
    private final WorkFacts facts;
    private final Files files;
    private final FileDownload download;

    MyDocumentPages(DocumentDrafts drafts, DocumentDesk desk, WorkFacts facts, Files files, FileDownload download) {
        this.drafts = drafts;
        this.desk = desk;
        this.facts = facts;
        this.files = files;
        this.download = download;
    }

    public record MyPage(List<MyLine> drafts, List<MyLine> sent) {}

    /// @param what it is, for which meeting and from whom
    public record MyLine(
            String path, String symbol, String title, String lang, String state, String when, String what) {}

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/mine")
    ModelAndView list(Frame frame, Actor actor) {
        List<DocumentWork> all = drafts.ofOwner(actor);
        Function<DocumentWork, String> what = facts.lines(frame);
        return Pages.show(
                frame,
                "documents/web/mine",
                new MyPage(
                        all.stream()
                                .filter(DocumentWork::isDraft)
                                .map(one -> line(frame, what, one, DocumentSteps.base(one)))
                                .toList(),
                        all.stream()
                                .filter(one -> !one.isDraft())
                                .map(one -> line(frame, what, one, "/documents/mine/" + one.id()))
                                .toList()));
    }

    static MyLine line(Frame frame, Function<DocumentWork, String> what, DocumentWork one, String path) {
        String title = one.original().title();
        return new MyLine(
                frame.url(path),
                one.symbol(),
                title.isEmpty() ? frame.t("documents.form.untitled") : title,
                title.isEmpty() ? frame.language() : one.original().language(),
                one.isDraft() && !one.returnedReason().isEmpty()
                        ? frame.t("documents.state.returned")
                        : DocumentWords.state(frame, one.state()),
                frame.dateTime(one.updatedAt()),
                what.apply(one));
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/mine/{id}")
    ModelAndView show(Frame frame, Actor actor, @PathVariable UUID id) {
        DocumentWork one = drafts.own(id, actor);
        if (one.isDraft()) return Pages.goTo(frame, DocumentSteps.base(one));
        return Pages.show(frame, "documents/web/my-document", facts.of(frame, one));
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/mine/{id}/taking-back")
    ModelAndView takeBack(Frame frame, Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        drafts.takeBack(id, actor);
        FrameResolver.notice(request, frame.t("documents.mine.taken-back"));
        return Pages.goTo(frame, "/documents/drafts/" + id);
    }

    /// Begins a revision, an addendum or a corrigendum: of one's own document, or of any by the secretariat.
    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @PostMapping("/documents/mine/{id}/change")
    ModelAndView change(
            Frame frame, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String change) {
        Change wanted = Change.of(change);
        if (wanted == Change.NONE) throw Refusal.badRequest();
        DocumentWork one = actor.may(Permission.MANAGE_CALLS) ? desk.find(id) : drafts.own(id, actor);
        UUID draft = drafts.startChange(one, wanted, actor);
        return Pages.goTo(frame, "/documents/drafts/" + draft + "/header");
    }

    @Requires({Permission.CONTRIBUTE, Permission.MANAGE_CALLS})
    @GetMapping("/documents/mine/{id}/files/{file}")
    ResponseEntity<Resource> file(Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        DocumentWork one = actor.may(Permission.MANAGE_CALLS) ? either(id, actor) : drafts.own(id, actor);
        return one.attachments().stream()
                .filter(each -> each.id().equals(file))
                .findFirst()
                .flatMap(each -> files.find(new FileId(each.file())))
                .map(download::of)
                .orElseThrow(Refusal::notFound);
    }

    // The secretariat writes documents too, and its drafts are its own.
    private DocumentWork either(UUID id, Actor actor) {
        return drafts.find(id, actor).orElseGet(() -> desk.find(id));
    }
}
