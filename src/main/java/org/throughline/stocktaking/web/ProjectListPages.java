package org.throughline.stocktaking.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.access.Permission;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.search.SearchResults.State;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.Projects;
import org.throughline.stocktaking.PublishedCollections;
import org.throughline.stocktaking.PublishedCollections.PublishedCollection;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.RegisterAddress;
import org.throughline.stocktaking.RegisterQuery;
import org.throughline.stocktaking.RegisterQuery.Sort;
import org.throughline.stocktaking.RegisterResult;
import org.throughline.stocktaking.RegisterTags;
import org.throughline.stocktaking.web.ProjectListPage.Elsewhere;
import org.throughline.stocktaking.web.ProjectListPage.Kept;
import org.throughline.stocktaking.web.ProjectListPage.Link;
import org.throughline.stocktaking.web.ProjectListPage.Picture;
import org.throughline.stocktaking.web.ProjectListQuery.View;

/// The projects of a register: found by words, narrowed by facets, as a list, a table, a map and a grid.
@Controller
class ProjectListPages {

    private final PublishedCollections collections;
    private final Projects projects;
    private final PublishedProjects published;
    private final ProjectLines lines;
    private final FacetBoxes boxes;
    private final NamedFilters named;
    private final ProjectPictures pictures;
    private final PageStore pages;
    private final Clock clock;

    ProjectListPages(
            PublishedCollections collections,
            Projects projects,
            PublishedProjects published,
            ProjectLines lines,
            FacetBoxes boxes,
            NamedFilters named,
            ProjectPictures pictures,
            PageStore pages,
            Clock clock) {
        this.collections = collections;
        this.projects = projects;
        this.published = published;
        this.lines = lines;
        this.boxes = boxes;
        this.named = named;
        this.pictures = pictures;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/stocktaking")
    ModelAndView list(Frame frame, @RequestParam MultiValueMap<String, String> parameters) {
        return list(frame, ProjectCollection.WSIS, parameters);
    }

    @OpenToAll
    @GetMapping("/collections/{slug}")
    ModelAndView listOf(
            Frame frame, @PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters) {
        if (slug.equals(ProjectCollection.WSIS)) return Pages.goTo(frame, "/stocktaking");
        // Before it is opened, those who prepare it are led to where they do.
        if (frame.may(Permission.MODERATE_REGISTER) && collections.find(slug).isEmpty())
            return Pages.goTo(frame, "/collections/" + slug + "/edit");
        return list(frame, slug, parameters);
    }

    private ModelAndView list(Frame frame, String slug, MultiValueMap<String, String> parameters) {
        PublishedCollection collection = collections.find(slug).orElseThrow(Refusal::notFound);
        ProjectListQuery query =
                ProjectListQuery.of(collection, frame.url(collection.path()), parameters, frame.language());
        // The index follows a change by a moment, so what it finds is made anew for every reader.
        if (query.query().text().isEmpty()) {
            String[] tags = {RegisterTags.list(), RegisterTags.collection(slug)};
            // On a register of another process those who prepare it find their links.
            if (slug.equals(ProjectCollection.WSIS)) pages.sameForAll(tags);
            else pages.dependsOn(tags);
            pages.freshFor(RegisterTags.untilLightsTurn(clock.instant()));
        }
        return Pages.show(frame, "stocktaking/web/list", page(frame, collection, query));
    }

    private ProjectListPage page(Frame frame, PublishedCollection collection, ProjectListQuery asked) {
        ProjectForm form = collections.form(collection);
        // A picture shows no entries.
        boolean rows = asked.view() == View.LIST || asked.view() == View.TABLE;
        RegisterResult result =
                projects.find(rows ? asked.query() : asked.query().page(0, 0));
        boolean down = result.state() == State.UNAVAILABLE;
        // Without the index there are no words, but there is the register.
        ProjectListQuery query = down ? asked.with(asked.query().matching("")) : asked;
        if (down) result = projects.find(query.query());
        long all = projects.count(RegisterQuery.all(frame.language()).where(Facet.COLLECTION, collection.slug()));
        boolean more = result.total() > (long) query.page() * query.query().size();
        return new ProjectListPage(
                collection.path(),
                frame.text(collection.name()),
                asked.query().text(),
                query.view().parameter(),
                result.total(),
                all,
                rows ? lines.of(frame, form, published.lines(result.numbers()), result.hits()) : List.of(),
                picture(frame, query, result.total()),
                Stream.concat(
                                boxes.own(frame, query, form, projects.counted(query.query())).stream(),
                                boxes.of(frame, query, form, result).stream())
                        .toList(),
                boxes.chips(frame, asked, form),
                query.filters(),
                views(frame, query),
                sorts(frame, query),
                hidden(query),
                query.exact(),
                query.inApi(),
                query.page() > 1 && result.total() > 0 ? query.page(query.page() - 1) : null,
                more ? query.page(query.page() + 1) : null,
                rows ? pageOf(frame, query, result.total()) : "",
                down,
                result.state() == State.BUILDING,
                result.similar(),
                named.of(frame, asked, form),
                result.total() > 0 ? null : elsewhere(frame, asked));
    }

    private @Nullable Picture picture(Frame frame, ProjectListQuery query, long total) {
        return switch (query.view()) {
            case MAP -> pictures.map(frame, query, total);
            case MATRIX -> pictures.matrix(frame, query, total);
            case LIST, TABLE -> null;
        };
    }

    private static List<Link> views(Frame frame, ProjectListQuery query) {
        List<Link> views = new ArrayList<>();
        for (View view : View.values())
            views.add(new Link(
                    switch (view) {
                        case LIST -> frame.t("stocktaking.list.view.list");
                        case TABLE -> frame.t("stocktaking.list.view.table");
                        case MAP -> frame.t("stocktaking.list.view.map");
                        case MATRIX -> frame.t("stocktaking.list.view.matrix");
                    },
                    view == query.view() ? "" : query.url(view)));
        return views;
    }

    private static List<Link> sorts(Frame frame, ProjectListQuery query) {
        List<Link> sorts = new ArrayList<>();
        boolean searched = !query.query().text().isEmpty();
        for (Sort sort : Sort.values()) {
            if (sort == Sort.BEST_MATCH && !searched) continue;
            boolean now = query.query().sort() == sort
                    || (!searched && sort == Sort.NEWEST && query.query().sort() == Sort.BEST_MATCH);
            sorts.add(new Link(
                    ProjectWords.name(frame, sort),
                    now ? "" : query.url(query.query().sorted(sort))));
        }
        return sorts;
    }

    // A new search stays within what was chosen, and in the picture that was chosen.
    private static List<Kept> hidden(ProjectListQuery query) {
        List<Kept> kept = new ArrayList<>();
        query.query().facets().forEach((facet, values) -> {
            if (facet != Facet.COLLECTION) values.forEach(value -> kept.add(new Kept(facet.parameter(), value)));
        });
        query.query()
                .own()
                .forEach((field, values) ->
                        values.forEach(value -> kept.add(new Kept(RegisterAddress.OWN + field, value))));
        if (query.view() != View.LIST) kept.add(new Kept("view", query.view().parameter()));
        return kept;
    }

    private static String pageOf(Frame frame, ProjectListQuery query, long total) {
        int size = query.query().size();
        long last = (total + size - 1) / size;
        return last <= 1 ? "" : frame.t("stocktaking.list.page", frame.number(query.page()), frame.number(last));
    }

    private static Elsewhere elsewhere(Frame frame, ProjectListQuery query) {
        String text = query.query().text();
        String words = RegisterAddress.write(RegisterQuery.all(frame.language()).matching(text));
        return new Elsewhere(
                query.filters() == 0 ? "" : query.base() + (words.isEmpty() ? "" : "?" + words),
                text.isEmpty() ? "" : query.url(query.query().matching("")),
                words.isEmpty() ? "" : frame.url("/search") + "?" + words);
    }
}
