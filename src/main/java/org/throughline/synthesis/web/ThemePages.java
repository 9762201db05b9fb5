package org.throughline.synthesis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
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
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Draft.Passage;
import org.throughline.synthesis.Drafts;
import org.throughline.synthesis.Outline;
import org.throughline.synthesis.PassageId;
import org.throughline.synthesis.SentenceId;
import org.throughline.synthesis.ThemeId;
import org.throughline.synthesis.Workbench;
import org.throughline.synthesis.web.Workspace.Spot;

/// One theme of a summary in work: its passages become sentences, go to another theme or out of this one; the theme
/// itself is renamed, moved, merged into another or deleted.
@Controller
@RequestMapping("/calls/{slug}/summaries/{id}/themes/{theme}")
class ThemePages {

    private final Workspace workspace;
    private final Workbench workbench;
    private final Outline outline;
    private final Drafts drafts;

    ThemePages(Workspace workspace, Workbench workbench, Outline outline, Drafts drafts) {
        this.workspace = workspace;
        this.workbench = workbench;
        this.outline = outline;
        this.drafts = drafts;
    }

    /// What stands in the forms of the page.
    private record Typed(String title, List<PassageId> chosen, String text) {
        static Typed nothing(Spot spot) {
            return new Typed(spot.theme() == null ? "" : spot.theme().title(), List.of(), "");
        }
    }

    @Requires(Permission.ANALYSE)
    @GetMapping
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable UUID id, @PathVariable UUID theme) {
        Draft draft = workspace.draft(slug, id);
        Spot spot = Workspace.theme(draft, theme);
        return show(frame, draft, spot, Typed.nothing(spot), FormErrors.NONE, 200);
    }

    private ModelAndView show(Frame frame, Draft draft, Spot spot, Typed typed, FormErrors errors, int status) {
        Draft.Theme theme = java.util.Objects.requireNonNull(spot.theme());
        var page = new ThemePage(
                workspace.call(draft.slug()),
                draft,
                spot.section(),
                theme,
                typed.title(),
                Workspace.sectionOptions(draft, spot.section().id().value().toString()),
                Workspace.themeOptions(draft, "", theme.id()),
                Workspace.sentenceOptions(draft, ""),
                drafts.gathered(theme.id()),
                typed.chosen(),
                typed.text(),
                Workspace.tied(draft),
                errors);
        return Pages.show(frame, "synthesis/web/theme", page, status);
    }

    private ModelAndView refused(Frame frame, Draft draft, Spot spot, Typed typed, String field, Refusal refusal) {
        String words = frame.t(refusal.messageKey(), refusal.arguments().toArray());
        return show(
                frame,
                draft,
                spot,
                typed,
                FormErrors.collector().add(field, words).done(),
                refusal.status());
    }

    @Requires(Permission.ANALYSE)
    @PostMapping
    ModelAndView edit(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID theme,
            @RequestParam(defaultValue = "") String title,
            @RequestParam UUID section) {
        Draft draft = workspace.draft(slug, id);
        Spot spot = Workspace.theme(draft, theme);
        try {
            outline.editTheme(
                    new ThemeId(theme), Workspace.section(draft, section).id(), title, actor);
        } catch (Refusal refusal) {
            return refused(frame, draft, spot, new Typed(title, List.of(), ""), "title", refusal);
        }
        FrameResolver.notice(request, frame.t("synthesis.outline.theme.saved"));
        return Pages.goTo(frame, address(draft, theme));
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/position")
    ModelAndView move(
            Frame frame,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID theme,
            @RequestParam boolean up) {
        Draft draft = workspace.draft(slug, id);
        Spot spot = Workspace.theme(draft, theme);
        outline.moveTheme(new ThemeId(theme), up);
        return Pages.goTo(
                frame,
                Workspace.base(draft) + "/sections/" + spot.section().id().value() + "#theme-" + theme);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/merger")
    ModelAndView merge(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID theme,
            @RequestParam(defaultValue = "") String into) {
        Draft draft = workspace.draft(slug, id);
        Workspace.theme(draft, theme);
        ThemeId other = Workspace.spot(draft, into).themeId();
        if (other == null) throw Refusal.badRequest();
        outline.merge(new ThemeId(theme), other, actor);
        FrameResolver.notice(request, frame.t("synthesis.outline.theme.merged"));
        return Pages.goTo(frame, address(draft, other.value()));
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/removal")
    ModelAndView delete(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID theme) {
        Draft draft = workspace.draft(slug, id);
        Spot spot = Workspace.theme(draft, theme);
        try {
            outline.deleteTheme(new ThemeId(theme), actor);
        } catch (Refusal refusal) {
            return refused(frame, draft, spot, Typed.nothing(spot), "delete", refusal);
        }
        FrameResolver.notice(request, frame.t("synthesis.outline.theme.deleted"));
        return Pages.goTo(
                frame, Workspace.base(draft) + "#section-" + spot.section().id().value());
    }

    /// What to do with the chosen passages: `write` a sentence on them, `tie` them to one, `move` them to another
    /// theme, or take them `out`.
    @Requires(Permission.ANALYSE)
    @PostMapping("/passages")
    ModelAndView use(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @PathVariable UUID id,
            @PathVariable UUID theme,
            @RequestParam(required = false) @Nullable List<UUID> passage,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String sentence,
            @RequestParam(defaultValue = "") String to) {
        Draft draft = workspace.draft(slug, id);
        Spot spot = Workspace.theme(draft, theme);
        List<PassageId> chosen = chosen(new ThemeId(theme), passage);
        var typed = new Typed(Typed.nothing(spot).title(), chosen, text);
        try {
            if (chosen.isEmpty()) throw new Refusal("nothing-chosen", 422, "synthesis.problem.nothing-chosen");
            switch (act) {
                case "write" -> {
                    SentenceId written = workbench.write(spot.section().id(), spot.themeId(), text, actor);
                    workbench.tie(written, chosen);
                    return Pages.goTo(frame, Workspace.base(draft) + "/sentences/" + written.value());
                }
                case "tie" -> workbench.tie(existing(draft, sentence), chosen);
                case "move" -> workbench.gatherInstead(chosen, new ThemeId(theme), other(draft, to));
                case "out" -> workbench.ungather(chosen, new ThemeId(theme));
                default -> throw Refusal.badRequest();
            }
        } catch (Refusal refusal) {
            if (refusal.status() != 422) throw refusal;
            return refused(frame, draft, spot, typed, fieldOf(refusal), refusal);
        }
        return Pages.goTo(frame, address(draft, theme) + "#gathered");
    }

    private static String fieldOf(Refusal refusal) {
        return switch (refusal.slug()) {
            case "sentence-empty", "sentence-too-long" -> "text";
            case "no-sentence-chosen" -> "sentence";
            case "no-theme-chosen" -> "to";
            default -> "gathered";
        };
    }

    private List<PassageId> chosen(ThemeId theme, @Nullable List<UUID> passages) {
        Set<UUID> wanted = passages == null ? Set.of() : Set.copyOf(passages);
        return drafts.gathered(theme).stream()
                .map(Passage::id)
                .filter(passage -> wanted.contains(passage.value()))
                .toList();
    }

    private static SentenceId existing(Draft draft, String id) {
        return draft.sentences().stream()
                .map(Draft.Sentence::id)
                .filter(sentence -> sentence.value().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("no-sentence-chosen", 422, "synthesis.problem.no-sentence-chosen"));
    }

    private static ThemeId other(Draft draft, String id) {
        if (id.isEmpty()) throw new Refusal("no-theme-chosen", 422, "synthesis.problem.no-theme-chosen");
        ThemeId theme = Workspace.spot(draft, id).themeId();
        if (theme == null) throw Refusal.badRequest();
        return theme;
    }

    private static String address(Draft draft, UUID theme) {
        return Workspace.base(draft) + "/themes/" + theme;
    }
}
