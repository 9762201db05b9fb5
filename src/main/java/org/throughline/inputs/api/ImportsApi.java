package org.throughline.inputs.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.inputs.imports.ImportJob;
import org.throughline.inputs.imports.ImportJobs;
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;

/// Handing a file of inputs over to the server, looking how far it is, stopping it, and fetching the refused rows.
@RestController
class ImportsApi {

    private final Calls calls;
    private final ImportJobs jobs;
    private final Messages messages;

    ImportsApi(Calls calls, ImportJobs jobs, Messages messages) {
        this.calls = calls;
        this.jobs = jobs;
        this.messages = messages;
    }

    record Answer(
            UUID id,
            String call,
            String file,
            boolean dryRun,
            String state,
            long rows,
            long done,
            long inputs,
            long already,
            long refused,
            long repaired,
            long unclear,
            String languageIfUnclear,
            String encoding,
            boolean encodingGuessed,
            String problem,
            String startedAt,
            @Nullable String endedAt,
            String url,
            @Nullable String refusedRows) {}

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/api/v1/calls/{slug}/imports")
    ResponseEntity<byte[]> start(
            @PathVariable String slug,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile mapping,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Actor actor)
            throws IOException {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        String map = mapping == null ? "" : new String(mapping.getBytes(), StandardCharsets.UTF_8);
        ImportJob job =
                jobs.start(call, file.getInputStream(), String.valueOf(file.getOriginalFilename()), map, dryRun, actor);
        Answer answer = answer(call, job);
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, answer.url())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.bytes(answer));
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/api/v1/calls/{slug}/imports/{id}")
    ResponseEntity<byte[]> show(@PathVariable String slug, @PathVariable UUID id) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        return answer(answer(call, jobs.find(call.id(), id).orElseThrow(Refusal::notFound)));
    }

    @Requires(Permission.MANAGE_CALLS)
    @DeleteMapping("/api/v1/calls/{slug}/imports/{id}")
    ResponseEntity<byte[]> stop(@PathVariable String slug, @PathVariable UUID id) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        ImportJob job = jobs.find(call.id(), id).orElseThrow(Refusal::notFound);
        jobs.stop(job);
        return answer(answer(call, job));
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/api/v1/calls/{slug}/imports/{id}/refused.csv")
    ResponseEntity<byte[]> refused(@PathVariable String slug, @PathVariable UUID id) throws IOException {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        ImportJob job = jobs.find(call.id(), id).filter(jobs::hasRefusedRows).orElseThrow(Refusal::notFound);
        var csv = new StringBuilder();
        jobs.writeRefusedRows(job, messages.in(Languages.DEFAULT), csv);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> answer(Answer answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Json.bytes(answer));
    }

    private Answer answer(Call call, ImportJob job) {
        String url = "/api/v1/calls/" + call.slug() + "/imports/" + job.id();
        return new Answer(
                job.id(),
                call.slug(),
                job.file(),
                job.dryRun(),
                job.state().word(),
                job.rows(),
                job.done(),
                job.inputs(),
                job.already(),
                job.refused(),
                job.repaired(),
                job.unclear(),
                job.languageIfUnclear(),
                job.encoding(),
                job.encodingGuessed(),
                job.reason() == null ? "" : job.reason().words(messages.in(Languages.DEFAULT)),
                job.startedAt().toString(),
                job.endedAt() == null ? null : job.endedAt().toString(),
                url,
                jobs.hasRefusedRows(job) ? url + "/refused.csv" : null);
    }
}
