package org.throughline.opendata.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.throughline.opendata.CsvwMetadata;
import org.throughline.opendata.DataCatalogue;
import org.throughline.opendata.DumpEdition;
import org.throughline.opendata.Dumps;
import org.throughline.opendata.LineSchema;
import org.throughline.opendata.OpenDataSettings;
import org.throughline.opendata.VocabularyGraph;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.PageStore;

/// What tells programs what there is: the catalogue, what the columns of the files are, and vocabularies as JSON-LD.
@Controller
class CatalogueDoor {

    private static final String NAME = "{name:latest|\\d{4}-\\d{2}-\\d{2}(?:\\.\\d{1,4})?}";
    private static final String LD = "application/ld+json";
    private static final String TURTLE = "text/turtle";

    private final DataCatalogue catalogue;
    private final VocabularyGraph vocabularies;
    private final Dumps dumps;
    private final Settings settings;
    private final OpenDataSettings openData;
    private final PageStore pages;

    CatalogueDoor(
            DataCatalogue catalogue,
            VocabularyGraph vocabularies,
            Dumps dumps,
            Settings settings,
            OpenDataSettings openData,
            PageStore pages) {
        this.catalogue = catalogue;
        this.vocabularies = vocabularies;
        this.dumps = dumps;
        this.settings = settings;
        this.openData = openData;
        this.pages = pages;
    }

    /// In the form that is asked for; Turtle where none is.
    @OpenToAll
    @GetMapping("/data/catalogue")
    ResponseEntity<byte[]> negotiated(
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accepted) {
        boolean json = accepted != null && (accepted.contains(LD) || accepted.contains("application/json"));
        return ResponseEntity.status(303)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.LOCATION, json ? "/data/catalogue.jsonld" : "/data/catalogue.ttl")
                .build();
    }

    @OpenToAll
    @GetMapping("/data/catalogue.ttl")
    ResponseEntity<byte[]> turtle() {
        dependsOnEverything();
        return answer(TURTLE, catalogue.turtle());
    }

    @OpenToAll
    @GetMapping("/data/catalogue.jsonld")
    ResponseEntity<byte[]> jsonLd() {
        dependsOnEverything();
        return answer(LD, Json.write(catalogue.jsonLd()));
    }

    // A withdrawal makes the sizes and hashes of files others.
    private void dependsOnEverything() {
        pages.dependsOn("calls", "vocabularies", "dumps", "projects");
    }

    @OpenToAll
    @GetMapping("/vocabularies/{name:[a-z-]+}.jsonld")
    ResponseEntity<byte[]> vocabulary(@PathVariable String name) {
        pages.dependsOn("vocabularies");
        return answer(LD, Json.write(vocabularies.jsonLd(name).orElseThrow(Refusal::notFound)));
    }

    @OpenToAll
    @GetMapping("/data/register/" + NAME + "/" + CsvwMetadata.FILE)
    ResponseEntity<byte[]> columns(@PathVariable String name) {
        return answer("application/csvm+json", Json.write(CsvwMetadata.of(edition(name), settings, openData)));
    }

    @OpenToAll
    @GetMapping("/data/register/" + NAME + "/" + LineSchema.FILE)
    ResponseEntity<byte[]> schema(@PathVariable String name) {
        return answer("application/schema+json", Json.write(LineSchema.of(edition(name), settings)));
    }

    private DumpEdition edition(String name) {
        return dumps.find(name).orElseThrow(Refusal::notFound);
    }

    private static ResponseEntity<byte[]> answer(String type, String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=utf-8"))
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
