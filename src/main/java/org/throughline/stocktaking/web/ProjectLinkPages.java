package org.throughline.stocktaking.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.links.ProjectLinks;

/// How the checking of links goes, for the secretariat.
@Controller
class ProjectLinkPages {

    private static final int SHOWN = 500;

    private final ProjectLinks links;

    ProjectLinkPages(ProjectLinks links) {
        this.links = links;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/desk/links")
    ModelAndView show(Frame frame) {
        return Pages.show(frame, "stocktaking/web/links", new LinksPage(links.state(), links.dead(SHOWN)));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/desk/links/rest")
    ModelAndView rest(Frame frame, Actor actor, @RequestParam(defaultValue = "false") boolean resting) {
        links.rest(resting, actor);
        return Pages.goTo(frame, "/stocktaking/desk/links");
    }
}
