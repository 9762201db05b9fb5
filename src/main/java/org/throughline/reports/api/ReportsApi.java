package org.throughline.reports.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.JsonAnswer;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.web.ReportPackage;

/// Public reports for programs: which there are, what an edition was made of, and its entries a page at a time.
@RestController
class ReportsApi {

    private static final int MOST = 500;

    private final PublishedReports reports;
    private final ReportPackage packages;

    ReportsApi(PublishedReports reports, ReportPackage packages) {
        this.reports = reports;
        this.packages = packages;
    }

    @OpenToAll
    @GetMapping("/api/v1/reports")
    ResponseEntity<byte[]> list() {
        return JsonAnswer.of(
                Map.of("reports", reports.all().stream().map(ReportsApi::brief).toList()));
    }

    private static Map<String, Object> brief(PublishedReport report) {
        Map<String, Object> brief = new LinkedHashMap<>();
        brief.put("slug", report.slug());
        brief.put("title", report.recipe().title());
        brief.put("edition", report.number());
        brief.put("stage", report.stage().word());
        brief.put("publishedAt", String.valueOf(report.publishedAt()));
        brief.put("frozenAt", report.frozenAt().toString());
        if (report.commentsUntil() != null)
            brief.put("commentsUntil", report.commentsUntil().toString());
        brief.put("projects", report.projects());
        brief.put("hash", report.hash().base64Url());
        return brief;
    }

    @OpenToAll
    @GetMapping("/api/v1/reports/{slug}")
    ResponseEntity<byte[]> show(@PathVariable String slug, @RequestParam Optional<String> edition) {
        return JsonAnswer.of(packages.head(report(slug, edition)));
    }

    @OpenToAll
    @GetMapping("/api/v1/reports/{slug}/entries")
    ResponseEntity<byte[]> entries(
            @PathVariable String slug,
            @RequestParam Optional<String> edition,
            @RequestParam Optional<String> offset,
            @RequestParam Optional<String> limit) {
        PublishedReport report = report(slug, edition);
        int from = number(offset, 0, Integer.MAX_VALUE - 1);
        int size = Math.min(MOST, number(limit, 100, 1_000_000));
        List<PublishedReport.Line> lines = reports.lines(report, from, size);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("edition", report.number());
        answer.put("total", report.projects());
        answer.put("offset", from);
        List<Map<String, Object>> entries = new ArrayList<>();
        lines.forEach(line -> entries.add(ReportPackage.entry(line)));
        answer.put("entries", entries);
        return JsonAnswer.of(answer);
    }

    private static int number(Optional<String> text, int otherwise, int most) {
        if (text.isEmpty()) return otherwise;
        if (!text.get().matches("\\d{1,9}")) throw Refusal.badRequest();
        return Math.min(most, Integer.parseInt(text.get()));
    }

    private PublishedReport report(String slug, Optional<String> edition) {
        Integer number = edition.map(text -> {
                    if (!text.matches("[1-9]\\d{0,8}")) throw Refusal.notFound();
                    return Integer.valueOf(text);
                })
                .orElse(null);
        return reports.find(slug, number).orElseThrow(Refusal::notFound);
    }
}
