package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Questionnaire.Section;
import org.throughline.inputs.Draft;
import org.throughline.inputs.DraftContent;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.InputDrafts.Saved;
import org.throughline.inputs.Violation;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.SentStep;
import org.throughline.platform.web.UnkeptSigns;
import tools.jackson.databind.JsonNode;

/// The pages that ask the questions of the questionnaire, one section each.
@Controller
class AnswerSectionPages {

    private final InputDrafts drafts;
    private final FormDesk desk;
    private final SectionForm forms;

    AnswerSectionPages(InputDrafts drafts, FormDesk desk, SectionForm forms) {
        this.drafts = drafts;
        this.desk = desk;
        this.forms = forms;
    }

    @SignedIn
    @GetMapping("/calls/{slug}/answer/{id}/sections/{code}")
    ModelAndView show(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String id,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String rows,
            Actor actor) {
        Draft draft = desk.look(slug, id, actor);
        Section section = section(draft, code);
        boolean seen = draft.content().savedAt(DraftContent.section(code)) > 0;
        FormErrors errors =
                seen && rows.isEmpty() ? desk.errors(frame, draft, DraftContent.section(code)) : FormErrors.NONE;
        return show(frame, draft, section, draft.content().answers(), wanted(rows), List.of(), errors, 200);
    }

    // ?rows=q4:3 asks for three rows of the group q4.
    private static Map<String, Integer> wanted(String rows) {
        String[] parts = rows.split(":");
        return parts.length == 2 ? Map.of(parts[0], Math.min(SentStep.number(parts[1]), 40)) : Map.of();
    }

    @SignedIn
    @PostMapping("/calls/{slug}/answer/{id}/sections/{code}")
    ModelAndView save(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String id,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            HttpServletRequest request) {
        Draft draft = desk.draft(slug, id, actor);
        Section section = section(draft, code);
        var sent = new SentStep(fields);
        List<String> removed = sent.parts("remove");
        if (removed.size() == 2) sent = sent.without("a-" + removed.get(0) + "-" + removed.get(1) + "-");
        Map<String, JsonNode> typed = SectionForm.read(section, sent.fields());
        List<Violation> unstorable = UnkeptSigns.in(typed).stream()
                .map(field -> Violation.of("answers." + field, "inputs.form.violation.unstorable"))
                .toList();
        if (!unstorable.isEmpty())
            return show(
                    frame,
                    draft,
                    section,
                    UnkeptSigns.without(typed),
                    Map.of(),
                    List.of(),
                    desk.errors(frame, draft, unstorable),
                    422);
        Saved saved = drafts.saveAnswers(draft.id(), section, sent.seen(), typed, actor);
        if (saved.stale())
            return show(
                    frame,
                    saved.draft(),
                    section,
                    typed,
                    Map.of(),
                    forms.clashes(frame, section, saved.draft().content().answers(), typed),
                    FormErrors.NONE,
                    409);
        String path = AnswerForm.base(draft) + "/sections/" + code;
        if (removed.size() == 2) return Pages.goTo(frame, path + "#a-" + removed.get(0));
        List<String> added = sent.parts("add");
        if (added.size() == 2
                && section.questions().stream()
                        .anyMatch(question -> question.code().equals(added.get(0))))
            return Pages.goTo(
                    frame, path + "?rows=" + added.get(0) + ":" + SentStep.number(added.get(1)) + "#a-" + added.get(0));
        return desk.onward(
                frame,
                saved.draft(),
                DraftContent.section(code),
                sent.later(),
                request,
                errors -> show(frame, saved.draft(), section, typed, Map.of(), List.of(), errors, 422));
    }

    private Section section(Draft draft, String code) {
        return desk.questionnaire(draft).section(code).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(
            Frame frame,
            Draft draft,
            Section section,
            Map<String, JsonNode> typed,
            Map<String, Integer> wanted,
            List<Clash> clashes,
            FormErrors errors,
            int status) {
        String step = DraftContent.section(section.code());
        var page = new SectionPage(
                desk.form(frame, draft, step),
                section,
                draft.content().savedAt(step),
                forms.fields(frame, section, typed, wanted),
                clashes,
                errors);
        return Pages.show(frame, "inputs/web/answer-section", page, status);
    }
}
