package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.audit.ActorWords;
import org.throughline.audit.AuditTrail;
import org.throughline.files.FileDownload;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.platform.Json;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.ProjectBatches;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.ProjectDesk;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectModeration;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectRevision;
import org.throughline.stocktaking.ProjectRevisions;
import org.throughline.stocktaking.web.ProjectDeskPage.ActLine;
import org.throughline.stocktaking.web.ProjectDeskPage.BatchLine;
import org.throughline.vocabulary.TermNames;

/// One entry on the secretariat's desk: read beside what the public sees, and decided about.
@Controller
class ProjectDeskPages {

    private static final int ACTS = 50;
    private static final int BATCHES = 10;

    private final ProjectDesk desk;
    private final ProjectModeration moderation;
    private final ProjectRevisions revisions;
    private final ProjectCollections collections;
    private final ProjectBatches batches;
    private final DeskChecks checks;
    private final Files files;
    private final FileDownload download;
    private final AuditTrail audit;
    private final TermNames terms;

    ProjectDeskPages(
            ProjectDesk desk,
            ProjectModeration moderation,
            ProjectRevisions revisions,
            ProjectCollections collections,
            ProjectBatches batches,
            DeskChecks checks,
            Files files,
            FileDownload download,
            AuditTrail audit,
            TermNames terms) {
        this.desk = desk;
        this.moderation = moderation;
        this.revisions = revisions;
        this.collections = collections;
        this.batches = batches;
        this.checks = checks;
        this.files = files;
        this.download = download;
        this.audit = audit;
        this.terms = terms;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/desk/{number:\\d{1,18}}")
    ModelAndView project(Frame frame, @PathVariable long number) {
        return show(frame, find(number), Typed.NOTHING, FormErrors.NONE, 200);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/desk/{number:\\d{1,18}}/decision")
    ModelAndView decide(
            Frame frame,
            Actor actor,
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        ProjectRecord project = find(number);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        try {
            act(project, typed, actor);
        } catch (Refusal refusal) {
            if (refusal.status() == 400 || refusal.status() == 404) throw refusal;
            boolean reason = refusal.slug().startsWith("reason-");
            errors.add(
                    reason ? "reason" : "decision",
                    refusal.slug().equals("stale")
                            ? frame.t("stocktaking.desk.stale")
                            : frame.t(refusal.messageKey(), refusal.arguments().toArray()));
            return show(frame, find(number), typed, errors.done(), refusal.status());
        }
        FrameResolver.notice(
                request,
                frame.t(
                        "stocktaking.desk.decided",
                        RegisterWords.of(frame, find(number).state())));
        return Pages.goTo(frame, "/stocktaking/desk/" + number);
    }

    private void act(ProjectRecord project, Typed typed, Actor actor) {
        String version = typed.of("version");
        int seen = version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
        String reason = typed.of("reason");
        switch (typed.of("do")) {
            case "publish" -> moderation.publish(project.id(), seen, actor);
            case "ask" -> moderation.askBack(project.id(), seen, reason, actor);
            case "decline" -> moderation.decline(project.id(), seen, reason, actor);
            case "unpublish" -> moderation.unpublish(project.id(), seen, reason, actor);
            default -> throw Refusal.badRequest();
        }
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/desk/{number:\\d{1,18}}/files/{file}")
    ResponseEntity<Resource> file(@PathVariable long number, @PathVariable UUID file) {
        ProjectRecord project = find(number);
        boolean attached = revisions.attachments(project.id(), project.revision()).stream()
                .anyMatch(one -> one.file().equals(file));
        if (!attached || isGone(project)) throw Refusal.notFound();
        return download.of(files.find(new FileId(file)).orElseThrow(Refusal::notFound));
    }

    ModelAndView show(Frame frame, ProjectRecord project, Typed typed, FormErrors errors, int status) {
        if (isGone(project)) return gone(frame, project, errors, status);
        ProjectForm form = collections.form(
                collections.find(project.collection()).orElseThrow(),
                revision(project, project.revision()).formVersion());
        ProjectRevision shown = revision(project, project.revision());
        ProjectRevision seen = project.publicRevision() == null || project.publicRevision() == project.revision()
                ? null
                : revision(project, project.publicRevision());
        Map<String, LocalizedText> labels = Compared.labels(frame, form);
        var page = new ProjectDeskPage(
                project,
                desk.nextWaiting(project).orElse(null),
                shown,
                seen,
                Compared.of(frame, terms, form, seen == null ? null : seen.answers(), shown.answers(), false),
                Compared.of(frame, terms, form, seen == null ? null : seen.hidden(), shown.hidden(), true),
                revisions.attachments(project.id(), project.revision()),
                form.fields()
                        .filter(field -> !field.hidden() && !shown.answers().has(field.code()))
                        .map(field -> labels.get(field.code()))
                        .toList(),
                desk.told(project),
                checks.of(frame, project, shown, form),
                checks.actionLines(frame, shown, form),
                checks.goals(frame, shown, form),
                desk.tags(project.id()),
                batches.of(project.id(), BATCHES).stream()
                        .map(one -> new BatchLine(
                                BatchWords.of(frame, one),
                                frame.url("/stocktaking/desk/batches/" + one.id()),
                                frame.dateTime(one.begunAt())))
                        .toList(),
                typed,
                errors,
                acts(frame, project, true),
                terms);
        return Pages.show(frame, "stocktaking/web/desk-project", page, status);
    }

    private ModelAndView gone(Frame frame, ProjectRecord project, FormErrors errors, int status) {
        Long into = project.mergedInto() == null
                ? null
                : desk.find(project.mergedInto()).map(ProjectRecord::number).orElse(null);
        return Pages.show(
                frame,
                "stocktaking/web/desk-gone",
                new GoneDeskPage(project, into, errors, acts(frame, project, false)),
                status);
    }

    // Of what is gone, who acted and why could tell what it said.
    private List<ActLine> acts(Frame frame, ProjectRecord project, boolean whole) {
        return audit.of("stocktaking/" + project.number(), ACTS).stream()
                .map(act -> new ActLine(
                        RegisterWords.act(frame, act.action()),
                        frame.dateTime(act.at()),
                        whole ? ActorWords.of(frame, act) : "",
                        whole ? Json.tree(act.details()).path("reason").asString("") : ""))
                .toList();
    }

    static boolean isGone(ProjectRecord project) {
        return project.withdrawnAt() != null || project.mergedInto() != null;
    }

    private ProjectRevision revision(ProjectRecord project, @Nullable Integer number) {
        return revisions.find(project.id(), number == null ? 0 : number).orElseThrow(Refusal::notFound);
    }

    private ProjectRecord find(long number) {
        return desk.find(number).orElseThrow(Refusal::notFound);
    }
}
