package org.throughline.reports.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.ReportTags;

/// Reports as everybody reads them, chapter by chapter.
@Controller
class ReportPages {

    private final PublishedReports reports;
    private final ReportViews views;
    private final PageStore pages;
    private final Clock clock;

    ReportPages(PublishedReports reports, ReportViews views, PageStore pages, Clock clock) {
        this.reports = reports;
        this.views = views;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/reports")
    ModelAndView list(Frame frame) {
        pages.dependsOn(ReportTags.list());
        return Pages.show(frame, "reports/web/index", new ReportsPage(reports.all(), clock.instant()));
    }

    @OpenToAll
    @GetMapping("/reports/{slug}")
    ModelAndView show(Frame frame, @PathVariable String slug, @RequestParam Optional<String> edition) {
        return chapter(frame, slug, "", edition, Optional.empty());
    }

    @OpenToAll
    @GetMapping("/reports/{slug}/chapters/{code}")
    ModelAndView chapter(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String code,
            @RequestParam Optional<String> edition,
            @RequestParam Optional<String> page) {
        PublishedReport report = Chosen.edition(reports, slug, edition);
        pages.sameForAll(ReportTags.report(slug));
        if (report.takesComments(clock.instant()))
            pages.freshFor(Duration.between(clock.instant(), report.commentsUntil()));
        List<PublishedReport> editions = reports.editions(slug);
        int number = page.map(text -> Chosen.number(text).orElseThrow(Refusal::notFound))
                .orElse(1);
        return Pages.show(frame, "reports/web/show", views.page(frame, report, editions, code, number));
    }
}
