package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormSteps.Step;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.SentStep;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.OwnProjects;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectDraftContent;
import org.throughline.stocktaking.ProjectDrafts;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Section;
import org.throughline.stocktaking.ProjectId;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectRefused;
import org.throughline.stocktaking.ProjectUses;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Violation;
import org.throughline.stocktaking.web.DraftCheckPage.Line;
import org.throughline.stocktaking.web.DraftCheckPage.Part;
import org.throughline.stocktaking.web.DraftCheckPage.Problem;
import tools.jackson.databind.JsonNode;

/// Looking everything over and sending it, once.
@Controller
class DraftSendPages {

    private final ProjectDrafts drafts;
    private final OwnProjects own;
    private final Register register;
    private final DraftDesk desk;
    private final DraftSection forms;
    private final FieldChoices choices;

    DraftSendPages(
            ProjectDrafts drafts,
            OwnProjects own,
            Register register,
            DraftDesk desk,
            DraftSection forms,
            FieldChoices choices) {
        this.drafts = drafts;
        this.own = own;
        this.register = register;
        this.desk = desk;
        this.forms = forms;
        this.choices = choices;
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/drafts/{id}/check")
    ModelAndView check(Frame frame, @PathVariable String id, Actor actor) {
        return show(frame, desk.look(id, actor), actor, 200);
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/drafts/{id}/sending")
    ModelAndView send(Frame frame, @PathVariable String id, Actor actor) {
        ProjectDraft draft = desk.draft(id, actor);
        try {
            ProjectId project = drafts.send(draft.id(), actor);
            long number = register.find(project).orElseThrow().number();
            return Pages.goTo(frame, "/my/projects/" + number + "/receipt");
        } catch (ProjectRefused wrong) {
            return show(frame, desk.look(id, actor), actor, 422);
        } catch (Refusal refusal) {
            if (!refusal.slug().equals("stale")) throw refusal;
            return show(frame, desk.look(id, actor), actor, 409);
        }
    }

    /// Says that what somebody else changed meanwhile was seen, and may be written over.
    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/drafts/{id}/going-on")
    ModelAndView goOn(
            Frame frame, @PathVariable String id, @RequestParam(defaultValue = "0") String revision, Actor actor) {
        ProjectDraft draft = desk.look(id, actor);
        drafts.goOn(draft.id(), SentStep.number(revision), actor);
        return Pages.goTo(frame, DraftSteps.base(draft) + "/check");
    }

    private ModelAndView show(Frame frame, ProjectDraft draft, Actor actor, int status) {
        List<Violation> violations = drafts.problems(draft);
        DraftSteps form = desk.steps(frame, draft, DraftSteps.CHECK, violations);
        List<Problem> problems = violations.stream()
                .map(violation -> problem(frame, form, violation))
                .toList();
        ProjectRecord overtaken = drafts.overtaken(draft).orElse(null);
        return Pages.show(
                frame,
                "stocktaking/web/draft-check",
                new DraftCheckPage(
                        form,
                        problems,
                        parts(frame, form),
                        left(frame, form),
                        overtaken == null ? null : overtaken.revision(),
                        overtaken == null ? List.of() : overtakenBy(frame, draft, overtaken, form)),
                status);
    }

    private static Problem problem(Frame frame, DraftSteps form, Violation violation) {
        String key = DraftDesk.stepOf(form.form(), violation.field());
        String words = DraftDesk.named(frame, form.form(), violation);
        String control = DraftDesk.control(form.form(), form.draft().content(), violation.field());
        return form.steps().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .map(step -> new Problem(step.path() + "#" + control, words))
                .orElse(new Problem(form.base(), words));
    }

    // What was sent by somebody else since this draft was begun, beside what this draft says.
    private List<DraftClash> overtakenBy(Frame frame, ProjectDraft draft, ProjectRecord entry, DraftSteps form) {
        NewProject sent = own.content(entry, entry.revision());
        Map<String, JsonNode> theirs = sent.answers();
        Map<String, JsonNode> mine = draft.toProject(form.form()).answers();
        List<DraftClash> clashes = new ArrayList<>();
        for (Section section : form.form().sections()) clashes.addAll(forms.clashes(frame, section, theirs, mine));
        return clashes;
    }

    private List<Part> parts(Frame frame, DraftSteps form) {
        List<Part> parts = new ArrayList<>();
        for (Step step : form.steps())
            parts.add(new Part(step.title(), step.titleLang(), step.path(), lines(frame, form, step.key())));
        return parts;
    }

    private List<Line> lines(Frame frame, DraftSteps form, String step) {
        ProjectDraftContent content = form.draft().content();
        return switch (step) {
            case ProjectDraftContent.CONSENT -> consent(frame, content);
            case ProjectDraftContent.FILES ->
                form.draft().files().stream()
                        .map(file -> new Line(kind(frame, file.kind()), null, words(file), true))
                        .toList();
            default -> section(frame, form, step);
        };
    }

    private static String words(ProjectDraft.DraftFile file) {
        return file.alternative().isBlank() ? file.title() : file.title() + "\n" + file.alternative();
    }

    static String kind(Frame frame, NewProject.AttachmentKind kind) {
        return switch (kind) {
            case PICTURE -> frame.t("stocktaking.form.files.picture");
            case LOGO -> frame.t("stocktaking.form.files.logo");
            case DOCUMENT -> frame.t("stocktaking.form.files.document");
        };
    }

    private List<Line> section(Frame frame, DraftSteps form, String step) {
        ProjectForm definition = form.form();
        Section section = definition.sections().stream()
                .filter(candidate ->
                        ProjectDraftContent.section(candidate.code()).equals(step))
                .findFirst()
                .orElseThrow();
        List<Line> lines = new ArrayList<>();
        if (section.equals(definition.sections().getFirst()))
            lines.add(new Line(
                    frame.t("stocktaking.form.language"),
                    null,
                    choices.language(frame, form.draft().content().language()),
                    false));
        for (Field field : section.fields())
            lines.add(new Line(
                    frame.text(field.label()),
                    frame.foreign(field.label()),
                    forms.plain(frame, field, form.draft().content().answers().get(field.code())),
                    isWritten(field)));
        return lines;
    }

    private static boolean isWritten(Field field) {
        return switch (field.kind()) {
            case SHORT_TEXT, LONG_TEXT, LINES, ROWS -> true;
            default -> false;
        };
    }

    // What was answered to fields that the form asks no more: it is not sent, and nobody should find that out later.
    private static List<Line> left(Frame frame, DraftSteps form) {
        List<Line> lines = new ArrayList<>();
        form.draft()
                .content()
                .left(form.form())
                .forEach((code, value) -> lines.add(
                        new Line(code, "en", value.isString() ? value.stringValue() : value.toString(), true)));
        return lines;
    }

    private static List<Line> consent(Frame frame, ProjectDraftContent content) {
        List<Line> lines = new ArrayList<>();
        for (String use : ProjectUses.WORDS) {
            @Nullable Boolean answer = content.consent().get(use);
            lines.add(new Line(
                    ConsentWords.question(frame, use),
                    null,
                    answer == null ? "" : DraftConsentPages.word(frame, answer),
                    false));
        }
        lines.add(new Line(
                frame.t("stocktaking.form.declaration"),
                null,
                content.declared() ? frame.t("stocktaking.form.yes") : "",
                false));
        return lines;
    }
}
