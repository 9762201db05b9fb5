package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.throughline.inputs.Violation;
import org.throughline.inputs.web.EndorsersPage.Row;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.SentStep;
import org.throughline.platform.web.UnkeptSigns;

/// The step in which the sender names others who stand behind the input. They are asked by mail once it is sent.
@Controller
class AnswerEndorserPages {

    private static final int MOST = 100;
    private static final List<String> FIELDS = List.of("organisation", "name", "email", "country", "stakeholderType");

    private final InputDrafts drafts;
    private final FormDesk desk;
    private final Choices choices;

    AnswerEndorserPages(InputDrafts drafts, FormDesk desk, Choices choices) {
        this.drafts = drafts;
        this.desk = desk;
        this.choices = choices;
    }

    @SignedIn
    @GetMapping("/calls/{slug}/answer/{id}/endorsers")
    ModelAndView show(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String rows,
            Actor actor) {
        Draft draft = desk.look(slug, id, actor);
        FormErrors errors = rows.isEmpty() ? desk.errors(frame, draft, DraftContent.ENDORSERS) : FormErrors.NONE;
        return show(frame, draft, draft.content().endorsers(), SentStep.number(rows), List.of(), errors, 200);
    }

    @SignedIn
    @PostMapping("/calls/{slug}/answer/{id}/endorsers")
    ModelAndView save(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            HttpServletRequest request) {
        Draft draft = desk.draft(slug, id, actor);
        var sent = new SentStep(fields);
        List<String> removed = sent.parts("remove");
        if (removed.size() == 2) sent = sent.without("endorsers-" + removed.get(1) + "-");
        List<Map<String, String>> typed = read(sent);
        List<Violation> unstorable = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++)
            for (String field : UnkeptSigns.inTexts(typed.get(i)))
                unstorable.add(Violation.of("endorsers." + i + "." + field, "inputs.form.violation.unstorable"));
        if (!unstorable.isEmpty())
            return show(
                    frame,
                    draft,
                    typed.stream().map(UnkeptSigns::textsWithout).toList(),
                    0,
                    List.of(),
                    desk.errors(frame, draft, unstorable),
                    422);
        Saved saved = drafts.saveEndorsers(draft.id(), sent.seen(), typed, actor);
        if (saved.stale()) {
            var clash = new Clash(
                    frame.t("inputs.form.step.endorsers"),
                    plain(saved.draft().content().endorsers()),
                    plain(typed));
            return show(frame, saved.draft(), typed, 0, List.of(clash), FormErrors.NONE, 409);
        }
        String path = AnswerForm.base(draft) + "/endorsers";
        if (!removed.isEmpty()) return Pages.goTo(frame, path);
        List<String> added = sent.parts("add");
        if (added.size() == 2) return Pages.goTo(frame, path + "?rows=" + SentStep.number(added.get(1)));
        return desk.onward(
                frame,
                saved.draft(),
                DraftContent.ENDORSERS,
                sent.later(),
                request,
                errors -> show(frame, saved.draft(), typed, 0, List.of(), errors, 422));
    }

    private static List<Map<String, String>> read(SentStep sent) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (String field : FIELDS) row.put(field, sent.text("endorsers-" + i + "-" + field));
            // A type alone says nothing: it may have been left from a row that was emptied.
            if (!row.get("organisation").isEmpty()
                    || !row.get("name").isEmpty()
                    || !row.get("email").isEmpty()) rows.add(row);
        }
        return rows;
    }

    private static String plain(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row ->
                        row.values().stream().filter(value -> !value.isEmpty()).collect(Collectors.joining(" · ")))
                .collect(Collectors.joining("\n"));
    }

    private ModelAndView show(
            Frame frame,
            Draft draft,
            List<Map<String, String>> typed,
            int wanted,
            List<Clash> clashes,
            FormErrors errors,
            int status) {
        int shown = Math.max(typed.size(), Math.min(MOST, Math.max(typed.size() + (typed.isEmpty() ? 1 : 0), wanted)));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            Map<String, String> row = i < typed.size() ? typed.get(i) : Map.of();
            rows.add(new Row(
                    i,
                    row.getOrDefault("organisation", ""),
                    row.getOrDefault("name", ""),
                    row.getOrDefault("email", ""),
                    choices.countries(frame, row.getOrDefault("country", "")),
                    choices.types(frame, row.getOrDefault("stakeholderType", "")),
                    i < typed.size()));
        }
        var page = new EndorsersPage(
                desk.form(frame, draft, DraftContent.ENDORSERS),
                draft.content().savedAt(DraftContent.ENDORSERS),
                rows,
                clashes,
                errors);
        return Pages.show(frame, "inputs/web/answer-endorsers", page, status);
    }
}
