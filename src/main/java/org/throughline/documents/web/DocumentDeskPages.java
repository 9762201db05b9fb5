package org.throughline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.audit.AuditTrail;
import org.throughline.documents.DocumentDesk;
import org.throughline.documents.DocumentWork;
import org.throughline.documents.RecordedDocuments;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// Where the secretariat receives, numbers and posts documents, or gives them back.
@Controller
class DocumentDeskPages {

    private static final int ACTS = 30;

    private final DocumentDesk desk;
    private final RecordedDocuments recorded;
    private final WorkFacts facts;
    private final AuditTrail audit;

    DocumentDeskPages(DocumentDesk desk, RecordedDocuments recorded, WorkFacts facts, AuditTrail audit) {
        this.desk = desk;
        this.recorded = recorded;
        this.facts = facts;
        this.audit = audit;
    }

    public record DeskList(List<MyDocumentPages.MyLine> lines) {}

    /// @param reason as it was typed
    public record DeskPage(WorkFacts.Shown shown, FormErrors errors, String reason, List<ActLine> acts) {}

    public record ActLine(String what, String when, String by) {}

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/documents/desk")
    ModelAndView list(Frame frame) {
        Function<DocumentWork, String> what = facts.lines(frame);
        return Pages.show(
                frame,
                "documents/web/desk",
                new DeskList(desk.waiting().stream()
                        .map(one -> MyDocumentPages.line(frame, what, one, "/documents/desk/" + one.id()))
                        .toList()));
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/documents/desk/{id}")
    ModelAndView show(Frame frame, @PathVariable UUID id) {
        return show(frame, desk.find(id), FormErrors.NONE, "", 200);
    }

    private ModelAndView show(Frame frame, DocumentWork one, FormErrors errors, String reason, int status) {
        return Pages.show(
                frame,
                "documents/web/desk-document",
                new DeskPage(
                        facts.of(frame, one),
                        errors,
                        reason,
                        audit.of(one.subject(), ACTS).stream()
                                .map(act -> new ActLine(
                                        DocumentWords.act(frame, act.action()), frame.dateTime(act.at()), act.name()))
                                .toList()),
                status);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/documents/desk/{id}/decision")
    ModelAndView decide(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String symbol,
            HttpServletRequest request) {
        boolean needsReason = act.equals("return") || act.equals("withdraw");
        if (needsReason
                && (reason.isBlank() || reason.length() > DocumentDesk.LONGEST_REASON || !Storable.is(reason))) {
            var errors = FormErrors.collector()
                    .add("reason", frame.t("documents.desk.reason.wrong", DocumentDesk.LONGEST_REASON))
                    .done();
            return show(frame, desk.find(id), errors, Storable.part(reason), 422);
        }
        String done = switch (act) {
            case "receive" -> {
                desk.receive(id, version, actor);
                yield frame.t("documents.desk.done.received");
            }
            case "accept" -> frame.t("documents.desk.done.accepted", desk.accept(id, version, actor));
            case "accept-and-post" -> frame.t("documents.desk.done.posted", desk.acceptAndPost(id, version, actor));
            case "record" -> frame.t("documents.desk.done.posted", recorded.take(id, version, symbol, actor));
            case "post" -> {
                desk.post(id, version, actor);
                yield frame.t("documents.desk.done.posted", desk.find(id).symbol());
            }
            case "return" -> {
                desk.giveBack(id, version, reason, actor);
                yield frame.t("documents.desk.done.returned");
            }
            case "withdraw" -> {
                desk.withdraw(id, version, reason, actor);
                yield frame.t("documents.desk.done.withdrawn");
            }
            default -> throw Refusal.badRequest();
        };
        FrameResolver.notice(request, done);
        return Pages.goTo(frame, act.equals("return") ? "/documents/desk" : "/documents/desk/" + id);
    }
}
