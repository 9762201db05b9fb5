package org.throughline.stocktaking.api;

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
import org.throughline.platform.Json;
import org.throughline.platform.Languages;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.imports.ProjectImport;
import org.throughline.stocktaking.imports.ProjectImports;

/// Brings in a file of projects by program: what is begun goes on by itself, and is asked for until it has ended.
@RestController
class ProjectImportsApi {

    private final ProjectImports imports;
    private final Messages messages;

    ProjectImportsApi(ProjectImports imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    private record Answer(
            UUID id,
            String collection,
            @Nullable UUID undoes,
            String file,
            boolean dryRun,
            boolean publish,
            String consentBasis,
            String state,
            long rows,
            long done,
            long taken,
            long changed,
            long already,
            long refused,
            long repaired,
            long unclear,
            String encoding,
            boolean encodingGuessed,
            long effects,
            String problem,
            String startedAt,
            @Nullable String endedAt,
            String url,
            @Nullable String refusedRows) {}

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/api/v1/projects/imports")
    ResponseEntity<byte[]> start(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile mapping,
            @RequestParam(defaultValue = ProjectCollection.WSIS) String collection,
            @RequestParam(defaultValue = "false") boolean publish,
            @RequestParam(defaultValue = "") String consentBasis,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Actor actor)
            throws IOException {
        String map = mapping == null ? "" : new String(mapping.getBytes(), StandardCharsets.UTF_8);
        var wish = new ProjectImports.Wish(collection, map, publish, consentBasis, dryRun);
        return accepted(imports.start(file.getInputStream(), String.valueOf(file.getOriginalFilename()), wish, actor));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/api/v1/projects/imports/{id}")
    ResponseEntity<byte[]> show(@PathVariable UUID id) {
        return answer(job(id));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @DeleteMapping("/api/v1/projects/imports/{id}")
    ResponseEntity<byte[]> stop(@PathVariable UUID id) {
        ProjectImport job = job(id);
        imports.stop(job);
        return answer(job);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/api/v1/projects/imports/{id}/undoing")
    ResponseEntity<byte[]> undo(@PathVariable UUID id, Actor actor) {
        return accepted(imports.undo(job(id), actor));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/api/v1/projects/imports/{id}/refused.csv")
    ResponseEntity<byte[]> refused(@PathVariable UUID id) throws IOException {
        ProjectImport job = job(id);
        if (!imports.hasRefusedRows(job)) throw Refusal.notFound();
        var csv = new StringBuilder();
        imports.writeRefusedRows(job, messages.in(Languages.DEFAULT), csv);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private ProjectImport job(UUID id) {
        return imports.find(id).orElseThrow(Refusal::notFound);
    }

    private ResponseEntity<byte[]> accepted(ProjectImport job) {
        Answer answer = of(job);
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, answer.url())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.bytes(answer));
    }

    private ResponseEntity<byte[]> answer(ProjectImport job) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Json.bytes(of(job)));
    }

    private Answer of(ProjectImport job) {
        String url = "/api/v1/projects/imports/" + job.id();
        return new Answer(
                job.id(),
                job.collection(),
                job.undoes(),
                job.file(),
                job.dryRun(),
                job.publish(),
                job.consentBasis(),
                job.state().word(),
                job.rows(),
                job.done(),
                job.taken(),
                job.changed(),
                job.already(),
                job.refused(),
                job.repaired(),
                job.unclear(),
                job.encoding(),
                job.encodingGuessed(),
                job.effects(),
                job.reason() == null ? "" : job.reason().words(messages.in(Languages.DEFAULT)),
                job.startedAt().toString(),
                job.endedAt() == null ? null : job.endedAt().toString(),
                url,
                imports.hasRefusedRows(job) ? url + "/refused.csv" : null);
    }
}
