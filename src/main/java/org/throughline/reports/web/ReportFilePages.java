package org.throughline.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.platform.Csv;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.reports.FigureData;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;

/// Reports to take away: whole as PDF, DOCX, HTML and JSON, single figures as CSV and JSON.
@Controller
class ReportFilePages {

    private final PublishedReports reports;
    private final ReportFiles files;
    private final ReportPackage packages;
    private final ReportDocuments documents;
    private final Messages messages;

    ReportFilePages(
            PublishedReports reports,
            ReportFiles files,
            ReportPackage packages,
            ReportDocuments documents,
            Messages messages) {
        this.reports = reports;
        this.files = files;
        this.packages = packages;
        this.documents = documents;
        this.messages = messages;
    }

    @OpenToAll
    @GetMapping("/reports/{slug}.pdf")
    ResponseEntity<Resource> pdf(
            Frame frame,
            @PathVariable String slug,
            @RequestParam Optional<String> edition,
            @RequestParam Optional<String> language) {
        return file(frame, slug, edition, language, "pdf");
    }

    @OpenToAll
    @GetMapping("/reports/{slug}.docx")
    ResponseEntity<Resource> docx(
            Frame frame,
            @PathVariable String slug,
            @RequestParam Optional<String> edition,
            @RequestParam Optional<String> language) {
        return file(frame, slug, edition, language, "docx");
    }

    @OpenToAll
    @GetMapping("/reports/{slug}.html")
    ResponseEntity<Resource> html(
            Frame frame,
            @PathVariable String slug,
            @RequestParam Optional<String> edition,
            @RequestParam Optional<String> language) {
        return file(frame, slug, edition, language, "html");
    }

    private ResponseEntity<Resource> file(
            Frame frame, String slug, Optional<String> edition, Optional<String> language, String format) {
        PublishedReport report = Chosen.edition(reports, slug, edition);
        String chosen = language.orElse(frame.language());
        if (!Languages.ALL.contains(chosen)) throw Refusal.notFound();
        return answer(files.get(report, chosen, format), report, chosen, format);
    }

    static ResponseEntity<Resource> answer(Path file, PublishedReport report, String language, String format) {
        String name = report.slug() + "-edition-" + report.number() + "-" + language + "." + format;
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type(format))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(new FileSystemResource(file));
    }

    private static String type(String format) {
        return switch (format) {
            case "pdf" -> MediaType.APPLICATION_PDF_VALUE;
            case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            default -> "text/html;charset=utf-8";
        };
    }

    /// The edition with everything its fingerprint is of, and the proof that it is on record.
    @OpenToAll
    @GetMapping(path = "/reports/{slug}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    void json(HttpServletResponse response, @PathVariable String slug, @RequestParam Optional<String> edition)
            throws IOException {
        PublishedReport report = Chosen.edition(reports, slug, edition);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        try (OutputStream out = response.getOutputStream()) {
            packages.write(report, out);
        }
    }

    @OpenToAll
    @GetMapping("/reports/{slug}/figures/{code}.csv")
    ResponseEntity<byte[]> csv(
            Frame frame, @PathVariable String slug, @PathVariable String code, @RequestParam Optional<String> edition) {
        PublishedReport report = Chosen.edition(reports, slug, edition);
        FigureData data = report.figure(code).orElseThrow(Refusal::notFound);
        Labels labels = documents.labels(report, frame.language());
        var csv = new StringBuilder();
        Csv.row(csv, FigureRows.header(data, messages.in(frame.language())));
        data.rows().forEach(row -> Csv.row(csv, FigureRows.row(data, row, labels)));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(slug + "-edition-" + report.number() + "-" + code + ".csv")
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    @OpenToAll
    @GetMapping(path = "/reports/{slug}/figures/{code}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> figure(
            @PathVariable String slug, @PathVariable String code, @RequestParam Optional<String> edition) {
        PublishedReport report = Chosen.edition(reports, slug, edition);
        FigureData data = report.figure(code).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.write(FigureRows.json(report, data)));
    }
}
