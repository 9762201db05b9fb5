package org.throughline.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.ReportComments;
import org.throughline.reports.ReportComments.Sent;

/// Comments on zero drafts: from anybody, for as long as the draft asks for them.
@Controller
class ReportCommentPages {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s.]{2,}");
    private static final int LONGEST_NAME = 200;

    private final PublishedReports reports;
    private final ReportComments comments;
    private final ReportViews views;
    private final Clock clock;

    ReportCommentPages(PublishedReports reports, ReportComments comments, ReportViews views, Clock clock) {
        this.reports = reports;
        this.comments = comments;
        this.views = views;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/reports/{slug}/comments")
    ModelAndView show(
            Frame frame,
            @PathVariable String slug,
            @RequestParam Optional<String> edition,
            @RequestParam Optional<String> paragraph) {
        PublishedReport report = draft(slug, edition);
        Typed typed = paragraph
                .flatMap(Chosen::number)
                .map(number -> new Typed.Filler()
                        .put("paragraph", String.valueOf(number))
                        .done())
                .orElse(Typed.NOTHING);
        return show(frame, report, typed, FormErrors.NONE, HttpStatus.OK.value());
    }

    private ModelAndView show(Frame frame, PublishedReport report, Typed typed, FormErrors errors, int status) {
        return Pages.show(
                frame,
                "reports/web/comments",
                new CommentsPage(
                        report,
                        comments.shown(report),
                        report.takesComments(clock.instant()),
                        views.paragraphs(report, frame.language()),
                        typed,
                        errors,
                        frame.language()),
                status);
    }

    // Without a choice the newest edition that asks for comments, else the newest draft there was.
    private PublishedReport draft(String slug, Optional<String> edition) {
        if (edition.isPresent()) {
            PublishedReport report = Chosen.edition(reports, slug, edition);
            if (report.commentsUntil() == null) throw Refusal.notFound();
            return report;
        }
        return reports.editions(slug).stream()
                .filter(one -> one.commentsUntil() != null)
                .findFirst()
                .flatMap(one -> reports.find(slug, one.number()))
                .orElseThrow(Refusal::notFound);
    }

    @OpenToAll
    @PostMapping("/reports/{slug}/comments")
    ModelAndView send(
            Frame frame,
            HttpServletRequest request,
            @PathVariable String slug,
            @RequestParam Optional<String> edition,
            @RequestParam MultiValueMap<String, String> parameters) {
        PublishedReport report = draft(slug, edition);
        Typed typed = Typed.of(parameters);
        FormErrors errors = check(frame, report, typed);
        if (!errors.isEmpty()) return show(frame, report, typed, errors, 422);
        int number = comments.receive(
                report,
                new Sent(
                        Chosen.number(typed.of("paragraph").strip()).orElse(null),
                        typed.of("text").strip(),
                        typed.of("language"),
                        typed.of("name").strip(),
                        typed.of("organisation").strip(),
                        typed.of("email").strip(),
                        typed.has("shown", "yes")),
                request.getRemoteAddr());
        FrameResolver.notice(request, frame.t("reports.comments.received", number));
        return Pages.goTo(frame, "/reports/" + slug + "/comments?edition=" + report.number());
    }

    private FormErrors check(Frame frame, PublishedReport report, Typed typed) {
        var errors = FormErrors.collector();
        String paragraph = typed.of("paragraph").strip();
        int last = views.paragraphs(report, frame.language());
        if (!paragraph.isEmpty()
                && Chosen.number(paragraph).filter(number -> number <= last).isEmpty())
            errors.add("paragraph", frame.t("reports.comments.paragraph.wrong", last));
        if (typed.of("text").isBlank()) errors.add("text", frame.t("reports.comments.text.missing"));
        if (typed.of("text").length() > ReportComments.LONGEST)
            errors.add("text", frame.t("reports.comments.text.long", ReportComments.LONGEST));
        if (!Languages.ALL.contains(typed.of("language")))
            errors.add("language", frame.t("reports.comments.language.missing"));
        if (typed.of("name").isBlank() || typed.of("name").length() > LONGEST_NAME)
            errors.add("name", frame.t("reports.comments.name.missing"));
        if (typed.of("organisation").length() > LONGEST_NAME)
            errors.add("organisation", frame.t("reports.comments.name.missing"));
        if (!EMAIL.matcher(typed.of("email").strip()).matches())
            errors.add("email", frame.t("reports.comments.email.wrong"));
        typed.unstorable().forEach(field -> errors.add(field, frame.t("reports.form.unstorable")));
        return errors.done();
    }
}
