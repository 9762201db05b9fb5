package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.inputs.Draft;
import org.throughline.inputs.DraftContent;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.InputDrafts.Saved;
import org.throughline.inputs.Use;
import org.throughline.inputs.web.ConsentPage.Asked;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.SentStep;

/// The step that asks for consent. Nothing is chosen beforehand, and a no to one use does not change another.
@Controller
class AnswerConsentPages {

    private final InputDrafts drafts;
    private final FormDesk desk;

    AnswerConsentPages(InputDrafts drafts, FormDesk desk) {
        this.drafts = drafts;
        this.desk = desk;
    }

    @SignedIn
    @GetMapping("/calls/{slug}/answer/{id}/consent")
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable String id, Actor actor) {
        Draft draft = desk.look(slug, id, actor);
        FormErrors errors = draft.content().savedAt(DraftContent.CONSENT) == 0
                ? FormErrors.NONE
                : desk.errors(frame, draft, DraftContent.CONSENT);
        return show(frame, draft, draft.content().consent(), List.of(), errors, 200);
    }

    @SignedIn
    @PostMapping("/calls/{slug}/answer/{id}/consent")
    ModelAndView save(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            HttpServletRequest request) {
        Draft draft = desk.draft(slug, id, actor);
        var sent = new SentStep(fields);
        Map<String, Boolean> typed = new LinkedHashMap<>();
        for (Use use : Use.asked(desk.questionnaire(draft))) {
            String answer = sent.text(id(use));
            if (answer.equals("yes") || answer.equals("no")) typed.put(use.word(), answer.equals("yes"));
        }
        Saved saved = drafts.saveConsent(draft.id(), sent.seen(), typed, actor);
        if (saved.stale())
            return show(frame, saved.draft(), typed, clashes(frame, saved.draft(), typed), FormErrors.NONE, 409);
        return desk.onward(
                frame,
                saved.draft(),
                DraftContent.CONSENT,
                sent.later(),
                request,
                errors -> show(frame, saved.draft(), typed, List.of(), errors, 422));
    }

    private static String id(Use use) {
        return "consent-" + use.word();
    }

    private List<Clash> clashes(Frame frame, Draft draft, Map<String, Boolean> typed) {
        List<Clash> clashes = new ArrayList<>();
        for (Use use : Use.asked(desk.questionnaire(draft))) {
            Boolean saved = draft.content().consent().get(use.word());
            Boolean now = typed.get(use.word());
            if (!java.util.Objects.equals(saved, now))
                clashes.add(new Clash(UseWords.question(frame, use), word(frame, saved), word(frame, now)));
        }
        return clashes;
    }

    static String word(Frame frame, @Nullable Boolean answer) {
        if (answer == null) return frame.t("inputs.form.check.unanswered");
        return answer ? frame.t("inputs.form.yes") : frame.t("inputs.form.no");
    }

    private ModelAndView show(
            Frame frame, Draft draft, Map<String, Boolean> typed, List<Clash> clashes, FormErrors errors, int status) {
        List<Asked> uses = new ArrayList<>();
        for (Use use : Use.asked(desk.questionnaire(draft))) {
            Boolean answer = typed.get(use.word());
            List<Option> options = List.of(
                    new Option("yes", frame.t("inputs.form.yes"), Boolean.TRUE.equals(answer)),
                    new Option("no", frame.t("inputs.form.no"), Boolean.FALSE.equals(answer)));
            uses.add(new Asked(id(use), UseWords.question(frame, use), UseWords.meaning(frame, use), options));
        }
        var page = new ConsentPage(
                desk.form(frame, draft, DraftContent.CONSENT),
                draft.content().savedAt(DraftContent.CONSENT),
                uses,
                clashes,
                errors);
        return Pages.show(frame, "inputs/web/answer-consent", page, status);
    }
}
