package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.FormSteps.State;
import org.throughline.platform.web.FormSteps.Step;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.SentStep;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectDraftContent;
import org.throughline.stocktaking.ProjectDraftId;
import org.throughline.stocktaking.ProjectDrafts;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectForm.Field;
import org.throughline.stocktaking.ProjectForm.Kind;
import org.throughline.stocktaking.ProjectForm.Section;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.Register;
import org.throughline.stocktaking.Violation;
import tools.jackson.databind.JsonNode;

/// What all pages of the form need: the draft of the person who asks, its steps, and where a violation is mended.
@Component
class DraftDesk {

    private static final int LONGEST = 120;

    private final ProjectDrafts drafts;
    private final Register register;

    DraftDesk(ProjectDrafts drafts, Register register) {
        this.drafts = drafts;
        this.register = register;
    }

    /// A draft to look at; one that was sent leads to its receipt.
    ProjectDraft look(String id, Actor actor) {
        ProjectDraft draft = draft(id, actor);
        if (draft.sentProject() != null)
            throw new ProjectSent(
                    register.find(draft.sentProject()).orElseThrow().number());
        return draft;
    }

    ProjectDraft draft(String id, Actor actor) {
        return drafts.get(new ProjectDraftId(uuid(id)), actor);
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    DraftSteps steps(Frame frame, ProjectDraft draft, String current) {
        return steps(frame, draft, current, drafts.problems(draft));
    }

    DraftSteps steps(Frame frame, ProjectDraft draft, String current, List<Violation> problems) {
        ProjectForm form = drafts.form(draft);
        List<String> wrong =
                problems.stream().map(problem -> stepOf(form, problem.field())).toList();
        List<Step> steps = new ArrayList<>();
        String base = DraftSteps.base(draft);
        for (Section section : form.sections())
            steps.add(step(
                    draft,
                    ProjectDraftContent.section(section.code()),
                    base + "/sections/" + section.code(),
                    frame.text(section.title()),
                    frame.foreign(section.title()),
                    wrong,
                    true));
        steps.add(step(
                draft,
                ProjectDraftContent.FILES,
                base + "/files",
                frame.t("stocktaking.form.step.files"),
                null,
                wrong,
                true));
        steps.add(step(
                draft,
                ProjectDraftContent.CONSENT,
                base + "/consent",
                frame.t("stocktaking.form.step.consent"),
                null,
                wrong,
                false));
        Long entry = draft.project() == null
                ? null
                : register.find(draft.project()).map(ProjectRecord::number).orElse(null);
        return new DraftSteps(draft, drafts.collection(draft), form, steps, current, entry);
    }

    private static Step step(
            ProjectDraft draft,
            String key,
            String path,
            String title,
            @Nullable String titleLang,
            Collection<String> wrong,
            boolean optional) {
        boolean saved = draft.content().savedAt(key) > 0;
        return new Step(key, path, title, titleLang, State.of(saved, wrong.contains(key), optional));
    }

    /// The step on which something is mended; empty where no step asks for it.
    static String stepOf(ProjectForm form, String field) {
        String head = field.split("\\.")[0];
        if (head.equals("consent")) return ProjectDraftContent.CONSENT;
        if (head.equals("files")) return ProjectDraftContent.FILES;
        if (head.equals("language") && !form.sections().isEmpty())
            return ProjectDraftContent.section(form.sections().getFirst().code());
        return form.sections().stream()
                .filter(section ->
                        section.fields().stream().anyMatch(each -> each.code().equals(head)))
                .findFirst()
                .map(section -> ProjectDraftContent.section(section.code()))
                .orElse("");
    }

    /// The id of the form control that holds a field.
    static String control(ProjectForm form, ProjectDraftContent content, String path) {
        String[] parts = path.split("\\.");
        if (parts[0].equals("language")) return "language";
        if (parts[0].equals("consent") || parts[0].equals("files")) return String.join("-", parts);
        Field field = form.field(parts[0]).orElse(null);
        if (field == null) return "a-" + parts[0];
        if (field.kind() == Kind.LINES) return DraftSection.id(field);
        if (parts.length > 1 && DraftSection.isFixed(field)) parts[1] = keyOf(content, field, parts[1]);
        return "a-" + String.join("-", parts);
    }

    private static String keyOf(ProjectDraftContent content, Field field, String row) {
        JsonNode rows = content.answers().get(field.code());
        int index = SentStep.number(row);
        if (rows == null || !rows.isArray() || index >= rows.size()) return row;
        return rows.get(index).path("key").asString(row);
    }

    static String words(Frame frame, Violation violation) {
        return frame.t(violation.messageKey(), violation.arguments().toArray());
    }

    /// The same with what it is about, for a list in which many are wrong in the same way.
    static String named(Frame frame, ProjectForm form, Violation violation) {
        String words = words(frame, violation);
        String[] parts = violation.field().split("\\.");
        if (parts[0].equals("language")) return words;
        if (parts[0].equals("consent"))
            return parts[1].equals("declared")
                    ? words
                    : frame.t("stocktaking.form.check.problem", ConsentWords.question(frame, parts[1]), words);
        Field field = form.field(parts[0]).orElse(null);
        if (field == null) return words;
        String about = shortened(frame.text(field.label()));
        if (parts.length > 1) about = frame.t("stocktaking.form.check.row", about, SentStep.number(parts[1]) + 1);
        if (parts.length > 2)
            about = field.parts().stream()
                            .filter(part -> part.code().equals(parts[2]))
                            .findFirst()
                            .map(part -> shortened(frame.text(part.label())) + " – ")
                            .orElse("")
                    + about;
        return frame.t("stocktaking.form.check.problem", about, words);
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LONGEST
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /// Where a step that was saved leads: out of the form when the rest comes later, back to what is wrong on it, or
    /// on to the next one.
    ModelAndView onward(
            Frame frame,
            ProjectDraft draft,
            String step,
            boolean later,
            HttpServletRequest request,
            Function<FormErrors, ModelAndView> again) {
        if (later) {
            FrameResolver.notice(request, frame.t("stocktaking.form.saved", draft.shownCode()));
            return Pages.goTo(frame, DraftSteps.base(draft));
        }
        FormErrors errors = errors(frame, draft, step);
        if (!errors.isEmpty()) return again.apply(errors);
        return Pages.goTo(frame, steps(frame, draft, step).next());
    }

    /// What is wrong on one step, for showing beside its fields.
    FormErrors errors(Frame frame, ProjectDraft draft, String step) {
        ProjectForm form = drafts.form(draft);
        return errors(
                frame,
                draft,
                drafts.problems(draft).stream()
                        .filter(problem -> stepOf(form, problem.field()).equals(step))
                        .toList());
    }

    FormErrors errors(Frame frame, ProjectDraft draft, List<Violation> problems) {
        ProjectForm form = drafts.form(draft);
        var errors = FormErrors.collector();
        problems.forEach(problem -> errors.add(
                control(form, draft.content(), problem.field()), words(frame, problem), named(frame, form, problem)));
        return errors.done();
    }
}
