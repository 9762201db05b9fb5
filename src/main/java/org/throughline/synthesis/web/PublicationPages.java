package org.throughline.synthesis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.inputs.PublishedInputs;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.synthesis.Draft;
import org.throughline.synthesis.Editions;
import org.throughline.synthesis.GateClosed;
import org.throughline.synthesis.PublishedSummary;
import org.throughline.synthesis.SentenceGate;
import org.throughline.vocabulary.TermNames;

/// What stands between a summary in work and its readers: a look at it as they will see it, the gate, and
/// publication.
@Controller
@RequestMapping("/calls/{slug}/summaries/{id}")
class PublicationPages {

    private final Workspace workspace;
    private final Editions editions;
    private final PublishedInputs inputs;
    private final TermNames names;
    private final Clock clock;

    PublicationPages(Workspace workspace, Editions editions, PublishedInputs inputs, TermNames names, Clock clock) {
        this.workspace = workspace;
        this.editions = editions;
        this.inputs = inputs;
        this.names = names;
        this.clock = clock;
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF})
    @GetMapping("/publication")
    ModelAndView gate(Frame frame, @PathVariable String slug, @PathVariable UUID id) {
        return gate(frame, workspace.draft(slug, id), false, 200);
    }

    private ModelAndView gate(Frame frame, Draft draft, boolean refused, int status) {
        var page = new PublicationPage(workspace.call(draft.slug()), draft, SentenceGate.check(draft), refused);
        return Pages.show(frame, "synthesis/web/publication", page, status);
    }

    @Requires(Permission.SIGN_OFF)
    @PostMapping("/publication")
    ModelAndView publish(
            Frame frame,
            Actor actor,
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seen) {
        Draft draft = workspace.draft(slug, id);
        try {
            int edition = editions.publish(draft.id(), seen, actor);
            FrameResolver.notice(request, frame.t("synthesis.work.published", edition));
            return Pages.goTo(frame, "/calls/" + slug + "/summary");
        } catch (GateClosed closed) {
            return gate(frame, workspace.draft(slug, id), true, closed.status());
        }
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF})
    @GetMapping("/preview")
    ModelAndView preview(Frame frame, @PathVariable String slug, @PathVariable UUID id) {
        Draft draft = workspace.draft(slug, id);
        var page = new SummaryPage(
                workspace.call(slug),
                PublishedSummary.preview(draft, clock.instant()),
                List.of(),
                inputs.tally(draft.call()),
                names,
                null,
                List.of(),
                List.of(),
                true);
        return Pages.show(frame, "synthesis/web/summary", page);
    }
}
