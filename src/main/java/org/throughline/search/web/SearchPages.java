package org.throughline.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.throughline.platform.Languages;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.search.Search;
import org.throughline.search.SearchQuery;
import org.throughline.search.SearchQuery.Order;
import org.throughline.search.SearchResults;
import org.throughline.search.SearchResults.FacetCount;
import org.throughline.search.SearchResults.Hit;
import org.throughline.search.SearchResults.Marked;
import org.throughline.search.SearchResults.Span;
import org.throughline.search.SearchResults.State;
import org.throughline.search.Titles;

/// The page on which everything published can be looked for.
@Controller
class SearchPages {

    private static final int SIZE = 10;
    private static final String NEWEST = "newest";

    private final Search search;
    private final Titles titles;
    private final PageStore pages;

    SearchPages(Search search, Titles titles, PageStore pages) {
        this.search = search;
        this.titles = titles;
        this.pages = pages;
    }

    /// What a reader asked, as it stands in the address.
    private record Asked(String q, String kind, String language, boolean newest, int page) {

        String url(Frame frame, String kind, String language, int page) {
            return url(frame, kind, language, newest, page);
        }

        String url(Frame frame, String kind, String language, boolean newest, int page) {
            var url = UriComponentsBuilder.fromPath(frame.url("/search")).queryParam("q", "{q}");
            if (!kind.isEmpty()) url.queryParam("kind", "{kind}");
            if (!language.isEmpty()) url.queryParam("language", "{language}");
            if (newest) url.queryParam("sort", NEWEST);
            if (page > 1) url.queryParam("page", page);
            var values = new ArrayList<>(List.of(q));
            if (!kind.isEmpty()) values.add(kind);
            if (!language.isEmpty()) values.add(language);
            return url.encode().buildAndExpand(values.toArray()).toUriString();
        }
    }

    @OpenToAll
    @GetMapping("/search")
    ModelAndView search(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") String page) {
        if (q.isBlank()) {
            pages.dependsOn("search");
            return Pages.show(frame, "search/web/search", SearchPage.empty());
        }
        var asked = new Asked(
                q, kind, language, sort.equals(NEWEST), page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1);
        SearchQuery query = SearchQuery.of(q, frame.language())
                .ofKinds(kind.isEmpty() ? List.of() : List.of(kind))
                .inLanguages(language.isEmpty() ? List.of() : List.of(language))
                .ordered(asked.newest() ? Order.NEWEST : Order.BEST_MATCH)
                .page(asked.page(), SIZE);
        SearchResults results = search.find(query);
        SearchPage shown = page(frame, asked, query, results);
        return Pages.show(frame, "search/web/search", shown, results.state() == State.UNAVAILABLE ? 503 : 200);
    }

    private SearchPage page(Frame frame, Asked asked, SearchQuery query, SearchResults results) {
        boolean more = (long) query.page() * query.size() < results.total();
        return new SearchPage(
                asked.q(),
                results.state(),
                results.searched().isEmpty(),
                results.total(),
                results.similar(),
                results.hits().stream().map(hit -> result(frame, hit)).toList(),
                chips(frame, asked),
                kinds(frame, asked, results),
                languages(frame, asked, results),
                sorts(frame, asked),
                query.page() > 1 ? asked.url(frame, asked.kind(), asked.language(), query.page() - 1) : null,
                more ? asked.url(frame, asked.kind(), asked.language(), query.page() + 1) : null,
                query.page());
    }

    private SearchPage.Result result(Frame frame, Hit hit) {
        boolean foreign = !hit.language().equals(frame.language());
        Optional<Marked> instead =
                titles.insteadOf(hit, frame.language()).map(name -> new Marked(List.of(new Span(name, false))));
        String titled = instead.isPresent() ? frame.language() : hit.language();
        return new SearchPage.Result(
                frame.url(hit.url()),
                Kinds.name(frame, hit.kind()),
                hit.language(),
                Languages.direction(hit.language()),
                foreign ? Languages.endonym(hit.language()) : null,
                instead.orElse(hit.title()),
                titled,
                Languages.direction(titled),
                hit.snippet(),
                hit.happenedAt() == null ? null : frame.date(hit.happenedAt()));
    }

    private static List<SearchPage.Chip> chips(Frame frame, Asked asked) {
        var chips = new ArrayList<SearchPage.Chip>();
        if (!asked.kind().isEmpty())
            chips.add(new SearchPage.Chip(
                    Kinds.name(frame, asked.kind()), null, asked.url(frame, "", asked.language(), 1)));
        if (!asked.language().isEmpty())
            chips.add(new SearchPage.Chip(
                    Languages.endonym(asked.language()), asked.language(), asked.url(frame, asked.kind(), "", 1)));
        return chips;
    }

    private static List<SearchPage.Sort> sorts(Frame frame, Asked asked) {
        return List.of(
                sort(frame, asked, frame.t("search.sort.match"), false),
                sort(frame, asked, frame.t("search.sort.newest"), true));
    }

    private static SearchPage.Sort sort(Frame frame, Asked asked, String name, boolean newest) {
        boolean shown = asked.newest() == newest;
        return new SearchPage.Sort(name, shown ? null : asked.url(frame, asked.kind(), asked.language(), newest, 1));
    }

    private static List<SearchPage.Choice> kinds(Frame frame, Asked asked, SearchResults results) {
        return results.facets().getOrDefault("kind", List.of()).stream()
                .filter(count -> !count.value().equals(asked.kind()))
                .map(count -> choice(
                        Kinds.name(frame, count.value()),
                        null,
                        count,
                        asked.url(frame, count.value(), asked.language(), 1)))
                .toList();
    }

    private static List<SearchPage.Choice> languages(Frame frame, Asked asked, SearchResults results) {
        return results.facets().getOrDefault("language", List.of()).stream()
                .filter(count -> !count.value().equals(asked.language()))
                .map(count -> choice(
                        Languages.endonym(count.value()),
                        count.value(),
                        count,
                        asked.url(frame, asked.kind(), count.value(), 1)))
                .toList();
    }

    private static SearchPage.Choice choice(String name, @Nullable String language, FacetCount count, String url) {
        return new SearchPage.Choice(name, language, count.count(), url);
    }
}
