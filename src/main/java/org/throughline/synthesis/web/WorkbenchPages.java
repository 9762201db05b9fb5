package org.throughline.synthesis.web;

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
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Section;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.Outline;
import org.throughline.synthesis.PublishedSummaries;
import org.throughline.synthesis.SentenceGate;
import org.throughline.synthesis.SummaryId;
import org.throughline.synthesis.Workbench;
import org.throughline.synthesis.web.WorkbenchPage.Typed;
import org.throughline.vocabulary.TermNames;

/// The analyst's workbench: the summaries of a call, and one of them with everything that is in it, up to its
/// publication.
@Controller
class WorkbenchPages {

    private final Workspace workspace;
    private final Workbench workbench;
    private final Outline outline;
    private final Drafts drafts;
    private final PublishedSummaries published;
    private final TermNames names;

    WorkbenchPages(
            Workspace workspace,
            Workbench workbench,
            Outline outline,
            Drafts drafts,
            PublishedSummaries published,
            TermNames names) {
        this.workspace = workspace;
        this.workbench = workbench;
        this.outline = outline;
        this.drafts = drafts;
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
        var page =
                new SummariesPage(call, drafts.of(call.id()), frame.may(Permission.ANALYSE), title, languages, errors);
        return Pages.show(frame, "synthesis/web/summaries", page, status);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/calls/{slug}/summaries")
    ModelAndView begin(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam String title,
            @RequestParam String language) {
        Call call = workspace.call(slug);
        if (title.isBlank()) {
            FormErrors errors = FormErrors.collector()
                    .add("title", frame.t("synthesis.work.title-missing"))
                    .done();
            return list(frame, call, title, language, errors, 422);
        }
        SummaryId id = workbench.begin(call.id(), title, language, actor);
        return Pages.goTo(frame, "/calls/" + slug + "/summaries/" + id.value());
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF})
    @GetMapping("/calls/{slug}/summaries/{id}")
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable UUID id) {
        return show(frame, workspace.draft(slug, id), Typed.NOTHING, FormErrors.NONE, 200);
    }

    private ModelAndView show(Frame frame, Draft draft, Typed typed, FormErrors errors, int status) {
        var page = new WorkbenchPage(
                workspace.call(draft.slug()),
                draft,
                SentenceGate.check(draft),
                Workspace.lines(draft),
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
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String title) {
        Draft draft = workspace.draft(slug, id);
        try {
            var section = outline.addSection(draft.id(), code, title, actor);
            return Pages.goTo(frame, Workspace.base(draft) + "#section-" + section.value());
        } catch (Refusal refusal) {
            String field = refusal.slug().startsWith("section-code") ? "section-code" : "section-title";
            return show(frame, draft, Typed.section(code, title), errors(frame, field, refusal), refusal.status());
        }
    }

    private static FormErrors errors(Frame frame, String field, Refusal refusal) {
        String words = frame.t(refusal.messageKey(), refusal.arguments().toArray());
        return FormErrors.collector().add(field, words).done();
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/calls/{slug}/summaries/{id}/themes")
    ModelAndView addTheme(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam UUID section,
            @RequestParam(defaultValue = "") String title) {
        Draft draft = workspace.draft(slug, id);
        Section of = Workspace.section(draft, section);
        try {
            outline.addTheme(of.id(), title, actor);
        } catch (Refusal refusal) {
            return show(
                    frame, draft, Typed.NOTHING, errors(frame, "theme-title-" + section, refusal), refusal.status());
        }
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
            var typed = Typed.sentence(section.toString(), theme, text);
            return show(frame, draft, typed, errors(frame, "text-" + section, refusal), 422);
        }
    }
}
