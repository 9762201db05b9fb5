package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.platform.Moments;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.markup.Xml;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Gzip;
import org.throughline.stocktaking.Facet;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectForm;
import org.throughline.stocktaking.ProjectJson;
import org.throughline.stocktaking.ProjectLine;
import org.throughline.stocktaking.Projects;
import org.throughline.stocktaking.PublishedCollections;
import org.throughline.stocktaking.PublishedCollections.PublishedCollection;
import org.throughline.stocktaking.PublishedProject;
import org.throughline.stocktaking.PublishedProjects;
import org.throughline.stocktaking.PublishedProjects.PublishedAttachment;
import org.throughline.stocktaking.RegisterAddress;
import org.throughline.stocktaking.RegisterQuery;
import org.throughline.stocktaking.RegisterQuery.Sort;
import tools.jackson.databind.JsonNode;

/// The list of projects in other forms: what the page finds, in its order, a few hundred at a time so that size does
/// not matter.
@Controller
class ProjectExports {

    private static final int FEED = 100;

    private final PublishedCollections collections;
    private final Projects projects;
    private final PublishedProjects published;
    private final Settings settings;
    private final Clock clock;

    ProjectExports(
            PublishedCollections collections,
            Projects projects,
            PublishedProjects published,
            Settings settings,
            Clock clock) {
        this.collections = collections;
        this.projects = projects;
        this.published = published;
        this.settings = settings;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping({"/stocktaking.csv", "/collections/{slug:[a-z0-9-]+}.csv"})
    void csv(
            Frame frame,
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PublishedCollection collection = of(slug);
        List<Long> numbers = projects.numbers(query(collection, parameters, frame));
        List<String> fields = collections
                .form(collection)
                .fields()
                .filter(field -> !field.hidden())
                .map(ProjectForm.Field::code)
                .toList();
        Instant now = clock.instant();
        try (Writer out = begin(request, response, "text/csv;charset=utf-8", name(collection, now, ".csv"))) {
            out.append('\uFEFF');
            List<Object> head = new ArrayList<>(List.of(
                    "number",
                    "url",
                    "language",
                    "light",
                    "version",
                    "completeness",
                    "receivedAt",
                    "publishedAt",
                    "updatedAt",
                    "confirmedAt",
                    "closedAt"));
            head.addAll(fields);
            Csv.row(out, head);
            published.each(numbers, project -> Csv.row(out, row(project, fields, now)));
        }
    }

    private PublishedCollection of(@Nullable String slug) {
        return collections.find(slug == null ? ProjectCollection.WSIS : slug).orElseThrow(Refusal::notFound);
    }

    // Files of several registers and days lie side by side where they are kept.
    private static String name(PublishedCollection collection, Instant now, String ending) {
        String of = collection.slug().equals(ProjectCollection.WSIS) ? "wsis-stocktaking" : collection.slug();
        return of + "-" + LocalDate.ofInstant(now, Moments.GENEVA) + ending;
    }

    private List<Object> row(PublishedProject project, List<String> fields, Instant now) {
        List<Object> row = new ArrayList<>();
        row.add(project.number());
        row.add(ProjectJson.url(settings.publicUrl(), project.number()));
        row.add(project.language());
        row.add(project.light(now).word());
        row.add(project.version());
        row.add(project.completeness());
        row.add(project.receivedAt());
        row.add(project.publishedAt());
        row.add(project.updatedAt());
        row.add(project.confirmedAt());
        row.add(project.closedAt() == null ? "" : project.closedAt());
        for (String field : fields) row.add(cell(project.answers().get(field)));
        return row;
    }

    // As an import without a mapping reads it: texts as they are, lists with semicolons, rows as JSON.
    private static Object cell(@Nullable JsonNode value) {
        if (value == null) return "";
        if (value.isIntegralNumber()) return value.longValue();
        if (!value.isArray()) return value.asString("");
        List<String> values = new ArrayList<>();
        for (JsonNode one : value) {
            if (!one.isString() || one.stringValue().indexOf(';') >= 0) return Json.write(value);
            values.add(one.stringValue());
        }
        return String.join(";", values);
    }

    @OpenToAll
    @GetMapping({"/stocktaking.jsonl", "/collections/{slug:[a-z0-9-]+}.jsonl"})
    void jsonLines(
            Frame frame,
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PublishedCollection collection = of(slug);
        List<Long> numbers = projects.numbers(query(collection, parameters, frame));
        Instant now = clock.instant();
        try (Writer out =
                begin(request, response, "application/x-ndjson;charset=utf-8", name(collection, now, ".jsonl"))) {
            published.inParts(
                    numbers,
                    this::withAttachments,
                    part -> part.forEach(one ->
                            line(out, ProjectJson.whole(settings.publicUrl(), one.project(), one.attachments(), now))));
        }
    }

    private record Attached(PublishedProject project, List<PublishedAttachment> attachments) {}

    private List<Attached> withAttachments(List<Long> numbers) {
        Map<Long, List<PublishedAttachment>> attached = published.attachments(numbers);
        return published.whole(numbers).stream()
                .map(project -> new Attached(project, attached.getOrDefault(project.number(), List.of())))
                .toList();
    }

    private static void line(Writer out, Object value) {
        try {
            out.append(Json.write(value)).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @OpenToAll
    @GetMapping({"/stocktaking.atom", "/collections/{slug:[a-z0-9-]+}.atom"})
    ResponseEntity<byte[]> atom(
            Frame frame,
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam MultiValueMap<String, String> parameters) {
        PublishedCollection collection = of(slug);
        // A feed is newest first, whatever the order of the list.
        RegisterQuery query =
                query(collection, parameters, frame).sorted(Sort.NEWEST).page(0, FEED);
        List<Long> numbers = projects.numbers(query);
        List<ProjectLine> lines = published.lines(numbers.subList(0, Math.min(FEED, numbers.size())));
        String self = settings.publicUrl() + collection.path() + ".atom";
        String asked = RegisterAddress.write(query.sorted(Sort.BEST_MATCH), Facet.COLLECTION);
        var xml = new Xml();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").open("feed", "xmlns", "http://www.w3.org/2005/Atom");
        xml.element("id", asked.isEmpty() ? self : self + "?" + asked);
        xml.element("title", frame.text(collection.name()));
        xml.empty("link", "rel", "self", "href", asked.isEmpty() ? self : self + "?" + asked);
        xml.element(
                "updated",
                lines.isEmpty()
                        ? clock.instant().toString()
                        : lines.getFirst().publishedAt().toString());
        for (ProjectLine line : lines) entry(xml, line);
        xml.close("feed");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=utf-8"))
                .body(xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void entry(Xml xml, ProjectLine line) {
        String url = ProjectJson.url(settings.publicUrl(), line.number());
        xml.open("entry");
        xml.element("id", url);
        xml.element("title", line.title(), "xml:lang", line.language());
        xml.element("published", line.publishedAt().toString());
        xml.element("updated", line.updatedAt().toString());
        xml.open("author")
                .element("name", line.entityName().isEmpty() ? "–" : line.entityName())
                .close("author");
        xml.empty("link", "href", url);
        xml.element("summary", line.summary(), "xml:lang", line.language());
        xml.close("entry");
    }

    private static RegisterQuery query(
            PublishedCollection collection, MultiValueMap<String, String> parameters, Frame frame) {
        return RegisterAddress.read(parameters, frame.language(), 0).where(Facet.COLLECTION, collection.slug());
    }

    private static Writer begin(HttpServletRequest request, HttpServletResponse response, String type, String name)
            throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return new BufferedWriter(
                new OutputStreamWriter(Gzip.stream(request, response), StandardCharsets.UTF_8), 32 * 1024);
    }
}
