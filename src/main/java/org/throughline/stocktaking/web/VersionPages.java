package org.throughline.stocktaking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.LocalizedText;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.PublishedVersions;
import org.throughline.stocktaking.PublishedVersions.Version;
import org.throughline.stocktaking.RegisterTags;
import org.throughline.vocabulary.TermNames;

/// What an entry said earlier, and what changed since.
@Controller
class VersionPages {

    private final PublishedVersions versions;
    private final PublishedProjects projects;
    private final PageStore pages;
    private final TermNames terms;

    VersionPages(PublishedVersions versions, PublishedProjects projects, PageStore pages, TermNames terms) {
        this.versions = versions;
        this.projects = projects;
        this.pages = pages;
        this.terms = terms;
    }

    @OpenToAll
    @GetMapping("/stocktaking/{number:\\d{1,9}}/versions")
    ModelAndView versions(
            Frame frame,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        List<Version> all = versions.all(number);
        if (all.isEmpty()) throw gone(number);
        Version newest = all.getFirst();
        pages.sameForAll(RegisterTags.project(number), RegisterTags.collection(newest.collection()));
        Version newer = chosen(all, to, newest);
        Version older = chosen(all, from, before(all, newer));
        if (older.version() > newer.version()) {
            Version swapped = older;
            older = newer;
            newer = swapped;
        }
        List<Compared> fields = Compared.of(frame, terms, newer.form(), older.answers(), newer.answers(), false);
        List<Compared> changed = fields.stream().filter(Compared::changed).toList();
        boolean one = all.size() == 1;
        return Pages.show(
                frame,
                "stocktaking/web/versions",
                new VersionsPage(
                        number,
                        newest.title(),
                        newest.language(),
                        lines(frame, all),
                        options(frame, all, older),
                        options(frame, all, newer),
                        one ? null : older,
                        one ? null : newer,
                        changed,
                        fields.size() - changed.size()));
    }

    private static Version chosen(List<Version> all, String typed, Version otherwise) {
        return all.stream()
                .filter(one -> Integer.toString(one.version()).equals(typed))
                .findFirst()
                .orElse(otherwise);
    }

    private static Version before(List<Version> all, Version version) {
        return all.stream()
                .filter(one -> one.version() < version.version())
                .findFirst()
                .orElse(all.getLast());
    }

    private static List<VersionsPage.Line> lines(Frame frame, List<Version> all) {
        List<VersionsPage.Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Version version = all.get(i);
            boolean first = i == all.size() - 1;
            Map<String, LocalizedText> labels = Compared.labels(frame, version.form());
            List<LocalizedText> changed = first
                    ? List.of()
                    : version.changedSince(all.get(i + 1)).stream()
                            .map(labels::get)
                            .filter(Objects::nonNull)
                            .toList();
            lines.add(new VersionsPage.Line(
                    version,
                    frame.url("/stocktaking/" + version.number() + "/versions/" + version.version()),
                    first,
                    changed));
        }
        return lines;
    }

    private static List<Option> options(Frame frame, List<Version> all, Version chosen) {
        return all.stream()
                .map(one -> new Option(
                        Integer.toString(one.version()),
                        frame.t("stocktaking.versions.named", one.version(), frame.date(one.publishedAt())),
                        one.version() == chosen.version()))
                .toList();
    }

    @OpenToAll
    @GetMapping("/stocktaking/{number:\\d{1,9}}/versions/{version:\\d{1,9}}")
    ModelAndView version(Frame frame, @PathVariable long number, @PathVariable int version) {
        Version found = versions.find(number, version).orElseThrow(() -> gone(number));
        pages.sameForAll(RegisterTags.project(number), RegisterTags.collection(found.collection()));
        return Pages.show(
                frame,
                "stocktaking/web/version",
                new VersionPage(found, Compared.of(frame, terms, found.form(), null, found.answers(), false)));
    }

    private Refusal gone(long number) {
        return projects.tombstone(number).isPresent()
                ? new Refusal("project-not-public", 410, "stocktaking.problem.no-versions")
                : Refusal.notFound();
    }
}
