package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.ProjectDraft;
import org.throughline.stocktaking.ProjectDrafts;

/// Warns of entries that may be the same project, before much is typed in vain.
@Controller
class DraftAlikePages {

    private static final int LONGEST = 300;

    private final ProjectDrafts drafts;
    private final DraftDesk desk;
    private final AlikeEntries alike;

    DraftAlikePages(ProjectDrafts drafts, DraftDesk desk, AlikeEntries alike) {
        this.drafts = drafts;
        this.desk = desk;
        this.alike = alike;
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/drafts/{id}/alike")
    ModelAndView show(Frame frame, @PathVariable String id, Actor actor) {
        ProjectDraft draft = desk.look(id, actor);
        AlikeEntries.Found found = alike.of(draft, actor);
        String first = DraftSteps.base(draft) + "/sections/"
                + drafts.form(draft).sections().getFirst().code();
        return Pages.show(
                frame,
                "stocktaking/web/draft-alike",
                new DraftAlikePage(desk.steps(frame, draft, ""), found.published(), found.kept(), first));
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/my/projects/drafts/{id}/alike")
    ModelAndView goOn(Frame frame, @PathVariable String id, Actor actor) {
        ProjectDraft draft = desk.draft(id, actor);
        drafts.looked(draft.id(), actor);
        var steps = desk.steps(frame, draft, "").steps();
        return Pages.goTo(frame, steps.get(Math.min(1, steps.size() - 1)).path());
    }

    /// What a script shows below the title while it is typed.
    @Requires(Permission.CONTRIBUTE)
    @GetMapping(path = "/my/projects/drafts/{id}/alike.json")
    ResponseEntity<byte[]> whileTyping(
            Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String title, Actor actor) {
        ProjectDraft draft = desk.draft(id, actor);
        String asked = title.length() > LONGEST ? title.substring(0, LONGEST) : title;
        AlikeEntries.Found found = alike.of(draft, asked, "", "", actor);
        List<Map<String, String>> lines = new ArrayList<>();
        found.published()
                .forEach(one -> lines.add(Map.of(
                        "title", one.title(),
                        "language", one.language(),
                        "by", one.entityName(),
                        "url", frame.url("/stocktaking/" + one.number()))));
        found.kept()
                .forEach(one -> lines.add(Map.of(
                        "title", one.title(),
                        "language", one.language(),
                        "by", frame.t("stocktaking.form.alike.yours"),
                        "url", frame.url("/my/projects/" + one.number()))));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Json.bytes(lines));
    }
}
