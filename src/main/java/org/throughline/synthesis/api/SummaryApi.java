package org.throughline.synthesis.api;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.inputs.InputTags;
import org.throughline.ledger.PublicLog;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.JsonAnswer;
import org.throughline.platform.web.PageStore;
import org.throughline.synthesis.PublishedSummaries;
import org.throughline.synthesis.PublishedSummary;
import org.throughline.synthesis.web.SummaryJson;

/// The summary of a call, as it was published last or in an earlier edition, with the evidence of each sentence, for
/// programs.
@RestController
class SummaryApi {

    private final PublishedCalls calls;
    private final PublishedSummaries summaries;
    private final PublicLog log;
    private final PageStore pages;

    SummaryApi(PublishedCalls calls, PublishedSummaries summaries, PublicLog log, PageStore pages) {
        this.calls = calls;
        this.summaries = summaries;
        this.log = log;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/api/v1/calls/{slug}/summary")
    ResponseEntity<byte[]> show(@PathVariable String slug, @RequestParam Optional<String> edition) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        PublishedSummary summary = edition.map(which -> summaries.edition(call.id(), which))
                .orElseGet(() -> summaries.newest(call.id()))
                .orElseThrow(Refusal::notFound);
        SummaryJson json = SummaryJson.of(slug, summary, log);
        // What it may quote changes with every input that is withdrawn. Its proof comes a moment after it; an answer
        // without is not kept.
        if (json.proof() != null) pages.dependsOn("call:" + slug, "summary:" + slug, InputTags.list(slug));
        return JsonAnswer.of(json);
    }
}
