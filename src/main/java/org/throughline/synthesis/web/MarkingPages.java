package org.throughline.synthesis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Calls;
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
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.Draft.Theme;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.ThemeId;
import org.throughline.synthesis.Workbench;
import org.throughline.synthesis.web.MarkingPage.AnswerPart;

/// Marks passages in a published input: by selecting words, or without script by copying them.
@Controller
@RequestMapping("/calls/{slug}/summaries/{id}/inputs/{number}")
class MarkingPages {

    private static final int SENTENCE_SHOWN = 70;

    private final Workspace workspace;
    private final Workbench workbench;
    private final Drafts drafts;
    private final PublishedInputs inputs;
    private final Calls calls;

    MarkingPages(Workspace workspace, Workbench workbench, Drafts drafts, PublishedInputs inputs, Calls calls) {
        this.workspace = workspace;
        this.workbench = workbench;
        this.drafts = drafts;
        this.inputs = inputs;
        this.calls = calls;
    }

    /// What the form says about a passage: its words, or where it stands, and what it is for.
    ///
    /// @param answer the answer in which words were selected; empty without script
    /// @param start and `end` in UTF-16 code units of the answer's text; absent without script
    record MarkForm(
            @Nullable String answer,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String words,
            @Nullable String theme,
            @Nullable String sentence) {

        static final MarkForm EMPTY = new MarkForm(null, null, null, null, null, null);

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }

        String forTheme() {
            return text(theme);
        }

        String forSentence() {
            return text(sentence);
        }
    }

    @Requires(Permission.ANALYSE)
    @GetMapping
    ModelAndView show(
            Frame frame,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String sentence) {
        Draft draft = workspace.draft(slug, id);
        return show(frame, draft, input(draft, number), new MarkForm(null, null, null, null, theme, sentence), FormErrors.NONE, 200);
    }

    private PublishedInput input(Draft draft, int number) {
        return inputs.find(draft.call(), number).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(Frame frame, Draft draft, PublishedInput input, MarkForm form, FormErrors errors, int status) {
        List<Passage> passages = drafts.passagesOf(input.id());
        Questionnaire questionnaire = calls.newestQuestionnaire(draft.call());
        List<AnswerPart> answers = input.answers().stream()
                .filter(answer -> !answer.text().isBlank())
                .map(answer -> new AnswerPart(
                        answer.id(),
                        answer.question(),
                        questionnaire.question(answer.question())
                                .map(Questionnaire.Question::label)
                                .orElse(LocalizedText.EMPTY),
                        MarkingPage.stretches(answer, passages)))
                .toList();
        Integer next = drafts.unused(draft.id()).stream().filter(n -> n > input.number()).findFirst().orElse(null);
        var page = new MarkingPage(
                workspace.call(draft.slug()),
                draft,
                input,
                answers,
                passages,
                themes(draft, form.forTheme()),
                sentences(draft, form.forSentence()),
                MarkForm.text(form.words()),
                next,
                errors);
        return Pages.show(frame, "synthesis/web/marking", page, status);
    }

    private static List<Option> themes(Draft draft, String chosen) {
        return draft.sections().stream()
                .flatMap(section -> section.themes().stream().map(theme -> {
                    String value = theme.id().value().toString();
                    return new Option(value, (section.code() + " " + theme.title()).strip(), value.equals(chosen));
                }))
                .toList();
    }

    private static List<Option> sentences(Draft draft, String chosen) {
        var line = new java.util.concurrent.atomic.AtomicInteger();
        return draft.sentences().stream()
                .map(sentence -> {
                    String value = sentence.id().value().toString();
                    return new Option(value, line.incrementAndGet() + ". " + shortened(sentence.text()), value.equals(chosen));
                })
                .toList();
    }

    private static String shortened(String text) {
        if (text.length() <= SENTENCE_SHOWN) return text;
        int end = Character.isHighSurrogate(text.charAt(SENTENCE_SHOWN - 1)) ? SENTENCE_SHOWN - 1 : SENTENCE_SHOWN;
        return text.substring(0, end) + "…";
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
            @RequestParam(required = false) @Nullable String answer,
            @RequestParam(required = false) @Nullable Integer start,
            @RequestParam(required = false) @Nullable Integer end,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String sentence) {
        var form = new MarkForm(answer, start, end, words, theme, sentence);
        Draft draft = workspace.draft(slug, id);
        PublishedInput input = input(draft, number);
        ThemeId gathered = Workspace.theme(draft.sections().stream().<Theme>mapMulti((s, out) -> s.themes().forEach(out)).toList(), form.forTheme());
        try {
            PassageId passage = mark(input, form, actor);
            if (gathered != null) workbench.gather(passage, gathered);
            if (!form.forSentence().isEmpty())
                workbench.tie(Workspace.sentence(draft, UUID.fromString(form.forSentence())).sentence().id(), passage);
        } catch (Refusal refusal) {
            if (refusal.status() != 422) throw refusal;
            String why = frame.t(refusal.messageKey(), refusal.arguments().toArray());
            return show(frame, draft, input, form, FormErrors.collector().add("words", why).done(), 422);
        }
        FrameResolver.notice(request, frame.t("synthesis.work.mark.done"));
        String keep = "?theme=" + (gathered == null ? "" : gathered.value()) + "&sentence=" + form.forSentence();
        return Pages.goTo(frame, address(draft, number) + keep);
    }

    private PassageId mark(PublishedInput input, MarkForm form, Actor actor) {
        if (form.start() != null && form.end() != null) {
            PublishedAnswer answer = input.answers().stream()
                    .filter(candidate -> candidate.id().toString().equals(form.answer()))
                    .findFirst()
                    .orElseThrow(Refusal::stale);
            return workbench.mark(answer.id(), form.start(), form.end(), actor);
        }
        String words = MarkForm.text(form.words()).strip().replace("\r\n", "\n");
        List<PublishedAnswer> holding = words.isEmpty()
                ? List.of()
                : input.answers().stream().filter(answer -> answer.text().contains(words)).toList();
        if (holding.isEmpty()) throw new Refusal("quote-not-found", 422, "synthesis.problem.quote-not-found");
        if (holding.size() > 1) throw new Refusal("quote-not-unique", 422, "synthesis.problem.quote-not-unique");
        return workbench.mark(holding.getFirst().id(), words, actor);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/passages/{passage}/removal")
    ModelAndView unmark(
            Frame frame,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable int number,
            @PathVariable UUID passage) {
        Draft draft = workspace.draft(slug, id);
        PublishedInput input = input(draft, number);
        if (drafts.passagesOf(input.id()).stream().noneMatch(candidate -> candidate.id().value().equals(passage)))
            throw Refusal.notFound();
        try {
            workbench.unmark(new PassageId(passage));
        } catch (Refusal refusal) {
            String why = frame.t(refusal.messageKey(), refusal.arguments().toArray());
            FormErrors errors = FormErrors.collector().add("passage-" + passage, why).done();
            return show(frame, draft, input, MarkForm.EMPTY, errors, refusal.status());
        }
        FrameResolver.notice(request, frame.t("synthesis.work.mark.removed"));
        return Pages.goTo(frame, address(draft, number));
    }

    private static String address(Draft draft, int number) {
        return Workspace.base(draft) + "/inputs/" + number;
    }
}
