package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.calls.Questionnaire.Section;
import org.throughline.inputs.Draft;
import org.throughline.inputs.DraftContent;
import org.throughline.inputs.DraftId;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.Violation;
import org.throughline.platform.Refusal;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.FormSteps.State;
import org.throughline.platform.web.FormSteps.Step;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;

/// What all pages of the form need: the draft of the person who asks, its steps, and where a violation is mended.
@Component
class FormDesk {

    private final InputDrafts drafts;
    private final Calls calls;
    private final Clock clock;

    FormDesk(InputDrafts drafts, Calls calls, Clock clock) {
        this.drafts = drafts;
        this.calls = calls;
        this.clock = clock;
    }

    /// A draft to look at; one that was sent leads to its receipt.
    Draft look(String slug, String id, Actor actor) {
        Draft draft = draft(slug, id, actor);
        if (draft.sentInput() != null) throw new DraftSent(draft.sentInput());
        return draft;
    }

    Draft draft(String slug, String id, Actor actor) {
        Draft draft = drafts.get(new DraftId(uuid(id)), actor);
        if (!draft.slug().equals(slug)) throw Refusal.notFound();
        return draft;
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    Questionnaire questionnaire(Draft draft) {
        return calls.questionnaire(draft.call(), draft.questionnaireVersion());
    }

    AnswerForm form(Frame frame, Draft draft, String current) {
        return form(frame, draft, current, drafts.problems(draft));
    }

    AnswerForm form(Frame frame, Draft draft, String current, List<Violation> problems) {
        Call call = calls.get(draft.call());
        Questionnaire questionnaire = questionnaire(draft);
        List<String> wrong = problems.stream()
                .map(problem -> stepOf(questionnaire, problem.field()))
                .toList();
        List<Step> steps = new ArrayList<>();
        String base = AnswerForm.base(draft);
        steps.add(step(draft, DraftContent.WHO, base + "/who", frame.t("inputs.form.step.who"), wrong, false));
        for (Section section : questionnaire.sections())
            if (section.questions().stream().anyMatch(question -> question.kind() != Kind.FILE))
                steps.add(step(
                        draft,
                        DraftContent.section(section.code()),
                        base + "/sections/" + section.code(),
                        frame.text(section.title()),
                        wrong,
                        true));
        if (questionnaire.questions().anyMatch(question -> question.kind() == Kind.FILE))
            steps.add(step(draft, DraftContent.FILES, base + "/files", frame.t("inputs.form.step.files"), wrong, true));
        steps.add(step(
                draft,
                DraftContent.ENDORSERS,
                base + "/endorsers",
                frame.t("inputs.form.step.endorsers"),
                wrong,
                true));
        steps.add(step(
                draft, DraftContent.CONSENT, base + "/consent", frame.t("inputs.form.step.consent"), wrong, false));
        return new AnswerForm(draft, call, questionnaire, steps, current, !call.isOpenAt(clock.instant()));
    }

    private static Step step(
            Draft draft, String key, String path, String title, Collection<String> wrong, boolean optional) {
        boolean saved = draft.content().savedAt(key) > 0;
        return new Step(key, path, title, null, State.of(saved, wrong.contains(key), optional));
    }

    /// The step on which something is mended.
    static String stepOf(Questionnaire questionnaire, String field) {
        if (field.startsWith("respondent.") || field.equals("language")) return DraftContent.WHO;
        if (field.startsWith("endorsers")) return DraftContent.ENDORSERS;
        if (field.startsWith("consent.")) return DraftContent.CONSENT;
        if (!field.startsWith("answers.")) return "";
        String code = field.split("\\.")[1];
        return questionnaire.sections().stream()
                .filter(section -> section.questions().stream()
                        .anyMatch(question -> question.code().equals(code)))
                .findFirst()
                .map(section -> questionnaire.question(code).orElseThrow().kind() == Kind.FILE
                        ? DraftContent.FILES
                        : DraftContent.section(section.code()))
                .orElse("");
    }

    /// The id of the form control that holds a field.
    static String control(String field) {
        if (field.startsWith("respondent.")) return field.substring("respondent.".length());
        if (field.startsWith("answers."))
            return "a-" + field.substring("answers.".length()).replace('.', '-');
        return field.replace('.', '-');
    }

    static String words(Frame frame, Violation violation) {
        return frame.t(violation.messageKey(), violation.arguments().toArray());
    }

    /// The same with what it is about, for a list in which many are wrong in the same way.
    static String named(Frame frame, Questionnaire questionnaire, Violation violation) {
        String about = FieldWords.of(frame, questionnaire, violation);
        String words = words(frame, violation);
        return about.isEmpty() ? words : frame.t("inputs.form.check.problem", about, words);
    }

    /// Where a step that was saved leads: out of the form when the rest comes later, back to what is wrong on it, or
    /// on to the next one.
    ModelAndView onward(
            Frame frame,
            Draft draft,
            String step,
            boolean later,
            HttpServletRequest request,
            Function<FormErrors, ModelAndView> again) {
        if (later) {
            FrameResolver.notice(request, frame.t("inputs.form.saved", draft.shownCode()));
            return Pages.goTo(frame, AnswerForm.base(draft));
        }
        FormErrors errors = errors(frame, draft, step);
        if (!errors.isEmpty()) return again.apply(errors);
        return Pages.goTo(frame, form(frame, draft, step).next());
    }

    /// What is wrong on one step, for showing beside its fields.
    FormErrors errors(Frame frame, Draft draft, String step) {
        Questionnaire questionnaire = questionnaire(draft);
        return errors(
                frame,
                draft,
                drafts.problems(draft).stream()
                        .filter(problem ->
                                stepOf(questionnaire, problem.field()).equals(step))
                        .toList());
    }

    FormErrors errors(Frame frame, Draft draft, List<Violation> problems) {
        Questionnaire questionnaire = questionnaire(draft);
        var errors = FormErrors.collector();
        problems.forEach(problem ->
                errors.add(control(problem.field()), words(frame, problem), named(frame, questionnaire, problem)));
        return errors.done();
    }
}
