package org.throughline.synthesis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.Editions;
import org.throughline.synthesis.GateClosed;
import org.throughline.synthesis.PublishedSummaries;
import org.throughline.synthesis.SentenceGate;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.Workbench;
import org.throughline.synthesis.web.WorkbenchPage.Typed;

/// The analyst's workbench: the summaries of a call, and one of them with everything that is in it, up to its publication.
@Controller
class WorkbenchPages {

    private final Workspace workspace;
    private final Workbench workbench;
    private final Drafts drafts;
    private final Editions editions;
    private final PublishedSummaries published;
    private final Names names;

    WorkbenchPages(
            Workspace workspace, Workbench workbench, Drafts drafts, Editions editions, PublishedSummaries published, Names names) {
        this.workspace = workspace;
        this.workbench = workbench;
        this.drafts = drafts;
        this.editions = editions;
        this.published = published;
        this.names = names;
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF})
    @GetMapping("/calls/{slug}/summaries")
    ModelAndView list(Frame frame, @PathVariable String slug) {
        return list(frame, workspace.call(slug), "", frame.language(), FormErrors.NONE, 200);
    }

    private ModelAndView list(Frame frame, Call call, String title, String language, FormErrors errors, int status) {
        List<Option> languages = Languages.ALL.stream()
                .map(tag -> new Option(tag, Languages.endonym(tag), tag.equals(language)))
                .toList();
        var page = new SummariesPage(call, drafts.of(call.id()), frame.may(Permission.ANALYSE), title, languages, errors);
        return Pages.show(frame, "synthesis/web/summaries", page, status);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/calls/{slug}/summaries")
    ModelAndView begin(
            Frame frame, Actor actor, @PathVariable String slug, @RequestParam String title, @RequestParam String language) {
        Call call = workspace.call(slug);
        if (title.isBlank()) {
            FormErrors errors = FormErrors.collector().add("title", frame.t("synthesis.work.title-missing")).done();
            return list(frame, call, title, language, errors, 422);
        }
        SummaryId id = workbench.begin(call.id(), title, language, actor);
        return Pages.goTo(frame, "/calls/" + slug + "/summaries/" + id.value());
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF})
    @GetMapping("/calls/{slug}/summaries/{id}")
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable UUID id) {
        return show(frame, workspace.draft(slug, id), Typed.NOTHING, FormErrors.NONE, false, 200);
    }

    private ModelAndView show(Frame frame, Draft draft, Typed typed, FormErrors errors, boolean refused, int status) {
        var page = new WorkbenchPage(
                workspace.call(draft.slug()),
                draft,
                SentenceGate.check(draft),
                refused,
                drafts.unused(draft.id()),
                frame.may(Permission.ANALYSE),
                published.exists(draft.call()),
                typed,
                errors,
                names);
        return Pages.show(frame, "synthesis/web/workbench", page, status);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/calls/{slug}/summaries/{id}/sections")
    ModelAndView addSection(
            Frame frame, @PathVariable String slug, @PathVariable UUID id, @RequestParam String code, @RequestParam String title) {
        Draft draft = workspace.draft(slug, id);
        if (title.isBlank()) {
            FormErrors errors = FormErrors.collector().add("section-title", frame.t("synthesis.work.title-missing")).done();
            return show(frame, draft, Typed.NOTHING, errors, false, 422);
        }
        workbench.addSection(draft.id(), code, title);
        return Pages.goTo(frame, Workspace.base(draft));
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/calls/{slug}/summaries/{id}/themes")
    ModelAndView addTheme(
            Frame frame, @PathVariable String slug, @PathVariable UUID id, @RequestParam UUID section, @RequestParam String title) {
        Draft draft = workspace.draft(slug, id);
        Section of = Workspace.section(draft, section);
        if (title.isBlank()) {
            FormErrors errors = FormErrors.collector().add("theme-title-" + section, frame.t("synthesis.work.title-missing")).done();
            return show(frame, draft, Typed.NOTHING, errors, false, 422);
        }
        workbench.addTheme(of.id(), title);
        return Pages.goTo(frame, Workspace.base(draft) + "#section-" + section);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/calls/{slug}/summaries/{id}/sentences")
    ModelAndView write(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam UUID section,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String text) {
        Draft draft = workspace.draft(slug, id);
        Section of = Workspace.section(draft, section);
        try {
            var sentence = workbench.write(of.id(), Workspace.theme(of.themes(), theme), text, actor);
            return Pages.goTo(frame, Workspace.base(draft) + "/sentences/" + sentence.value());
        } catch (Refusal refusal) {
            if (refusal.status() != 422) throw refusal;
            String words = frame.t(refusal.messageKey(), refusal.arguments().toArray());
            FormErrors errors = FormErrors.collector().add("text-" + section, words).done();
            return show(frame, draft, new Typed(section.toString(), theme, text), errors, false, 422);
        }
    }

    @Requires(Permission.SIGN_OFF)
    @PostMapping("/calls/{slug}/summaries/{id}/publication")
    ModelAndView publish(Frame frame, Actor actor, HttpServletRequest request, @PathVariable String slug, @PathVariable UUID id) {
        Draft draft = workspace.draft(slug, id);
        try {
            int edition = editions.publish(draft.id(), actor);
            FrameResolver.notice(request, frame.t("synthesis.work.published", edition));
            return Pages.goTo(frame, "/calls/" + slug + "/summary");
        } catch (GateClosed closed) {
            return show(frame, workspace.draft(slug, id), Typed.NOTHING, FormErrors.NONE, true, closed.status());
        }
    }
}
