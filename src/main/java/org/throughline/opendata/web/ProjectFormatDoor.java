package org.throughline.opendata.web;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.throughline.opendata.ProjectFormats;
import org.throughline.opendata.SchemaOrg;
import org.throughline.opendata.Signposts;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.PageStore;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.RegisterTags;

/// An entry for programs, each format at the entry's address with an ending.
@Controller
class ProjectFormatDoor {

    private static final String NUMBER = "/stocktaking/{number:\\d{1,9}}";

    private final PublishedProjects projects;
    private final ProjectFormats formats;
    private final SchemaOrg schemaOrg;
    private final Signposts signposts;
    private final PageStore pages;

    ProjectFormatDoor(
            PublishedProjects projects,
            ProjectFormats formats,
            SchemaOrg schemaOrg,
            Signposts signposts,
            PageStore pages) {
        this.projects = projects;
        this.formats = formats;
        this.schemaOrg = schemaOrg;
        this.signposts = signposts;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping(NUMBER + ".jsonld")
    ResponseEntity<byte[]> jsonLd(@PathVariable long number) {
        return answer(number, "application/ld+json", project -> Json.write(schemaOrg.of(project)));
    }

    @OpenToAll
    @GetMapping(NUMBER + ".json")
    ResponseEntity<byte[]> json(@PathVariable long number) {
        return answer(number, "application/json", project -> Json.write(formats.line(project)));
    }

    @OpenToAll
    @GetMapping(NUMBER + ".iati.xml")
    ResponseEntity<byte[]> iati(@PathVariable long number) {
        return answer(number, "application/xml", formats::iati);
    }

    @OpenToAll
    @GetMapping(NUMBER + ".dc.xml")
    ResponseEntity<byte[]> dublinCore(@PathVariable long number) {
        return answer(number, "application/xml", formats::dublinCore);
    }

    @OpenToAll
    @GetMapping(NUMBER + ".datacite.xml")
    ResponseEntity<byte[]> dataCite(@PathVariable long number) {
        return answer(number, "application/xml", formats::dataCite);
    }

    @OpenToAll
    @GetMapping(NUMBER + Signposts.LINKSET)
    ResponseEntity<byte[]> linkset(@PathVariable long number) {
        return answer(number, "application/linkset+json", project -> Json.write(signposts.linkset(project)));
    }

    private ResponseEntity<byte[]> answer(long number, String type, Function<PublishedProject, String> written) {
        PublishedProject project = projects.find(number).orElse(null);
        if (project == null) throw gone(number);
        pages.dependsOn(RegisterTags.project(number));
        pages.freshFor(java.time.Duration.ofHours(1));
        String address = signposts.address(number);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=utf-8"))
                .header(HttpHeaders.LINK, "<" + address + ">; rel=\"describes\"; type=\"text/html\"")
                .body(written.apply(project).getBytes(StandardCharsets.UTF_8));
    }

    private Refusal gone(long number) {
        return projects.tombstone(number).isPresent()
                ? new Refusal("project-withdrawn", 410, "opendata.problem.gone")
                : Refusal.notFound();
    }
}
