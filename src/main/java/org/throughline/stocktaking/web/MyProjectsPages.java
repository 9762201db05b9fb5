package org.throughline.stocktaking.web;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.Light;
import org.throughline.stocktaking.OwnProjects;
import org.throughline.stocktaking.ProjectDrafts;

/// Everything that somebody keeps in the register or has begun to write.
@Controller
class MyProjectsPages {

    private final OwnProjects own;
    private final ProjectDrafts drafts;
    private final Clock clock;

    MyProjectsPages(OwnProjects own, ProjectDrafts drafts, Clock clock) {
        this.own = own;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects")
    ModelAndView list(Frame frame, Actor actor) {
        List<MyProjectsPage.Line> lines = own.of(actor).stream()
                .map(kept -> new MyProjectsPage.Line(
                        kept.entry(),
                        EntryWords.role(frame, kept.role()),
                        EntryWords.state(frame, kept.entry()),
                        Light.of(kept.entry().confirmedAt(), kept.entry().closedAt(), clock.instant())))
                .toList();
        return Pages.show(frame, "stocktaking/web/my-projects", new MyProjectsPage(lines, drafts.unsentOf(actor)));
    }
}
