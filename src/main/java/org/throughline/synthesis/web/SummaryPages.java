package org.throughline.synthesis.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.citations.CitationTags;
import org.throughline.citations.Cited;
import org.throughline.citations.Citing;
import org.throughline.citations.MarkLine;
import org.throughline.inputs.InputTags;
import org.throughline.inputs.PublishedInputs;
import org.throughline.ledger.PublicLog;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.document.Document;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Surroundings;
import org.throughline.synthesis.EditionChanges;
import org.throughline.synthesis.PublishedSummaries;
import org.throughline.synthesis.PublishedSummary;
import org.throughline.vocabulary.TermNames;

/// The published summary of a call: to read with its sources, and to take away as DOCX, PDF and JSON.
@Controller
class SummaryPages {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final PublishedCalls calls;
    private final PublishedSummaries summaries;
    private final EditionChanges changes;
    private final PublishedInputs inputs;
    private final SummaryDocument documents;
    private final SummaryFiles files;
    private final TermNames names;
    private final PublicLog log;
    private final Cited cited;
    private final List<Surroundings> surroundings;
    private final PageStore pages;

    SummaryPages(
            PublishedCalls calls,
            PublishedSummaries summaries,
            EditionChanges changes,
            PublishedInputs inputs,
            SummaryDocument documents,
            SummaryFiles files,
            TermNames names,
            PublicLog log,
            Cited cited,
            List<Surroundings> surroundings,
            PageStore pages) {
        this.calls = calls;
        this.summaries = summaries;
        this.changes = changes;
        this.inputs = inputs;
        this.documents = documents;
        this.files = files;
        this.names = names;
        this.log = log;
        this.cited = cited;
        this.surroundings = surroundings;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/summary")
    ModelAndView show(Frame frame, @PathVariable String slug, @RequestParam Optional<String> edition) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        pages.sameForAll(
                "call:" + slug,
                "summary:" + slug,
                InputTags.list(slug),
                InputTags.statistics(slug),
                CitationTags.of(Citing.Kind.SUMMARY, slug));
        PublishedSummary summary = summary(call, edition);
        List<PublishedSummary> editions = summaries.editions(call.id());
        return Pages.show(
                frame,
                "synthesis/web/summary",
                new SummaryPage(
                        call,
                        summary,
                        editions,
                        inputs.tally(call.id()),
                        names,
                        changes.of(summary.edition()).orElse(null),
                        isLast(summary, editions)
                                ? MarkLine.of(frame, cited.marks(Citing.Kind.SUMMARY, slug))
                                : List.of(),
                        Surroundings.all(surroundings, frame, "/calls/" + slug + "/summary"),
                        false));
    }

    // What citations are kept of: the edition that was published last.
    private static boolean isLast(PublishedSummary summary, List<PublishedSummary> editions) {
        return editions.getFirst().edition().equals(summary.edition());
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/summary.docx")
    ResponseEntity<byte[]> docx(@PathVariable String slug, @RequestParam Optional<String> edition) {
        return file(files.docx(document(slug, edition)), DOCX, name(slug, edition) + ".docx");
    }

    @OpenToAll
    @GetMapping("/calls/{slug}/summary.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String slug, @RequestParam Optional<String> edition) {
        return file(files.pdf(document(slug, edition)), MediaType.APPLICATION_PDF_VALUE, name(slug, edition) + ".pdf");
    }

    private static String name(String slug, Optional<String> edition) {
        return slug + "-summary" + edition.map(which -> "-edition-" + which).orElse("");
    }

    private Document document(String slug, Optional<String> edition) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        pages.dependsOn("call:" + slug, "summary:" + slug, InputTags.list(slug), InputTags.statistics(slug));
        PublishedSummary summary = summary(call, edition);
        String query = SummaryPage.editionQuery(summary, summaries.editions(call.id()));
        return documents.of(call, summary, query, inputs.tally(call.id()));
    }

    @OpenToAll
    @GetMapping(path = "/calls/{slug}/summary.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SummaryJson> json(@PathVariable String slug, @RequestParam Optional<String> edition) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        SummaryJson json = SummaryJson.of(slug, summary(call, edition), log);
        // Its proof comes a moment after it; an answer without is not kept.
        if (json.proof() != null) pages.dependsOn("call:" + slug, "summary:" + slug, InputTags.list(slug));
        return ResponseEntity.ok(json);
    }

    private PublishedSummary summary(Call call, Optional<String> edition) {
        return edition.map(which -> summaries.edition(call.id(), which))
                .orElseGet(() -> summaries.newest(call.id()))
                .orElseThrow(Refusal::notFound);
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(content);
    }
}
