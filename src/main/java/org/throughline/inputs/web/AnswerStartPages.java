package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.calls.Questionnaire;
import org.throughline.calls.Questionnaire.Kind;
import org.throughline.inputs.Draft;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.MyInputs;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.ResumeCodes;

/// Beginning an answer to a call, coming back to it, and throwing it away.
@Controller
class AnswerStartPages {

    private final PublishedCalls calls;
    private final InputDrafts drafts;
    private final MyInputs inputs;
    private final FormDesk desk;
    private final List<ResumeCodes> others;
    private final Clock clock;

    AnswerStartPages(
            PublishedCalls calls,
            InputDrafts drafts,
            MyInputs inputs,
            FormDesk desk,
            List<ResumeCodes> others,
            Clock clock) {
        this.calls = calls;
        this.drafts = drafts;
        this.inputs = inputs;
        this.desk = desk;
        this.others = others;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/answer")
    ModelAndView start(Frame frame, @PathVariable String slug, @Nullable Actor actor) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        Questionnaire questionnaire = calls.questionnaire(call.id());
        Draft draft = actor == null ? null : drafts.unsent(call.id(), actor).orElse(null);
        List<InputRecord> sent = actor == null
                ? List.of()
                : inputs.of(actor).stream()
                        .filter(input -> input.call().equals(call.id()))
                        .toList();
        int words =
                questionnaire.questions().mapToInt(AnswerStartPages::mostWords).sum();
        return Pages.show(
                frame,
                "inputs/web/answer-start",
                new StartPage(
                        call,
                        call.stageAt(clock.instant()),
                        questionnaire.questions().count(),
                        questionnaire
                                .questions()
                                .filter(Questionnaire.Question::required)
                                .count(),
                        words,
                        questionnaire.questions().anyMatch(question -> question.kind() == Kind.FILE),
                        draft,
                        sent,
                        frame.url("/calls/" + slug + "/answer")));
    }

    private static int mostWords(Questionnaire.Question question) {
        int row = question.fields().stream()
                .mapToInt(Questionnaire.Field::maxWords)
                .sum();
        return question.maxWords() + row * Math.max(1, question.max());
    }

    @SignedIn
    @PostMapping("/calls/{slug}/answer")
    ModelAndView begin(Frame frame, @PathVariable String slug, Actor actor) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        Draft draft = drafts.start(call.id(), frame.language(), actor);
        return Pages.goTo(frame, AnswerForm.base(draft));
    }

    @SignedIn
    @GetMapping("/calls/{slug}/answer/{id}")
    ModelAndView steps(Frame frame, @PathVariable String slug, @PathVariable String id, Actor actor) {
        return Pages.show(frame, "inputs/web/answer-steps", desk.form(frame, desk.look(slug, id, actor), ""));
    }

    @SignedIn
    @GetMapping("/calls/{slug}/answer/{id}/deletion")
    ModelAndView askDeletion(Frame frame, @PathVariable String slug, @PathVariable String id, Actor actor) {
        return Pages.show(frame, "inputs/web/answer-deletion", desk.form(frame, desk.look(slug, id, actor), ""));
    }

    @SignedIn
    @PostMapping("/calls/{slug}/answer/{id}/deletion")
    ModelAndView delete(
            Frame frame, @PathVariable String slug, @PathVariable String id, Actor actor, HttpServletRequest request) {
        drafts.delete(desk.draft(slug, id, actor).id(), actor);
        FrameResolver.notice(request, frame.t("inputs.form.deletion.done"));
        return Pages.goTo(frame, "/work");
    }

    @SignedIn
    @PostMapping("/calls/{slug}/answer/{id}/link")
    ModelAndView mailLink(
            Frame frame, @PathVariable String slug, @PathVariable String id, Actor actor, HttpServletRequest request) {
        Draft draft = desk.look(slug, id, actor);
        drafts.mailLink(draft.id(), actor);
        FrameResolver.notice(request, frame.t("inputs.form.link.sent"));
        return Pages.goTo(frame, AnswerForm.base(draft));
    }

    /// Whoever is not signed in gets the ways to sign in, which lead back here; whether the code exists is not
    /// told.
    @OpenToAll
    @GetMapping("/resume")
    ModelAndView resume(Frame frame, @RequestParam(defaultValue = "") String code, @Nullable Actor actor) {
        String shown = code.length() > 40 ? "" : code;
        String next = frame.url("/resume") + "?code=" + URLEncoder.encode(shown, StandardCharsets.UTF_8);
        if (actor == null || shown.isBlank()) return resume(frame, new ResumePage(shown, next, FormErrors.NONE), 200);
        Draft draft = drafts.byCode(shown, actor).orElse(null);
        if (draft != null) return Pages.goTo(frame, AnswerForm.base(draft));
        for (ResumeCodes each : others) {
            String path = each.pathOf(shown, java.util.Objects.requireNonNull(frame.viewer()))
                    .orElse(null);
            if (path != null) return Pages.goTo(frame, path);
        }
        var errors = FormErrors.collector().add("code", frame.t("inputs.form.resume.unknown"));
        return resume(frame, new ResumePage(shown, next, errors.done()), 404);
    }

    private static ModelAndView resume(Frame frame, ResumePage page, int status) {
        return Pages.show(frame, "inputs/web/resume", page, status);
    }
}
