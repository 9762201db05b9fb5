package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
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
import org.throughline.files.FileDownload;
import org.throughline.files.FileId;
import org.throughline.files.Files;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.KeeperRole;
import org.throughline.stocktaking.Keepers;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.OwnProjects;
import org.throughline.stocktaking.OwnershipClaims;
import org.throughline.stocktaking.ProjectDrafts;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectId;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectUses;
import org.throughline.stocktaking.web.MyProjectPage.AnswerLine;
import org.throughline.stocktaking.web.MyProjectPage.UseChoice;

/// What the keepers of an entry do with it after sending: see what is public of it, change it, say that it is still
/// true or over, change what is allowed, withdraw it.
@Controller
class MyProjectPages {

    private final OwnProjects own;
    private final ProjectDrafts drafts;
    private final Keepers keepers;
    private final OwnershipClaims claims;
    private final DraftSection forms;
    private final FieldChoices choices;
    private final Files files;
    private final FileDownload download;
    private final Clock clock;

    MyProjectPages(
            OwnProjects own,
            ProjectDrafts drafts,
            Keepers keepers,
            OwnershipClaims claims,
            DraftSection forms,
            FieldChoices choices,
            Files files,
            FileDownload download,
            Clock clock) {
        this.own = own;
        this.drafts = drafts;
        this.keepers = keepers;
        this.claims = claims;
        this.forms = forms;
        this.choices = choices;
        this.files = files;
        this.download = download;
        this.clock = clock;
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/{number:\\d{1,9}}")
    ModelAndView show(Frame frame, @PathVariable long number, Actor actor) {
        return Pages.show(
                frame, "stocktaking/web/my-project", page(frame, own.get(number, actor), actor, FormErrors.NONE));
    }

    MyProjectPage page(Frame frame, ProjectRecord entry, Actor actor, FormErrors errors) {
        KeeperRole role = keepers.role(entry.id(), actor).orElse(null);
        boolean owner = role != null && role != KeeperRole.KEEPER;
        NewProject content = content(entry);
        List<UseChoice> uses = ProjectUses.WORDS.stream()
                .map(use -> new UseChoice(
                        use,
                        ConsentWords.question(frame, use),
                        ConsentWords.meaning(frame, use),
                        ProjectUses.allows(entry.consent(), use)))
                .toList();
        List<MyProjectPage.HistoryLine> history = own.consents(entry).stream()
                .map(change -> new MyProjectPage.HistoryLine(
                        frame.dateTime(change.at()),
                        frame.t(
                                change.allowed() ? "stocktaking.mine.allowed" : "stocktaking.mine.not-allowed",
                                ConsentWords.question(frame, change.use()))))
                .toList();
        List<MyProjectPage.KeeperLine> kept = keepers.of(entry.id()).stream()
                .map(one -> new MyProjectPage.KeeperLine(
                        one.person().value(),
                        one.name().isEmpty() ? frame.t("stocktaking.mine.somebody") : one.name(),
                        EntryWords.keeper(frame, one.role()),
                        one.person().value().equals(actor.person()),
                        one.role() != KeeperRole.KEEPER))
                .toList();
        return new MyProjectPage(
                entry,
                role == null ? "" : EntryWords.role(frame, role),
                role != null,
                owner,
                EntryWords.state(frame, entry),
                Light.of(entry.confirmedAt(), entry.closedAt(), clock.instant()),
                uses,
                history,
                kept,
                owner ? keepers.invited(entry.id()) : List.of(),
                role == KeeperRole.OWNER || actor.may(Permission.MODERATE_REGISTER) ? claims.of(entry.id()) : List.of(),
                answers(frame, entry, content),
                content.attachments(),
                errors);
    }

    // Of what is withdrawn nobody reads the words any more, nor the secretariat.
    private NewProject content(ProjectRecord entry) {
        NewProject whole = own.content(entry, entry.revision());
        return entry.withdrawnAt() == null ? whole : NewProject.of(whole.language(), Map.of(), whole.consent());
    }

    private List<AnswerLine> answers(Frame frame, ProjectRecord entry, NewProject content) {
        ProjectForm form = own.form(entry, entry.revision());
        List<AnswerLine> lines = new ArrayList<>();
        lines.add(new AnswerLine(
                frame.t("stocktaking.form.language"), null, choices.language(frame, content.language()), false, null));
        form.fields().forEach(field -> {
            String words = forms.plain(frame, field, content.answers().get(field.code()));
            if (!words.isBlank())
                lines.add(new AnswerLine(
                        frame.text(field.label()),
                        frame.foreign(field.label()),
                        words,
                        field.hidden(),
                        content.language()));
        });
        return lines;
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/{number:\\d{1,9}}/change")
    ModelAndView change(Frame frame, @PathVariable long number, Actor actor) {
        ProjectId id = own.get(number, actor).id();
        return Pages.goTo(frame, DraftSteps.base(drafts.startChange(id, actor)));
    }

    private ModelAndView done(
            Frame frame,
            long number,
            Actor actor,
            HttpServletRequest request,
            BiConsumer<ProjectId, Actor> act,
            String words) {
        act.accept(own.get(number, actor).id(), actor);
        FrameResolver.notice(request, words);
        return Pages.goTo(frame, "/my/projects/" + number);
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/{number:\\d{1,9}}/confirmation")
    ModelAndView confirm(Frame frame, @PathVariable long number, Actor actor, HttpServletRequest request) {
        return done(frame, number, actor, request, own::confirm, frame.t("stocktaking.mine.confirmed.done"));
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/{number:\\d{1,9}}/closing")
    ModelAndView close(Frame frame, @PathVariable long number, Actor actor, HttpServletRequest request) {
        return done(frame, number, actor, request, own::close, frame.t("stocktaking.mine.closed.done"));
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/{number:\\d{1,9}}/consent")
    ModelAndView consent(
            Frame frame,
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            HttpServletRequest request) {
        List<String> allowed = fields.getOrDefault("allowed", List.of());
        return done(
                frame,
                number,
                actor,
                request,
                (id, by) -> own.consent(id, ProjectUses.of(allowed), by),
                frame.t("stocktaking.mine.consent.saved"));
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/{number:\\d{1,9}}/withdrawal")
    ModelAndView askWithdrawal(Frame frame, @PathVariable long number, Actor actor) {
        return Pages.show(
                frame, "stocktaking/web/my-withdrawal", page(frame, own.get(number, actor), actor, FormErrors.NONE));
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/{number:\\d{1,9}}/withdrawal")
    ModelAndView withdraw(Frame frame, @PathVariable long number, Actor actor, HttpServletRequest request) {
        return done(frame, number, actor, request, own::withdraw, frame.t("stocktaking.mine.withdrawn.done"));
    }

    /// A picture or document as it was sent, for those who keep the entry.
    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/{number:\\d{1,9}}/files/{file}")
    ResponseEntity<Resource> file(@PathVariable long number, @PathVariable String file, Actor actor) {
        ProjectRecord entry = own.get(number, actor);
        UUID wanted = DraftDesk.uuid(file);
        boolean attached =
                content(entry).attachments().stream().anyMatch(one -> one.file().equals(wanted));
        if (!attached) throw Refusal.notFound();
        return download.of(files.find(new FileId(wanted)).orElseThrow(Refusal::notFound));
    }
}
