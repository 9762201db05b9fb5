package org.throughline.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Languages;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.reports.Edition;
import org.throughline.reports.Making;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.Report;
import org.throughline.reports.ReportEditions;
import org.throughline.reports.Stage;

/// Editions on their way: how far the making is, a look at what came of it, and publication.
@Controller
class ReportEditionPages {

    private final ReportDeskPages work;
    private final ReportEditions editions;
    private final Making making;
    private final PublishedReports reports;
    private final ReportViews views;
    private final ReportFiles files;

    ReportEditionPages(
            ReportDeskPages work,
            ReportEditions editions,
            Making making,
            PublishedReports reports,
            ReportViews views,
            ReportFiles files) {
        this.work = work;
        this.editions = editions;
        this.making = making;
        this.reports = reports;
        this.views = views;
        this.files = files;
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/reports/{slug}/editions")
    ModelAndView start(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters) {
        Report report = work.report(slug);
        Typed typed = Typed.of(parameters);
        Stage stage = Stage.of(typed.of("stage"));
        Instant until = stage == Stage.DRAFT ? end(typed.of("until")) : null;
        try {
            Edition edition = making.start(report, stage, until, actor);
            return Pages.goTo(frame, address(edition));
        } catch (Refusal refusal) {
            var errors = FormErrors.collector();
            if (refusal.slug().equals("report-comments-over")) errors.add("until", lastDay(frame, until));
            else errors.add("stage", frame.t(refusal.messageKey()));
            return work.desk(frame, report, typed, errors.done(), refusal.status());
        }
    }

    private String lastDay(Frame frame, @Nullable Instant until) {
        String later = work.usualDay();
        return until == null ? frame.t("reports.problem.no-day", later) : frame.t("reports.problem.day-over", later);
    }

    // A day counts to its end in Geneva.
    private static @Nullable Instant end(String day) {
        try {
            return LocalDate.parse(day.strip())
                    .plusDays(1)
                    .atStartOfDay(Moments.GENEVA)
                    .toInstant()
                    .minusSeconds(60);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String address(Edition edition) {
        return "/reports/" + edition.slug() + "/editions/" + edition.number();
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF})
    @GetMapping("/reports/{slug}/editions/{number:\\d{1,6}}")
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable int number) {
        return show(frame, edition(slug, number), Typed.NOTHING, FormErrors.NONE, 200);
    }

    private ModelAndView show(Frame frame, Edition edition, Typed typed, FormErrors errors, int status) {
        String title = frame.text(edition.recipe().title());
        return Pages.show(frame, "reports/web/edition", new EditionPage(edition, title, typed, errors), status);
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF})
    @GetMapping("/reports/{slug}/editions/{number:\\d{1,6}}/preview")
    ModelAndView preview(Frame frame, @PathVariable String slug, @PathVariable int number) {
        return preview(frame, slug, number, "", Optional.empty());
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF})
    @GetMapping("/reports/{slug}/editions/{number:\\d{1,6}}/preview/{code}")
    ModelAndView preview(
            Frame frame,
            @PathVariable String slug,
            @PathVariable int number,
            @PathVariable String code,
            @RequestParam Optional<String> page) {
        PublishedReport report = preview(edition(slug, number));
        int at = page.map(text -> Chosen.number(text).orElseThrow(Refusal::notFound))
                .orElse(1);
        return Pages.show(frame, "reports/web/show", views.page(frame, report, List.of(), code, at));
    }

    private PublishedReport preview(Edition edition) {
        if (edition.isPublished()) throw Refusal.notFound();
        return reports.preview(edition.id());
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF})
    @GetMapping("/reports/{slug}/editions/{number:\\d{1,6}}/file.{format:pdf|docx|html}")
    ResponseEntity<Resource> file(
            Frame frame, @PathVariable String slug, @PathVariable int number, @PathVariable String format) {
        PublishedReport report = reports.preview(edition(slug, number).id());
        String language = report.recipe().languages().contains(frame.language())
                ? frame.language()
                : report.recipe().languages().stream().findFirst().orElse(frame.language());
        if (!Languages.ALL.contains(language)) throw Refusal.notFound();
        return ReportFilePages.answer(files.get(report, language, format), report, language, format);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/reports/{slug}/editions/{number:\\d{1,6}}/stop")
    ModelAndView stop(Frame frame, @PathVariable String slug, @PathVariable int number, HttpServletRequest request) {
        Edition edition = edition(slug, number);
        making.stop(edition);
        FrameResolver.notice(request, frame.t("reports.edition.stopping"));
        return Pages.goTo(frame, address(edition));
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/reports/{slug}/editions/{number:\\d{1,6}}/again")
    ModelAndView again(Frame frame, Actor actor, @PathVariable String slug, @PathVariable int number) {
        Edition edition = edition(slug, number);
        making.goOn(edition, actor);
        return Pages.goTo(frame, address(edition));
    }

    @Requires(Permission.SIGN_OFF)
    @PostMapping("/reports/{slug}/editions/{number:\\d{1,6}}/publication")
    ModelAndView publish(
            Frame frame, Actor actor, @PathVariable String slug, @PathVariable int number, HttpServletRequest request) {
        Edition edition = edition(slug, number);
        editions.publish(edition, actor);
        FrameResolver.notice(request, frame.t("reports.edition.now-public"));
        return Pages.goTo(frame, "/reports/" + slug);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/reports/{slug}/editions/{number:\\d{1,6}}/discarding")
    ModelAndView discard(
            Frame frame, Actor actor, @PathVariable String slug, @PathVariable int number, HttpServletRequest request) {
        editions.discard(edition(slug, number), actor);
        FrameResolver.notice(request, frame.t("reports.edition.discarded"));
        return Pages.goTo(frame, "/reports/" + slug + "/work");
    }

    @Requires({Permission.SIGN_OFF, Permission.PUBLISH_INPUTS})
    @PostMapping("/reports/{slug}/editions/{number:\\d{1,6}}/extension")
    ModelAndView extend(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String until) {
        Edition edition = edition(slug, number);
        Instant end = end(until);
        if (end == null) {
            var errors = FormErrors.collector();
            errors.add("until", frame.t("reports.form.day.wrong"));
            Typed typed = new Typed.Filler().put("until", until).done();
            return show(frame, edition, typed, errors.done(), 422);
        }
        editions.extend(edition, end, actor);
        return Pages.goTo(frame, address(edition));
    }

    private Edition edition(String slug, int number) {
        return editions.find(work.report(slug), number).orElseThrow(Refusal::notFound);
    }
}
