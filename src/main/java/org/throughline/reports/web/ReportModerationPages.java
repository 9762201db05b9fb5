package org.throughline.reports.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.reports.Edition;
import org.throughline.reports.ReportComments;
import org.throughline.reports.ReportEditions;

/// Where the secretariat reads comments on a zero draft and decides whether all may read them.
@Controller
class ReportModerationPages {

    private final ReportDeskPages work;
    private final ReportEditions editions;
    private final ReportComments comments;

    ReportModerationPages(ReportDeskPages work, ReportEditions editions, ReportComments comments) {
        this.work = work;
        this.editions = editions;
        this.comments = comments;
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @GetMapping("/reports/{slug}/editions/{number:\\d{1,6}}/comments")
    ModelAndView list(Frame frame, @PathVariable String slug, @PathVariable int number) {
        Edition edition = edition(slug, number);
        return Pages.show(
                frame,
                "reports/web/moderation",
                new ModerationPage(edition, frame.text(edition.recipe().title()), comments.all(edition)));
    }

    @Requires(Permission.PUBLISH_INPUTS)
    @PostMapping("/reports/{slug}/editions/{number:\\d{1,6}}/comments/{comment:\\d{1,6}}")
    ModelAndView decide(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @PathVariable int number,
            @PathVariable int comment,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "-1") int seen) {
        Edition edition = edition(slug, number);
        if (!Storable.is(words) || words.length() > ReportComments.LONGEST) throw Refusal.badRequest();
        switch (decision) {
            case "show" -> comments.show(edition, comment, words.strip(), frame.language(), seen, actor);
            case "decline" -> comments.decline(edition, comment, words, seen, actor);
            default -> throw Refusal.badRequest();
        }
        return Pages.goTo(frame, "/reports/" + slug + "/editions/" + number + "/comments");
    }

    private Edition edition(String slug, int number) {
        return editions.find(work.report(slug), number)
                .filter(edition -> edition.commentsUntil() != null)
                .orElseThrow(Refusal::notFound);
    }
}
