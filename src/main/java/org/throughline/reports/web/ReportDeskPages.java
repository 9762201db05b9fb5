package org.throughline.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.platform.Languages;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Messages;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.reports.Chapter;
import org.throughline.reports.Comment;
import org.throughline.reports.Edition;
import org.throughline.reports.Figure;
import org.throughline.reports.Recipe;
import org.throughline.reports.Report;
import org.throughline.reports.ReportComments;
import org.throughline.reports.ReportEditions;
import org.throughline.reports.Reports;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// Where reports are begun and their recipes are written.
@Controller
class ReportDeskPages {

    /// For how long comments on a zero draft are usually taken.
    private static final int USUAL_DAYS = 30;

    private final Reports reports;
    private final ReportEditions editions;
    private final ReportComments comments;
    private final ReportDocuments documents;
    private final ProjectCollections collections;
    private final Vocabulary vocabulary;
    private final TermNames names;
    private final Messages messages;
    private final Clock clock;

    ReportDeskPages(
            Reports reports,
            ReportEditions editions,
            ReportComments comments,
            ReportDocuments documents,
            ProjectCollections collections,
            Vocabulary vocabulary,
            TermNames names,
            Messages messages,
            Clock clock) {
        this.reports = reports;
        this.editions = editions;
        this.comments = comments;
        this.documents = documents;
        this.collections = collections;
        this.vocabulary = vocabulary;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF, Permission.PUBLISH_INPUTS})
    @GetMapping("/reports/work")
    ModelAndView all(Frame frame) {
        var regions = vocabulary.leaves(Vocabulary.REGIONS).stream()
                .filter(region -> !region.code().equals(Vocabulary.GLOBAL))
                .toList();
        return Pages.show(frame, "reports/web/works", new WorksPage(reports.all(), regions));
    }

    @Requires(Permission.ANALYSE)
    @GetMapping("/reports/new")
    ModelAndView begin(
            Frame frame,
            @RequestParam(defaultValue = "global") String kind,
            @RequestParam(defaultValue = "") String region) {
        Recipe preset = preset(kind, region, frame.language());
        return form(frame, null, RecipeForm.fill(preset, address(preset)), FormErrors.NONE, 200);
    }

    // What it is about and the year, in letters that an address can have; nothing where all of them are taken.
    private String address(Recipe recipe) {
        String about = recipe.period().from() != 0
                ? "twenty-years"
                : recipe.regions().isEmpty()
                        ? "stocktaking"
                        : names.region(recipe.regions().getFirst(), "en").toLowerCase(Locale.ROOT);
        String plain = about.replaceAll("[^a-z0-9]+", "-") + "-"
                + LocalDate.now(clock.withZone(Moments.GENEVA)).getYear();
        return IntStream.rangeClosed(1, 20)
                .mapToObj(n -> n == 1 ? plain : plain + "-" + n)
                .filter(slug -> Reports.SLUG.matcher(slug).matches()
                        && reports.find(slug).isEmpty())
                .findFirst()
                .orElse("");
    }

    private Recipe preset(String kind, String region, String language) {
        boolean regional = kind.equals("regional") && vocabulary.has(Vocabulary.REGIONS, region);
        boolean long20 = kind.equals("twenty-years");
        Map<String, String> title = new LinkedHashMap<>();
        for (String one : Languages.ALL) {
            Messages.Texts texts = messages.in(one);
            title.put(
                    one,
                    regional
                            ? texts.of("reports.preset.regional", names.region(region, one))
                            : long20 ? texts.of("reports.preset.twenty-years") : texts.of("reports.preset.global"));
        }
        return new Recipe(
                new LocalizedText(title),
                ProjectCollection.WSIS,
                regional ? List.of(region) : List.of(),
                long20 ? new Recipe.Period(Recipe.Basis.CHANGED, 2004, 2025) : Recipe.Period.ALL,
                Arrays.asList(Chapter.values()),
                vocabulary.leaves(Vocabulary.ACTION_LINES).stream()
                        .map(Term::code)
                        .toList(),
                Arrays.asList(Figure.values()),
                5,
                List.of(),
                List.of(language),
                language,
                Recipe.Words.NONE);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/reports/new")
    ModelAndView create(Frame frame, Actor actor, @RequestParam MultiValueMap<String, String> parameters) {
        Typed typed = Typed.of(parameters);
        var errors = FormErrors.collector();
        String slug = typed.of("slug").strip();
        if (slug.isEmpty()) errors.add("slug", frame.t("reports.problem.no-address"));
        else if (!Reports.SLUG.matcher(slug).matches()) errors.add("slug", frame.t("reports.problem.address"));
        Optional<Recipe> recipe = RecipeForm.read(frame, typed, collections.all(), vocabulary, errors);
        if (recipe.isEmpty()) return form(frame, null, typed, errors.done(), 422);
        try {
            reports.create(slug, recipe.get(), actor);
        } catch (Refusal refusal) {
            errors.add("slug", frame.t(refusal.messageKey()));
            return form(frame, null, typed, errors.done(), refusal.status());
        }
        return Pages.goTo(frame, "/reports/" + slug + "/work");
    }

    @Requires(Permission.ANALYSE)
    @GetMapping("/reports/{slug}/recipe")
    ModelAndView recipe(Frame frame, @PathVariable String slug) {
        Report report = report(slug);
        return form(frame, report, RecipeForm.fill(report.recipe(), report.slug()), FormErrors.NONE, 200);
    }

    @Requires(Permission.ANALYSE)
    @PostMapping("/reports/{slug}/recipe")
    ModelAndView change(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam MultiValueMap<String, String> parameters) {
        Report report = report(slug);
        Typed typed = Typed.of(parameters);
        var errors = FormErrors.collector();
        Optional<Recipe> recipe = RecipeForm.read(frame, typed, collections.all(), vocabulary, errors);
        if (recipe.isEmpty()) return form(frame, report, typed, errors.done(), 422);
        reports.change(report, recipe.get(), seen, actor);
        return Pages.goTo(frame, "/reports/" + slug + "/work");
    }

    private ModelAndView form(Frame frame, @Nullable Report report, Typed typed, FormErrors errors, int status) {
        return Pages.show(
                frame,
                "reports/web/recipe",
                new RecipePage(report, typed, errors, collections.all(), vocabulary, names),
                status);
    }

    @Requires({Permission.ANALYSE, Permission.SIGN_OFF, Permission.PUBLISH_INPUTS})
    @GetMapping("/reports/{slug}/work")
    ModelAndView desk(Frame frame, @PathVariable String slug) {
        return desk(
                frame, report(slug), new Typed.Filler().put("until", usualDay()).done(), FormErrors.NONE, 200);
    }

    /// The last day for comments that is proposed.
    String usualDay() {
        return LocalDate.now(clock.withZone(Moments.GENEVA))
                .plusDays(USUAL_DAYS)
                .toString();
    }

    ModelAndView desk(Frame frame, Report report, Typed typed, FormErrors errors, int status) {
        List<Edition> all = editions.of(report);
        Map<Integer, Long> waiting = new HashMap<>();
        all.stream()
                .filter(edition -> edition.commentsUntil() != null)
                .forEach(edition -> waiting.put(
                        edition.number(),
                        comments.all(edition).stream()
                                .filter(Comment::isWaiting)
                                .count()));
        Messages.Texts texts = messages.in(frame.language());
        String scope = ReportWords.scope(report.recipe(), documents.labels(report.recipe(), frame.language()), texts)
                + " " + ReportWords.period(report.recipe(), texts);
        return Pages.show(frame, "reports/web/work", new WorkPage(report, scope, all, waiting, typed, errors), status);
    }

    Report report(String slug) {
        return reports.find(slug).orElseThrow(Refusal::notFound);
    }
}
