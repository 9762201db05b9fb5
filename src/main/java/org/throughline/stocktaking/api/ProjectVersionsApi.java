package org.throughline.stocktaking.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.PublishedVersions;
import org.throughline.stocktaking.PublishedVersions.Version;
import tools.jackson.databind.JsonNode;

/// What an entry of the register said earlier, for programs.
@RestController
class ProjectVersionsApi {

    private final PublishedVersions versions;
    private final PublishedProjects projects;

    ProjectVersionsApi(PublishedVersions versions, PublishedProjects projects) {
        this.versions = versions;
        this.projects = projects;
    }

    /// @param changed the codes of what was answered otherwise than in the version before
    record VersionLine(
            int version,
            String title,
            String language,
            Instant publishedAt,
            boolean current,
            List<String> changed,
            String url) {}

    record VersionList(long number, List<VersionLine> versions) {}

    record VersionJson(
            long number,
            int version,
            String title,
            String language,
            Instant publishedAt,
            boolean current,
            int formVersion,
            JsonNode answers,
            String url) {}

    @OpenToAll
    @GetMapping("/api/v1/projects/{number:\\d{1,9}}/versions")
    VersionList all(@PathVariable long number) {
        List<Version> all = versions.all(number);
        if (all.isEmpty()) throw gone(number);
        List<VersionLine> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Version one = all.get(i);
            lines.add(new VersionLine(
                    one.version(),
                    one.title(),
                    one.language(),
                    one.publishedAt(),
                    one.current(),
                    i == all.size() - 1 ? List.of() : one.changedSince(all.get(i + 1)),
                    path(one)));
        }
        return new VersionList(number, lines);
    }

    @OpenToAll
    @GetMapping("/api/v1/projects/{number:\\d{1,9}}/versions/{version:\\d{1,9}}")
    VersionJson one(@PathVariable long number, @PathVariable int version) {
        Version one = versions.find(number, version).orElseThrow(() -> gone(number));
        return new VersionJson(
                number,
                version,
                one.title(),
                one.language(),
                one.publishedAt(),
                one.current(),
                one.formVersion(),
                one.answers(),
                path(one));
    }

    private static String path(Version one) {
        return "/stocktaking/" + one.number() + "/versions/" + one.version();
    }

    private Refusal gone(long number) {
        return projects.tombstone(number).isPresent()
                ? new Refusal("project-not-public", 410, "stocktaking.problem.no-versions")
                : Refusal.notFound();
    }
}
