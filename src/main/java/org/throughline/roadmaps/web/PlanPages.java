package org.throughline.roadmaps.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.citations.Citations;
import org.throughline.platform.Languages;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Differences;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.roadmaps.ActionPlan;
import org.throughline.roadmaps.ActionPlan.Activity;
import org.throughline.roadmaps.ActionPlans;
import org.throughline.roadmaps.ActivityStatus;
import org.throughline.roadmaps.When;
import org.throughline.vocabulary.Vocabulary;

/// The road maps of action lines: which there are, each of them, and the form of one.
@Controller
class PlanPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final ActionPlans plans;
    private final Vocabulary vocabulary;
    private final Citations citations;
    private final PageStore pages;
    private final Clock clock;

    PlanPages(ActionPlans plans, Vocabulary vocabulary, Citations citations, PageStore pages, Clock clock) {
        this.plans = plans;
        this.vocabulary = vocabulary;
        this.citations = citations;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/roadmaps/action-lines")
    ModelAndView all(Frame frame) {
        pages.dependsOn(ActionPlans.TAG);
        pages.freshFor(Duration.ofHours(1));
        Map<String, ActionPlan> byLine =
                plans.all().stream().collect(Collectors.toMap(ActionPlan::line, Function.identity()));
        List<PlanPage.Line> lines = vocabulary.choices(Vocabulary.ACTION_LINES).stream()
                .map(term -> line(frame, term.code(), byLine.get(term.code())))
                .toList();
        return Pages.show(frame, "roadmaps/web/plans", new PlanPage.All(lines, byLine.size()));
    }

    private PlanPage.Line line(Frame frame, String code, @Nullable ActionPlan plan) {
        String name = name(frame, code);
        if (plan == null) return new PlanPage.Line(code, name, 0, 0, 0, 0, 0, "");
        List<Activity> activities = plan.facts().activities();
        return new PlanPage.Line(
                code,
                name,
                plan.version(),
                activities.size(),
                done(activities),
                overdue(activities),
                plan.facts().indicators().size(),
                frame.date(plan.changedAt()));
    }

    @OpenToAll
    @GetMapping("/roadmaps/action-lines/{line:C[0-9A-Z-]{1,12}}")
    ModelAndView one(Frame frame, @PathVariable String line) {
        check(line);
        pages.dependsOn(ActionPlans.TAG, "mandates");
        pages.freshFor(Duration.ofHours(1));
        ActionPlan plan = plans.of(line).orElse(null);
        List<Activity> activities = plan == null ? List.of() : plan.facts().activities();
        List<ActionPlans.Version> versions = plan == null || plan.version() == 1 ? List.of() : plans.versions(line);
        return Pages.show(
                frame,
                "roadmaps/web/plan",
                new PlanPage(
                        line,
                        name(frame, line),
                        plan,
                        plan == null ? List.of() : paragraphs(plan),
                        plan == null
                                ? List.of()
                                : plan.facts().gdc().stream()
                                        .map(code -> vocabulary.name(Vocabulary.GDC, code, frame.language()))
                                        .toList(),
                        activities.stream().map(one -> row(frame, one, today())).toList(),
                        done(activities),
                        overdue(activities),
                        versions.stream().map(one -> frame.dateTime(one.at())).toList()));
    }

    private List<PlanPage.Paragraph> paragraphs(ActionPlan plan) {
        return plan.facts().paragraphs().stream()
                .map(words -> new PlanPage.Paragraph(
                        words,
                        citations.find(words, "").stream()
                                .map(one -> one.citation().citable())
                                .filter(Objects::nonNull)
                                .map(one -> "/mandates/" + one.slug())
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    static PlanPage.Row row(Frame frame, Activity one, LocalDate today) {
        return new PlanPage.Row(
                one,
                date(frame, one.starts()),
                date(frame, one.due()),
                status(frame, one.status()),
                date(frame, one.updated()),
                one.isOverdue(today));
    }

    private static String date(Frame frame, String date) {
        return date.isEmpty() ? "" : RoadmapWords.when(frame, new When(date, "", ""));
    }

    static String status(Frame frame, ActivityStatus status) {
        return switch (status) {
            case PLANNED -> frame.t("roadmaps.plan.status.planned");
            case UNDER_WAY -> frame.t("roadmaps.plan.status.under-way");
            case DONE -> frame.t("roadmaps.plan.status.done");
            case STOPPED -> frame.t("roadmaps.plan.status.stopped");
        };
    }

    private static int done(List<Activity> activities) {
        return (int) activities.stream()
                .filter(one -> one.status() == ActivityStatus.DONE)
                .count();
    }

    private int overdue(List<Activity> activities) {
        LocalDate today = today();
        return (int) activities.stream().filter(one -> one.isOverdue(today)).count();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Moments.GENEVA));
    }

    private void check(String line) {
        if (!vocabulary.isChoice(Vocabulary.ACTION_LINES, line)) throw Refusal.notFound();
    }

    private String name(Frame frame, String line) {
        return vocabulary.name(Vocabulary.ACTION_LINES, line, frame.language());
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/roadmaps/action-lines/{line:C[0-9A-Z-]{1,12}}/edit")
    ModelAndView edit(Frame frame, @PathVariable String line) {
        check(line);
        ActionPlan plan = plans.of(line).orElse(null);
        Typed typed = plan == null
                ? new Typed.Filler()
                        .put("language", frame.language())
                        .put("paragraphs", "A/RES/80/173, 113")
                        .done()
                : PlanForm.filled(plan.facts());
        return show(frame, line, plan, typed, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/roadmaps/action-lines/{line:C[0-9A-Z-]{1,12}}/edit")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable String line,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        check(line);
        ActionPlan plan = plans.of(line).orElse(null);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        ActionPlan.Facts facts = PlanForm.read(frame, typed, gdc(), errors);
        if (facts == null) return show(frame, line, plan, typed, errors.done(), UNPROCESSABLE);
        if (plan != null && plan.version() != version) return show(frame, line, plan, typed, FormErrors.NONE, CONFLICT);
        plans.save(line, facts, version, actor);
        FrameResolver.notice(request, frame.t("roadmaps.plan.saved"));
        String path = "/roadmaps/action-lines/" + line;
        return Pages.goTo(frame, typed.of("then").equals("more") ? path + "/edit" : path);
    }

    private List<String> gdc() {
        return vocabulary.terms(Vocabulary.GDC).stream()
                .map(term -> term.code())
                .toList();
    }

    private ModelAndView show(
            Frame frame, String line, @Nullable ActionPlan plan, Typed typed, FormErrors errors, int status) {
        boolean stale = status == CONFLICT;
        var page = new PlanPage.Edit(
                line,
                name(frame, line),
                plan == null ? 0 : plan.version(),
                stale,
                stale && plan != null
                        ? Differences.between(typed, PlanForm.filled(plan.facts()), labels(frame, typed))
                        : List.of(),
                typed,
                errors,
                Languages.ALL.stream()
                        .map(one -> new Option(one, Languages.endonym(one), one.equals(typed.of("language"))))
                        .toList(),
                vocabulary.terms(Vocabulary.GDC).stream()
                        .map(term ->
                                new Option(term.code(), term.name(frame.language()), typed.has("gdc", term.code())))
                        .toList(),
                PlanForm.rows(typed, "indicator", PlanForm.INDICATOR),
                PlanForm.rows(typed, "activity", PlanForm.ACTIVITY),
                Arrays.stream(ActivityStatus.values())
                        .map(one -> new Option(one.word(), status(frame, one), false))
                        .toList());
        return Pages.show(frame, "roadmaps/web/planedit", page, status);
    }

    private static Map<String, String> labels(Frame frame, Typed typed) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("objective", frame.t("roadmaps.plan.objective"));
        labels.put("facilitators", frame.t("roadmaps.plan.facilitators"));
        labels.put("paragraphs", frame.t("roadmaps.plan.paragraphs"));
        labels.put("gdc", frame.t("roadmaps.plan.gdc"));
        labels.put("sdgTargets", frame.t("roadmaps.plan.targets"));
        for (int i = 0; i < PlanForm.rows(typed, "indicator", PlanForm.INDICATOR); i++)
            for (String field : PlanForm.INDICATOR)
                labels.put(
                        "indicator-" + i + "-" + field,
                        frame.t("roadmaps.plan.row.indicator", i + 1) + ": " + PlanWords.indicator(frame, field));
        for (int i = 0; i < PlanForm.rows(typed, "activity", PlanForm.ACTIVITY); i++)
            for (String field : PlanForm.ACTIVITY)
                labels.put(
                        "activity-" + i + "-" + field,
                        frame.t("roadmaps.plan.row.activity", i + 1) + ": " + PlanWords.activity(frame, field));
        return labels;
    }
}
