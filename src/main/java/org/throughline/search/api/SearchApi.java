package org.throughline.search.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.throughline.platform.Languages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.search.Search;
import org.throughline.search.SearchQuery;
import org.throughline.search.SearchQuery.Order;
import org.throughline.search.SearchResults;
import org.throughline.search.SearchResults.FacetCount;
import org.throughline.search.SearchResults.Hit;
import org.throughline.search.SearchResults.Marked;
import org.throughline.search.SearchResults.State;
import org.throughline.search.Titles;

/// `GET /api/v1/search`: what the public finds on the search page, for programs.
@RestController
class SearchApi {

    private static final String NEWEST = "newest";

    private final Search search;
    private final Titles titles;

    SearchApi(Search search, Titles titles) {
        this.search = search;
        this.titles = titles;
    }

    /// @param similar whether words spelled alike were taken because nothing matched as typed
    /// @param complete false while the index is being made again
    /// @param searched the terms that were looked for
    record Page(
            List<Item> items,
            long total,
            @Nullable String next,
            boolean similar,
            boolean complete,
            List<String> searched,
            Map<String, List<FacetCount>> facets) {}

    /// @param titleMarks where in the title the terms stand, in UTF-16 units
    record Item(
            String kind,
            String key,
            String url,
            String language,
            String title,
            List<Mark> titleMarks,
            String snippet,
            List<Mark> snippetMarks,
            @Nullable Instant date) {}

    record Mark(int start, int end) {}

    @OpenToAll
    @GetMapping("/api/v1/search")
    ResponseEntity<Page> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") List<String> kind,
            @RequestParam(defaultValue = "") List<String> language,
            @RequestParam(defaultValue = Languages.DEFAULT) String reader,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        SearchQuery query = SearchQuery.of(q, Languages.isKnown(reader) ? reader : Languages.DEFAULT)
                .ofKinds(kind)
                .inLanguages(language)
                .ordered(sort.equals(NEWEST) ? Order.NEWEST : Order.BEST_MATCH)
                .page(page, size);
        SearchResults results = search.find(query);
        if (results.state() == State.UNAVAILABLE)
            throw new Refusal("search-unavailable", 503, "search.problem.unavailable");
        String next =
                (long) query.page() * query.size() < results.total() ? next(q, kind, language, reader, query) : null;
        var response = ResponseEntity.ok();
        if (next != null) response.header("Link", "<" + next + ">; rel=\"next\"");
        return response.body(new Page(
                results.hits().stream().map(hit -> item(hit, reader)).toList(),
                results.total(),
                next,
                results.similar(),
                results.state() == State.READY,
                results.searched(),
                results.facets()));
    }

    private static String next(String q, List<String> kinds, List<String> languages, String reader, SearchQuery query) {
        var values = new ArrayList<Object>(List.of(q));
        var url = UriComponentsBuilder.fromPath("/api/v1/search").queryParam("q", "{q}");
        kinds.forEach(kind -> add(url, values, "kind", kind));
        languages.forEach(language -> add(url, values, "language", language));
        if (!reader.equals(Languages.DEFAULT)) add(url, values, "reader", reader);
        if (query.order() == Order.NEWEST) url.queryParam("sort", NEWEST);
        url.queryParam("page", query.page() + 1).queryParam("size", query.size());
        return url.encode().buildAndExpand(values.toArray()).toUriString();
    }

    // Each value gets a place of its own, so that braces in what was typed are not taken for places.
    private static void add(UriComponentsBuilder url, List<Object> values, String name, String value) {
        url.queryParam(name, "{v" + values.size() + "}");
        values.add(value);
    }

    private Item item(Hit hit, String reader) {
        return new Item(
                hit.kind(),
                hit.key(),
                hit.url(),
                hit.language(),
                titles.insteadOf(hit, reader).orElseGet(hit.title()::plain),
                marks(hit.title()),
                hit.snippet().plain(),
                marks(hit.snippet()),
                hit.happenedAt());
    }

    private static List<Mark> marks(Marked text) {
        var marks = new ArrayList<Mark>();
        int at = 0;
        for (var span : text.spans()) {
            if (span.found()) marks.add(new Mark(at, at + span.text().length()));
            at += span.text().length();
        }
        return marks;
    }
}
