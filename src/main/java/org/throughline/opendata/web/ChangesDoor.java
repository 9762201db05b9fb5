package org.throughline.opendata.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.opendata.ChangedRecord;
import org.throughline.opendata.ChangedRecords;
import org.throughline.opendata.OpenDataSettings;
import org.throughline.opendata.Withdrawals;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.markup.Xml;
import org.throughline.platform.web.PageStore;
import org.throughline.stocktaking.ProjectTombstone;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.RegisterTags;

/// What changed in the register as a feed, and what is gone from it as a list, for those who keep a copy.
@Controller
class ChangesDoor {

    private static final int FEED = 100;
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    private final ChangedRecords changes;
    private final Withdrawals withdrawals;
    private final PublishedProjects projects;
    private final Settings settings;
    private final OpenDataSettings openData;
    private final PageStore pages;

    ChangesDoor(
            ChangedRecords changes,
            Withdrawals withdrawals,
            PublishedProjects projects,
            Settings settings,
            OpenDataSettings openData,
            PageStore pages) {
        this.changes = changes;
        this.withdrawals = withdrawals;
        this.projects = projects;
        this.settings = settings;
        this.openData = openData;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/data/changes.atom")
    ResponseEntity<byte[]> changes(@RequestParam @Nullable String collection) {
        if (collection != null && !collection.matches("[a-z0-9-]{1,40}")) throw Refusal.notFound();
        pages.dependsOn(RegisterTags.list());
        List<ChangedRecord> newest = changes.newest(collection, FEED);
        Map<Long, PublishedProject> whole =
                projects
                        .whole(newest.stream()
                                .filter(ChangedRecord::isPublic)
                                .map(ChangedRecord::number)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(PublishedProject::number, Function.identity()));
        Instant updated = newest.isEmpty() ? Instant.EPOCH : newest.getFirst().changedAt();
        Xml xml = begin(
                "/data/changes.atom" + (collection == null ? "" : "?collection=" + collection),
                "Changes of the register",
                updated);
        for (ChangedRecord change : newest) {
            PublishedProject project = whole.get(change.number());
            if (project == null) deleted(xml, change.number(), change.changedAt(), change.kind());
            else entry(xml, project, change.changedAt());
        }
        return answer(xml.close("feed"));
    }

    private Xml begin(String path, String title, Instant updated) {
        var xml = new Xml();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .open("feed", "xmlns", ATOM, "xmlns:at", TOMBSTONES, "xml:lang", "en");
        xml.element("id", settings.publicUrl() + path);
        xml.element("title", title + " – " + settings.name());
        xml.element("updated", updated.toString());
        xml.empty("link", "rel", "self", "href", settings.publicUrl() + path);
        xml.empty("link", "rel", "license", "href", openData.licence());
        xml.open("author").element("name", openData.publisher(settings)).close("author");
        return xml;
    }

    private void entry(Xml xml, PublishedProject project, Instant at) {
        xml.open("entry", "xml:lang", project.language());
        xml.element("id", address(project.number()));
        xml.element("title", project.title());
        xml.element("published", project.publishedAt().toString());
        xml.element("updated", at.toString());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", address(project.number()));
        if (!project.entityName().isBlank())
            xml.open("author").element("name", project.entityName()).close("author");
        project.actionLines()
                .forEach(code -> xml.empty(
                        "category", "term", code, "scheme", settings.publicUrl() + "/vocabularies/action-lines"));
        if (!project.summary().isBlank()) xml.element("summary", project.summary());
        xml.close("entry");
    }

    // RFC 6721: what a reader of the feed is asked to throw away.
    private void deleted(Xml xml, long number, Instant at, String why) {
        xml.open("at:deleted-entry", "ref", address(number), "when", at.toString());
        xml.element("at:comment", why, "xml:lang", "en");
        xml.close("at:deleted-entry");
    }

    @OpenToAll
    @GetMapping("/data/withdrawals.atom")
    ResponseEntity<byte[]> withdrawn() {
        pages.dependsOn(RegisterTags.list());
        List<ProjectTombstone> newest = withdrawals.newest(FEED);
        Instant updated = newest.isEmpty() ? Instant.EPOCH : newest.getFirst().at();
        Xml xml = begin("/data/withdrawals.atom", "Withdrawn from the register", updated);
        newest.forEach(gone -> deleted(xml, gone.number(), gone.at(), gone.kind()));
        return answer(xml.close("feed"));
    }

    @OpenToAll
    @GetMapping("/data/withdrawals.csv")
    void csv(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"withdrawals.csv\"");
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 15)) {
            Csv.row(out, List.of("number", "url", "collection", "state", "goneAt", "mergedInto"));
            withdrawals.each(gone -> {
                List<Object> row = new ArrayList<>(List.of(
                        gone.number(),
                        address(gone.number()),
                        gone.collection(),
                        gone.kind(),
                        gone.at().toString()));
                row.add(gone.mergedInto() == null ? "" : gone.mergedInto());
                Csv.row(out, row);
            });
        }
    }

    @OpenToAll
    @GetMapping("/data/withdrawals.jsonl")
    void jsonLines(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"withdrawals.jsonl\"");
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 15)) {
            withdrawals.each(gone -> {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("number", gone.number());
                line.put("url", address(gone.number()));
                line.put("collection", gone.collection());
                line.put("state", gone.kind());
                line.put("goneAt", gone.at().toString());
                if (gone.mergedInto() != null) line.put("mergedInto", gone.mergedInto());
                write(out, Json.write(line) + "\n");
            });
        }
    }

    private static void write(Writer out, String line) {
        try {
            out.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address(long number) {
        return settings.publicUrl() + "/stocktaking/" + number;
    }

    private static ResponseEntity<byte[]> answer(Xml xml) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=utf-8"))
                .body(xml.toString().getBytes(StandardCharsets.UTF_8));
    }
}
