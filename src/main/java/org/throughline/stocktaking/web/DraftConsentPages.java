package org.throughline.stocktaking.web;

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
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.SentStep;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectDraftContent;
import org.throughline.stocktaking.ProjectDrafts;
import org.throughline.stocktaking.ProjectDrafts.Saved;
import org.throughline.stocktaking.ProjectUses;
import org.throughline.stocktaking.web.DraftConsentPage.Asked;

/// What may be done with the entry: each use is asked, none is taken for granted.
@Controller
class DraftConsentPages {

    private final ProjectDrafts drafts;
    private final DraftDesk desk;

    DraftConsentPages(ProjectDrafts drafts, DraftDesk desk) {
        this.drafts = drafts;
        this.desk = desk;
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/drafts/{id}/consent")
    ModelAndView show(Frame frame, @PathVariable String id, Actor actor) {
        ProjectDraft draft = desk.look(id, actor);
        boolean seen = draft.content().savedAt(ProjectDraftContent.CONSENT) > 0;
        FormErrors errors = seen ? desk.errors(frame, draft, ProjectDraftContent.CONSENT) : FormErrors.NONE;
        return show(frame, draft, draft.content().consent(), draft.content().declared(), List.of(), errors, 200);
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/drafts/{id}/consent")
    ModelAndView save(
            Frame frame,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            HttpServletRequest request) {
        ProjectDraft draft = desk.draft(id, actor);
        var sent = new SentStep(fields);
        Map<String, Boolean> typed = new LinkedHashMap<>();
        for (String use : ProjectUses.WORDS) {
            String answer = sent.text("consent-" + use);
            if (answer.equals("yes") || answer.equals("no")) typed.put(use, answer.equals("yes"));
        }
        boolean declared = sent.text("consent-declared").equals("yes");
        Saved saved = drafts.saveConsent(draft.id(), sent.seen(), typed, declared, actor);
        if (saved.stale())
            return show(
                    frame, saved.draft(), typed, declared, clashes(frame, saved.draft(), typed), FormErrors.NONE, 409);
        return desk.onward(
                frame,
                saved.draft(),
                ProjectDraftContent.CONSENT,
                sent.later(),
                request,
                errors -> show(frame, saved.draft(), typed, declared, List.of(), errors, 422));
    }

    private static List<DraftClash> clashes(Frame frame, ProjectDraft draft, Map<String, Boolean> typed) {
        List<DraftClash> clashes = new ArrayList<>();
        for (String use : ProjectUses.WORDS) {
            Boolean saved = draft.content().consent().get(use);
            Boolean now = typed.get(use);
            if (!java.util.Objects.equals(saved, now))
                clashes.add(new DraftClash(ConsentWords.question(frame, use), word(frame, saved), word(frame, now)));
        }
        return clashes;
    }

    static String word(Frame frame, @Nullable Boolean answer) {
        if (answer == null) return frame.t("stocktaking.form.check.unanswered");
        return answer ? frame.t("stocktaking.form.yes") : frame.t("stocktaking.form.no");
    }

    private ModelAndView show(
            Frame frame,
            ProjectDraft draft,
            Map<String, Boolean> typed,
            boolean declared,
            List<DraftClash> clashes,
            FormErrors errors,
            int status) {
        List<Asked> uses = new ArrayList<>();
        for (String use : ProjectUses.WORDS) {
            Boolean answer = typed.get(use);
            uses.add(new Asked(
                    "consent-" + use,
                    ConsentWords.question(frame, use),
                    ConsentWords.meaning(frame, use),
                    List.of(
                            new Option("yes", frame.t("stocktaking.form.yes"), Boolean.TRUE.equals(answer)),
                            new Option("no", frame.t("stocktaking.form.no"), Boolean.FALSE.equals(answer)))));
        }
        var page = new DraftConsentPage(
                desk.steps(frame, draft, ProjectDraftContent.CONSENT),
                draft.content().savedAt(ProjectDraftContent.CONSENT),
                uses,
                declared,
                clashes,
                errors);
        return Pages.show(frame, "stocktaking/web/draft-consent", page, status);
    }
}
