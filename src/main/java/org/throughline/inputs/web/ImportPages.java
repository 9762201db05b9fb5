package org.throughline.inputs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Call;
import org.throughline.calls.Calls;
import org.throughline.inputs.imports.ImportJob;
import org.throughline.inputs.imports.ImportJobs;
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.tables.JobFiles;
import org.throughline.vocabulary.TermNames;

/// Brings in a file of inputs by the browser: a look at it first, then the import, which goes on when nobody looks.
@Controller
class ImportPages {

    private static final int REFUSED_SHOWN = 20;
    private static final long LARGEST_MAPPING = 1L << 20;

    private final Calls calls;
    private final ImportJobs jobs;
    private final Messages messages;
    private final TermNames terms;

    ImportPages(Calls calls, ImportJobs jobs, Messages messages, TermNames terms) {
        this.calls = calls;
        this.jobs = jobs;
        this.messages = messages;
        this.terms = terms;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/import")
    ModelAndView list(Frame frame, @PathVariable String slug) {
        return list(frame, call(slug), FormErrors.NONE, 200);
    }

    private ModelAndView list(Frame frame, Call call, FormErrors errors, int status) {
        return Pages.show(frame, "inputs/web/imports", new ImportsPage(call, jobs.of(call.id()), errors), status);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/import")
    ModelAndView look(
            Frame frame,
            Actor actor,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile mapping)
            throws IOException {
        Call call = call(slug);
        var errors = FormErrors.collector();
        if (file == null || file.isEmpty()) errors.add("file", frame.t("imports.form.file.missing"));
        if (mapping != null && mapping.getSize() > LARGEST_MAPPING)
            errors.add("mapping", frame.t("imports.mapping.too-large"));
        if (!errors.isEmpty() || file == null) return list(frame, call, errors.done(), 422);
        String map = mapping == null ? "" : new String(mapping.getBytes(), StandardCharsets.UTF_8);
        try {
            ImportJob job = jobs.start(
                    call, file.getInputStream(), String.valueOf(file.getOriginalFilename()), map, true, actor);
            return Pages.goTo(frame, address(slug, job.id()));
        } catch (Refusal refusal) {
            String field = refusal.slug().equals("mapping-wrong") ? "mapping" : "file";
            errors.add(field, frame.t(refusal.messageKey(), refusal.arguments().toArray()));
            return list(frame, call, errors.done(), refusal.status());
        }
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/import/{id}")
    ModelAndView show(Frame frame, @PathVariable String slug, @PathVariable UUID id) {
        Call call = call(slug);
        ImportJob job = job(call, id);
        var refused = job.isRunning()
                ? java.util.List.<JobFiles.RefusedRow>of()
                : jobs.refusedRows(job, REFUSED_SHOWN, texts(frame));
        var questions = calls.publishedVersion(call.id())
                .filter(version -> version > 0)
                .map(version -> calls.questionnaire(call.id(), version))
                .orElse(null);
        return Pages.show(frame, "inputs/web/import-job", new ImportJobPage(call, job, refused, questions, terms));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/import/{id}/start")
    ModelAndView start(Frame frame, Actor actor, @PathVariable String slug, @PathVariable UUID id) {
        Call call = call(slug);
        return Pages.goTo(
                frame, address(slug, jobs.takeIn(call, job(call, id), actor).id()));
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/calls/{slug}/import/{id}/stop")
    ModelAndView stop(Frame frame, @PathVariable String slug, @PathVariable UUID id, HttpServletRequest request) {
        jobs.stop(job(call(slug), id));
        FrameResolver.notice(request, frame.t("imports.job.stopping"));
        return Pages.goTo(frame, address(slug, id));
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/calls/{slug}/import/{id}/refused.csv")
    ResponseEntity<byte[]> refused(Frame frame, @PathVariable String slug, @PathVariable UUID id) throws IOException {
        ImportJob job = job(call(slug), id);
        if (!jobs.hasRefusedRows(job)) throw Refusal.notFound();
        var csv = new StringBuilder();
        jobs.writeRefusedRows(job, texts(frame), csv);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Messages.Texts texts(Frame frame) {
        return messages.in(frame.language());
    }

    private static String address(String slug, UUID job) {
        return "/calls/" + slug + "/import/" + job;
    }

    private Call call(String slug) {
        return calls.find(slug).filter(call -> call.publishedAt() != null).orElseThrow(Refusal::notFound);
    }

    private ImportJob job(Call call, UUID id) {
        return jobs.find(call.id(), id).orElseThrow(Refusal::notFound);
    }
}
