package org.throughline.reports.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.ledger.EntryKind;
import org.throughline.ledger.PublicLog;
import org.throughline.platform.Json;
import org.throughline.reports.PublishedReport;
import org.throughline.reports.PublishedReports;
import org.throughline.reports.ReportEditions;

/// An edition as one file for programs: what its fingerprint is of, every entry with its hash and, as far as it may
/// be shown, its data; and the proof that the fingerprint is on record. Written as it is read, however long it is.
@Component
public class ReportPackage {

    public static final String TYPE = "throughline-report-package/1";

    private final PublishedReports reports;
    private final PublicLog log;
    private final ReportFiles files;

    ReportPackage(PublishedReports reports, PublicLog log, ReportFiles files) {
        this.reports = reports;
        this.log = log;
        this.files = files;
    }

    /// Everything but the entries.
    public Map<String, Object> head(PublishedReport report) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("type", TYPE);
        head.put("hash", report.hash().base64Url());
        if (report.publishedAt() != null)
            head.put("publishedAt", report.publishedAt().toString());
        head.put("noLongerPublic", report.gone());
        head.put("content", report.content().content());
        log.proof(EntryKind.EDITION, ReportEditions.subject(report.slug(), report.number()), report.hash())
                .ifPresent(proof -> head.put("proof", proof));
        return head;
    }

    public static Map<String, Object> entry(PublishedReport.Line line) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("number", line.number());
        entry.put("version", line.version());
        entry.put("hash", line.hash().hex());
        if (line.whole()) line.entry().ifPresent(one -> entry.put("data", one.data()));
        else line.entry().ifPresent(one -> entry.put("partOfData", one.data()));
        if (!line.gone().isEmpty()) entry.put("gone", line.gone());
        if (line.mergedInto() != null) entry.put("mergedInto", line.mergedInto());
        return entry;
    }

    void write(PublishedReport report, OutputStream out) throws IOException {
        String head = Json.write(head(report));
        write(out, head.substring(0, head.length() - 1) + ",\"entries\":[");
        Files.copy(files.entries(report, to -> entries(report, to)), out);
        write(out, "\n]}\n");
    }

    private void entries(PublishedReport report, OutputStream out) throws IOException {
        boolean[] first = {true};
        reports.each(report, line -> {
            try {
                write(out, (first[0] ? "\n" : ",\n") + Json.write(entry(line)));
                first[0] = false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
