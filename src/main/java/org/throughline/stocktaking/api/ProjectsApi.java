package org.throughline.stocktaking.api;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.JsonAnswer;
import org.throughline.platform.web.JsonAnswer.Listing;
import org.throughline.platform.web.PageStore;
import org.throughline.search.SearchResults.State;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.ProjectJson;
import org.throughline.stocktaking.ProjectRefusals;
import org.throughline.stocktaking.Projects;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.RegisterAddress;
import org.throughline.stocktaking.RegisterQuery;
import org.throughline.stocktaking.RegisterResult;
import org.throughline.stocktaking.RegisterResult.FacetCount;
import org.throughline.stocktaking.RegisterTags;

/// What is public of the registers, for programs.
@RestController
class ProjectsApi {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final Projects projects;
    private final PublishedProjects published;
    private final PageStore pages;
    private final Settings settings;
    private final Clock clock;

    ProjectsApi(Projects projects, PublishedProjects published, PageStore pages, Settings settings, Clock clock) {
        this.projects = projects;
        this.published = published;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/api/v1/projects")
    ResponseEntity<byte[]> list(
            Frame frame,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "" + PAGE) int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        RegisterQuery query = RegisterAddress.read(parameters, frame.language(), size);
        remember(query);
        RegisterResult result = projects.find(query, List.of());
        if (result.state() == State.UNAVAILABLE) throw ProjectRefusals.searchDown();
        Instant now = clock.instant();
        int page = RegisterAddress.page(parameters);
        String asked = RegisterAddress.write(query);
        String next = (long) page * size >= result.total()
                ? null
                : "/api/v1/projects?" + (asked.isEmpty() ? "" : asked + "&")
                        + (size == PAGE ? "" : "limit=" + size + "&") + "page=" + (page + 1);
        return JsonAnswer.of(new Listing<>(
                published.lines(result.numbers()).stream()
                        .map(line -> ProjectJson.line(settings.publicUrl(), line, now))
                        .toList(),
                result.total(),
                next));
    }

    /// How many of what is found have each value of each facet.
    record Counts(long total, Map<String, Map<String, Long>> facets) {}

    @OpenToAll
    @GetMapping("/api/v1/projects/facets")
    ResponseEntity<byte[]> facets(Frame frame, @RequestParam MultiValueMap<String, String> parameters) {
        RegisterQuery query = RegisterAddress.read(parameters, frame.language(), 0);
        remember(query);
        RegisterResult result = projects.find(query);
        if (result.state() == State.UNAVAILABLE) throw ProjectRefusals.searchDown();
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        for (Facet facet : Facet.ALL) {
            Map<String, Long> values = new LinkedHashMap<>();
            for (FacetCount count : result.facets().getOrDefault(facet, List.of()))
                values.put(count.value(), count.count());
            counts.put(facet.parameter(), values);
        }
        projects.counted(query).forEach((field, some) -> {
            Map<String, Long> values = new LinkedHashMap<>();
            some.forEach(count -> values.put(count.value(), count.count()));
            counts.put(RegisterAddress.OWN + field, values);
        });
        return JsonAnswer.of(new Counts(result.total(), counts));
    }

    // The index follows a change by a moment, so what it finds is made anew for everybody.
    private void remember(RegisterQuery query) {
        if (!query.text().isEmpty()) return;
        pages.dependsOn(RegisterTags.list());
        pages.freshFor(RegisterTags.untilLightsTurn(clock.instant()));
    }

    @OpenToAll
    @GetMapping("/api/v1/projects/{number:\\d{1,9}}")
    ResponseEntity<byte[]> one(@PathVariable long number) {
        PublishedProject project = published.find(number).orElse(null);
        if (project == null)
            throw published.tombstone(number).map(ProjectRefusals::gone).orElseGet(Refusal::notFound);
        Instant now = clock.instant();
        pages.dependsOn(RegisterTags.project(number), RegisterTags.collection(project.collection()));
        pages.freshFor(RegisterTags.untilLightsTurn(now));
        return JsonAnswer.of(ProjectJson.whole(settings.publicUrl(), project, published.attachments(number), now));
    }
}
