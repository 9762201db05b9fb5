package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.throughline.inputs.Draft;
import org.throughline.inputs.DraftContent;
import org.throughline.inputs.InputDrafts;
import org.throughline.inputs.InputDrafts.Saved;
import org.throughline.inputs.Respondent.Behalf;
import org.throughline.inputs.Respondent.Scope;
import org.throughline.inputs.Violation;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.SentStep;
import org.throughline.platform.web.UnkeptSigns;

/// The step in which people say who they are and for whom they speak.
@Controller
class AnswerWhoPages {

    private static final List<String> FIELDS = List.of(
            "behalf", "organisation", "stakeholderType", "scope", "country", "region", "language", "name", "email");

    private final InputDrafts drafts;
    private final FormDesk desk;
    private final Choices choices;

    AnswerWhoPages(InputDrafts drafts, FormDesk desk, Choices choices) {
        this.drafts = drafts;
        this.desk = desk;
        this.choices = choices;
    }

    @SignedIn
    @GetMapping("/calls/{slug}/answer/{id}/who")
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable String id, Actor actor) {
        Draft draft = desk.look(slug, id, actor);
        FormErrors errors = draft.content().savedAt(DraftContent.WHO) == 0
                ? FormErrors.NONE
                : desk.errors(frame, draft, DraftContent.WHO);
        return show(frame, draft, draft.content().who(), List.of(), errors, 200);
    }

    @SignedIn
    @PostMapping("/calls/{slug}/answer/{id}/who")
    ModelAndView save(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            HttpServletRequest request) {
        Draft draft = desk.draft(slug, id, actor);
        var sent = new SentStep(fields);
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> typed.put(field, sent.text(field)));
        List<Violation> unstorable = UnkeptSigns.inTexts(typed).stream()
                .map(field -> Violation.of("respondent." + field, "inputs.form.violation.unstorable"))
                .toList();
        if (!unstorable.isEmpty())
            return show(
                    frame,
                    draft,
                    UnkeptSigns.textsWithout(typed),
                    List.of(),
                    desk.errors(frame, draft, unstorable),
                    422);
        Saved saved = drafts.saveWho(draft.id(), sent.seen(), typed, actor);
        if (saved.stale())
            return show(frame, saved.draft(), typed, clashes(frame, saved.draft(), typed), FormErrors.NONE, 409);
        return desk.onward(
                frame,
                saved.draft(),
                DraftContent.WHO,
                sent.later(),
                request,
                errors -> show(frame, saved.draft(), typed, List.of(), errors, 422));
    }

    private static List<Clash> clashes(Frame frame, Draft draft, Map<String, String> typed) {
        List<Clash> clashes = new ArrayList<>();
        for (String field : FIELDS) {
            String saved = draft.content().who(field);
            String now = typed.getOrDefault(field, "");
            if (!saved.equals(now)) clashes.add(new Clash(label(frame, field), saved, now));
        }
        return clashes;
    }

    private static String label(Frame frame, String field) {
        return switch (field) {
            case "behalf" -> frame.t("inputs.form.who.behalf");
            case "organisation" -> frame.t("inputs.form.who.organisation");
            case "stakeholderType" -> frame.t("inputs.form.who.type");
            case "scope" -> frame.t("inputs.form.who.scope");
            case "country" -> frame.t("inputs.form.who.country");
            case "region" -> frame.t("inputs.form.who.region");
            case "language" -> frame.t("inputs.form.who.language");
            case "name" -> frame.t("inputs.form.who.name");
            default -> frame.t("inputs.form.who.email");
        };
    }

    private ModelAndView show(
            Frame frame, Draft draft, Map<String, String> typed, List<Clash> clashes, FormErrors errors, int status) {
        var page = new WhoPage(
                desk.form(frame, draft, DraftContent.WHO),
                draft.content().savedAt(DraftContent.WHO),
                typed,
                behalves(frame, typed.getOrDefault("behalf", "")),
                choices.types(frame, typed.getOrDefault("stakeholderType", "")),
                choices.countries(frame, typed.getOrDefault("country", "")),
                choices.regions(frame, typed.getOrDefault("region", "")),
                scopes(frame, typed.getOrDefault("scope", "")),
                choices.languages(frame, typed.getOrDefault("language", "")),
                clashes,
                errors);
        return Pages.show(frame, "inputs/web/answer-who", page, status);
    }

    private static List<Option> behalves(Frame frame, String chosen) {
        List<Option> options = new ArrayList<>();
        for (Behalf behalf : Behalf.values()) {
            String label = switch (behalf) {
                case SELF -> frame.t("inputs.form.behalf.self");
                case ORGANISATION -> frame.t("inputs.form.behalf.organisation");
                case GROUP -> frame.t("inputs.form.behalf.group");
            };
            options.add(new Option(behalf.word(), label, behalf.word().equals(chosen)));
        }
        return options;
    }

    private static List<Option> scopes(Frame frame, String chosen) {
        List<Option> options = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            String label = switch (scope) {
                case NATIONAL -> frame.t("inputs.form.scope.national");
                case REGIONAL -> frame.t("inputs.form.scope.regional");
                case GLOBAL -> frame.t("inputs.form.scope.global");
            };
            options.add(new Option(scope.word(), label, scope.word().equals(chosen)));
        }
        return options;
    }
}
