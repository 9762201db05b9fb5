package org.throughline.synthesis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Questionnaire;
import org.throughline.inputs.PublishedInput;
import org.throughline.inputs.PublishedInput.PublishedAnswer;
import org.throughline.inputs.PublishedInputs;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Draft.Theme;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.Outline;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.ReadingList;
import org.throughline.synthesis.ReadingList.Stage;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.ThemeId;
import org.throughline.synthesis.Workbench;
import org.throughline.synthesis.web.MarkingPage.AnswerPart;
import org.throughline.vocabulary.TermNames;

/// Marks passages in a published input: by selecting words, or without script by copying them.
@Controller
@RequestMapping("/calls/{slug}/summaries/{id}/inputs/{number}")
class MarkingPages {

    private final Workspace workspace;
    private final Workbench workbench;
    private final Outline outline;
    private final Drafts drafts;
    private final ReadingList reading;
    private final PublishedInputs inputs;
    private final TermNames names;

    MarkingPages(
            Workspace workspace,
            Workbench workbench,
            Outline outline,
            Drafts drafts,
            ReadingList reading,
            PublishedInputs inputs,
            TermNames names) {
        this.workspace = workspace;
        this.workbench = workbench;
        this.outline = outline;
        this.drafts = drafts;
        this.reading = reading;
        this.inputs = inputs;
        this.names = names;
    }

    @Requires(Permission.ANALYSE)
    @GetMapping
    ModelAndView show(
            Frame frame,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> parameters) {
        Draft draft = workspace.draft(slug, id);
        var query = ReadingQuery.of(parameters, Stage.UNUSED);
        return show(frame, draft, input(draft, number), query, MarkForm.at(Aim.of(parameters)), FormErrors.NONE, 200);
    }

    private PublishedInput input(Draft draft, int number) {
        return inputs.find(draft.call(), number).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(
            Frame frame,
            Draft draft,
            PublishedInput input,
            ReadingQuery query,
            MarkForm form,
            FormErrors errors,
            int status) {
        List<Passage> passages = drafts.passagesOf(input.id());
        Aim aim = form.aim();
        var page = new MarkingPage(
                workspace.call(draft.slug()),
                draft,
                input,
                query,
                aim,
                answers(draft, input, query, passages),
                passages,
                Workspace.tied(draft),
                reading.themes(draft.id()),
                Workspace.themeOptions(draft, form.forTheme(), null),
                Workspace.sectionOptions(draft, aim.sectionOf(draft)),
                Workspace.sentenceOptions(draft, form.forSentence()),
                draft.sentences().stream()
                        .filter(sentence -> sentence.id().value().toString().equals(form.forSentence()))
                        .findFirst()
                        .orElse(null),
                form.saidWords(),
                errors.isEmpty() ? "" : form.forNewTheme(),
                reading.around(draft.id(), draft.call(), query.wanted(), input.number()),
                names,
                errors);
        return Pages.show(frame, "synthesis/web/marking", page, status);
    }

    private List<AnswerPart> answers(Draft draft, PublishedInput input, ReadingQuery query, List<Passage> passages) {
        Questionnaire questionnaire = workspace.questionnaire(draft);
        return input.answers().stream()
                .filter(answer -> !answer.text().isBlank() && query.shows(answer))
                .map(answer -> new AnswerPart(
                        answer.id(),
                        answer.question(),
                        questionnaire
                                .question(answer.question())
                                .map(Questionnaire.Question::label)
                                .orElse(LocalizedText.EMPTY),
                        MarkingPage.stretches(answer, passages)))
                .toList();
    }

    @Requires(Permission.ANALYSE)
    @PostMapping
    ModelAndView mark(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute MarkForm form) {
        Draft draft = workspace.draft(slug, id);
        PublishedInput input = input(draft, number);
        var query = ReadingQuery.of(parameters, Stage.UNUSED);
        ThemeId theme = form.forTheme().isEmpty()
                ? null
                : Workspace.spot(draft, form.forTheme()).themeId();
        SentenceId sentence = form.forSentence().isEmpty()
                ? null
                : Workspace.sentence(draft, uuid(form.forSentence())).sentence().id();
        try {
            PassageId passage = mark(input, query, form, actor);
            if (!form.forNewTheme().isEmpty())
                theme = themeCalled(form.forNewTheme(), sectionOf(draft, form, passage, input), actor);
            if (theme != null) workbench.gather(passage, theme);
            if (sentence != null) workbench.tie(sentence, passage);
        } catch (Refusal refusal) {
            if (refusal.status() != 422) throw refusal;
            String why = frame.t(refusal.messageKey(), refusal.arguments().toArray());
            return show(
                    frame,
                    draft,
                    input,
                    query,
                    form,
                    FormErrors.collector().add("words", why).done(),
                    422);
        }
        FrameResolver.notice(request, frame.t("synthesis.work.mark.done"));
        Aim aim = new Aim(
                theme == null ? "" : theme.value().toString(),
                form.forSentence(),
                form.aim().section());
        return Pages.goTo(frame, address(draft, number, query) + aim.text());
    }

    // Who types the title of a theme that is there means that one.
    private ThemeId themeCalled(String title, Section section, Actor actor) {
        return section.themes().stream()
                .filter(theme -> theme.title().equalsIgnoreCase(title.strip()))
                .map(Theme::id)
                .findFirst()
                .orElseGet(() -> outline.addTheme(section.id(), title, actor));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest();
        }
    }

    // Words are looked for in the answers that are shown: in all of them, or in the one to the chosen question.
    private PassageId mark(PublishedInput input, ReadingQuery query, MarkForm form, Actor actor) {
        List<PublishedAnswer> shown =
                input.answers().stream().filter(query::shows).toList();
        if (form.start() == null || form.end() == null)
            return workbench.mark(shown.stream().map(PublishedAnswer::id).toList(), form.saidWords(), actor);
        PublishedAnswer answer = shown.stream()
                .filter(candidate -> candidate.id().toString().equals(form.answer()))
                .findFirst()
                .orElseThrow(Refusal::stale);
        return workbench.mark(answer.id(), form.start(), form.end(), actor);
    }

    // A new theme belongs to the section that was chosen; else to that in which the question's answers are
    // summarised; else to the first one.
    private Section sectionOf(Draft draft, MarkForm form, PassageId passage, PublishedInput input) {
        String chosen = form.aim().section();
        if (!chosen.isEmpty()) return Workspace.section(draft, uuid(chosen));
        String section = drafts.passagesOf(input.id()).stream()
                .filter(candidate -> candidate.id().equals(passage))
                .findFirst()
                .flatMap(marked -> workspace.questionnaire(draft).question(marked.question()))
                .map(Questionnaire.Question::summarySection)
                .orElse("");
        return draft.sections().stream()
                .filter(candidate -> candidate.code().equals(section))
                .findFirst()
                .or(() -> draft.sections().stream().findFirst())
                .orElseThrow(() -> new Refusal("no-section", 422, "synthesis.problem.no-section"));
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/passages/{passage}/removal")
    ModelAndView unmark(
            Frame frame,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable int number,
            @PathVariable UUID passage,
            @RequestParam MultiValueMap<String, String> parameters) {
        Draft draft = workspace.draft(slug, id);
        PublishedInput input = input(draft, number);
        var query = ReadingQuery.of(parameters, Stage.UNUSED);
        if (drafts.passagesOf(input.id()).stream()
                .noneMatch(candidate -> candidate.id().value().equals(passage))) throw Refusal.notFound();
        try {
            workbench.unmark(new PassageId(passage));
        } catch (Refusal refusal) {
            String why = frame.t(refusal.messageKey(), refusal.arguments().toArray());
            FormErrors errors =
                    FormErrors.collector().add("passage-" + passage, why).done();
            return show(frame, draft, input, query, MarkForm.at(Aim.of(parameters)), errors, refusal.status());
        }
        FrameResolver.notice(request, frame.t("synthesis.work.mark.removed"));
        return Pages.goTo(
                frame, address(draft, number, query) + Aim.of(parameters).text());
    }

    private static String address(Draft draft, int number, ReadingQuery query) {
        return Workspace.base(draft) + "/inputs/" + number + "?" + query.text();
    }
}
