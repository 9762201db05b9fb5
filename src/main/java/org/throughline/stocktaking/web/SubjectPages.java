package org.throughline.stocktaking.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.chart.Chart;
import org.throughline.platform.chart.ChartText;
import org.throughline.platform.chart.Charts;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.Projects;
import org.throughline.stocktaking.PublishedCollections;
import org.throughline.stocktaking.PublishedCollections.PublishedCollection;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.RegisterQuery;
import org.throughline.stocktaking.RegisterResult;
import org.throughline.stocktaking.RegisterResult.FacetCount;
import org.throughline.stocktaking.RegisterTags;
import org.throughline.stocktaking.web.ProjectListPage.Link;
import org.throughline.vocabulary.Term;
import org.throughline.vocabulary.TermNames;
import org.throughline.vocabulary.Vocabulary;

/// Countries and action lines, each with the projects of the register that belong to it.
@Controller
class SubjectPages {

    private static final int NEWEST = 10;

    private final PublishedCollections collections;
    private final Projects projects;
    private final PublishedProjects published;
    private final ProjectLines lines;
    private final Vocabulary vocabulary;
    private final TermNames terms;
    private final PageStore pages;
    private final Clock clock;

    SubjectPages(
            PublishedCollections collections,
            Projects projects,
            PublishedProjects published,
            ProjectLines lines,
            Vocabulary vocabulary,
            TermNames terms,
            PageStore pages,
            Clock clock) {
        this.collections = collections;
        this.projects = projects;
        this.published = published;
        this.lines = lines;
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/countries")
    ModelAndView countries(Frame frame) {
        return index(
                frame,
                frame.t("stocktaking.subject.countries"),
                "/countries/",
                Facet.COUNTRY,
                vocabulary.termsByName(Vocabulary.COUNTRIES, frame.language()),
                Vocabulary.COUNTRIES);
    }

    @OpenToAll
    @GetMapping("/action-lines")
    ModelAndView actionLines(Frame frame) {
        return index(
                frame,
                frame.t("stocktaking.subject.lines"),
                "/action-lines/",
                Facet.ACTION_LINE,
                vocabulary.leaves(Vocabulary.ACTION_LINES),
                Vocabulary.ACTION_LINES);
    }

    @OpenToAll
    @GetMapping("/countries/{code:[A-Za-z]{2}}")
    ModelAndView country(Frame frame, @PathVariable String code) {
        return one(frame, "/countries", Vocabulary.COUNTRIES, Facet.COUNTRY, code, Facet.ACTION_LINE);
    }

    @OpenToAll
    @GetMapping("/action-lines/{code:[A-Za-z0-9-]{2,10}}")
    ModelAndView actionLine(Frame frame, @PathVariable String code) {
        return one(frame, "/action-lines", Vocabulary.ACTION_LINES, Facet.ACTION_LINE, code, Facet.SDG);
    }

    private ModelAndView index(
            Frame frame, String title, String path, Facet facet, List<Term> subjects, String scheme) {
        PublishedCollection register = register();
        keep(register);
        RegisterQuery everything = RegisterQuery.all(frame.language()).where(Facet.COLLECTION, register.slug());
        Map<String, Long> counts = new HashMap<>();
        projects.counted(everything, facet).forEach(count -> counts.put(count.value(), count.count()));
        List<SubjectPage.Entry> entries = subjects.stream()
                .filter(term -> facet != Facet.COUNTRY || counts.containsKey(term.code()))
                .map(term -> new SubjectPage.Entry(
                        terms.coded(frame, scheme, term.code()),
                        frame.number(counts.getOrDefault(term.code(), 0L)),
                        frame.url(path + term.code())))
                .toList();
        return Pages.show(
                frame,
                "stocktaking/web/subject",
                new SubjectPage(title, "", home(frame, register), "", "", "", "", List.of(), null, entries));
    }

    private ModelAndView one(Frame frame, String path, String scheme, Facet facet, String code, Facet shown) {
        String known = code.toUpperCase(Locale.ROOT);
        Term term = vocabulary.term(scheme, known).orElseThrow(Refusal::notFound);
        if (!known.equals(code)) return Moved.to(frame.url(path + "/" + known));
        PublishedCollection register = register();
        keep(register);
        ProjectForm form = collections.form(register);
        RegisterQuery query = RegisterQuery.all(frame.language())
                .where(Facet.COLLECTION, register.slug())
                .where(facet, known)
                .page(0, NEWEST);
        RegisterResult result = projects.find(query, List.of(shown));
        String narrowed = "?" + facet.parameter() + "=" + known;
        return Pages.show(
                frame,
                "stocktaking/web/subject",
                new SubjectPage(
                        terms.coded(frame, scheme, known),
                        frame.text(term.notes()),
                        home(frame, register),
                        frame.t("stocktaking.list.count", result.total()),
                        frame.url(register.path()) + narrowed,
                        frame.url("/follow") + narrowed,
                        frame.url(register.path() + ".atom") + narrowed,
                        lines.of(frame, form, published.lines(result.numbers()), result.hits()),
                        chart(frame, register, narrowed, shown, result),
                        List.of()));
    }

    private @Nullable Chart chart(
            Frame frame, PublishedCollection register, String narrowed, Facet shown, RegisterResult result) {
        boolean byLine = shown == Facet.ACTION_LINE;
        String scheme = byLine ? Vocabulary.ACTION_LINES : Vocabulary.SDGS;
        Map<String, Long> counts = new HashMap<>();
        for (FacetCount count : result.facets().getOrDefault(shown, List.of()))
            counts.put(count.value(), count.count());
        List<Charts.Row> rows = new ArrayList<>();
        for (Term term : byLine ? vocabulary.leaves(scheme) : vocabulary.terms(scheme)) {
            long count = counts.getOrDefault(term.code(), 0L);
            if (count > 0)
                rows.add(new Charts.Row(
                        terms.coded(frame, scheme, term.code()),
                        count,
                        null,
                        frame.url(register.path()) + narrowed + "&" + shown.parameter() + "=" + term.code()));
        }
        if (rows.isEmpty()) return null;
        return Charts.bars(
                new ChartText(
                        frame.language(),
                        byLine ? frame.t("stocktaking.subject.by-line") : frame.t("stocktaking.subject.by-goal"),
                        "",
                        frame.t("stocktaking.picture.unit"),
                        frame.t("stocktaking.list.count", result.total()),
                        frame.t("stocktaking.subject.several"),
                        byLine ? frame.t("stocktaking.facet.action-line") : frame.t("stocktaking.facet.sdg"),
                        ""),
                rows);
    }

    private PublishedCollection register() {
        return collections.find(ProjectCollection.WSIS).orElseThrow(Refusal::notFound);
    }

    private void keep(PublishedCollection register) {
        pages.sameForAll(RegisterTags.list(), RegisterTags.collection(register.slug()));
        pages.freshFor(RegisterTags.untilLightsTurn(clock.instant()));
    }

    private static Link home(Frame frame, PublishedCollection register) {
        return new Link(frame.text(register.name()), frame.url(register.path()));
    }
}
