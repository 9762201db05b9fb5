package org.throughline.stocktaking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.throughline.platform.Messages;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectCollections;
import org.throughline.stocktaking.imports.ProjectImport;
import org.throughline.stocktaking.imports.ProjectImports;
import org.throughline.stocktaking.web.ProjectImportsPage.Typed;
import org.throughline.tables.JobFiles;
import org.throughline.vocabulary.TermNames;

/// Brings in a file of projects by the browser: a look at it first, then the import, which goes on when nobody looks,
/// and the way back.
@Controller
class ProjectImportPages {

    private static final int REFUSED_SHOWN = 20;
    private static final long LARGEST_MAPPING = 1L << 20;
    private static final String LIST = "/stocktaking/imports";

    private final ProjectImports imports;
    private final ProjectCollections collections;
    private final Messages messages;
    private final TermNames terms;

    ProjectImportPages(ProjectImports imports, ProjectCollections collections, Messages messages, TermNames terms) {
        this.imports = imports;
        this.collections = collections;
        this.messages = messages;
        this.terms = terms;
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/imports")
    ModelAndView list(Frame frame, @RequestParam(defaultValue = ProjectCollection.WSIS) String collection) {
        return list(frame, new Typed(collection, false, ""), FormErrors.NONE, 200);
    }

    private ModelAndView list(Frame frame, Typed typed, FormErrors errors, int status) {
        var page = new ProjectImportsPage(collections.all(), imports.all(), typed, errors);
        return Pages.show(frame, "stocktaking/web/imports", page, status);
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/imports")
    ModelAndView look(
            Frame frame,
            Actor actor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile mapping,
            @RequestParam(defaultValue = ProjectCollection.WSIS) String collection,
            @RequestParam(defaultValue = "false") boolean publish,
            @RequestParam(defaultValue = "") String basis)
            throws IOException {
        var errors = FormErrors.collector();
        var typed = new Typed(collection, publish, basis);
        if (file == null || file.isEmpty()) errors.add("file", frame.t("stocktaking.imports.form.file.missing"));
        if (mapping != null && mapping.getSize() > LARGEST_MAPPING)
            errors.add("mapping", frame.t("imports.mapping.too-large"));
        if (publish && basis.isBlank()) errors.add("basis", frame.t("stocktaking.imports.no-basis"));
        if (!errors.isEmpty() || file == null) return list(frame, typed, errors.done(), 422);
        String map = mapping == null ? "" : new String(mapping.getBytes(), StandardCharsets.UTF_8);
        try {
            var wish = new ProjectImports.Wish(collection, map, publish, basis, true);
            ProjectImport job =
                    imports.start(file.getInputStream(), String.valueOf(file.getOriginalFilename()), wish, actor);
            return Pages.goTo(frame, address(job.id()));
        } catch (Refusal refusal) {
            errors.add(
                    fieldOf(refusal),
                    frame.t(refusal.messageKey(), refusal.arguments().toArray()));
            return list(frame, typed, errors.done(), refusal.status());
        }
    }

    private static String fieldOf(Refusal refusal) {
        return switch (refusal.slug()) {
            case "mapping-wrong" -> "mapping";
            case "no-consent-basis", "consent-basis-too-long" -> "basis";
            case "not-found" -> "collection";
            default -> "file";
        };
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/imports/{id}")
    ModelAndView show(Frame frame, @PathVariable UUID id) {
        ProjectImport job = job(id);
        List<JobFiles.RefusedRow> refused =
                job.isRunning() ? List.of() : imports.refusedRows(job, REFUSED_SHOWN, texts(frame));
        var form = collections.find(job.collection()).map(collections::form).orElse(null);
        return Pages.show(
                frame,
                "stocktaking/web/import-job",
                new ProjectImportPage(job, refused, imports.hasRefusedRows(job), form, terms));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/imports/{id}/start")
    ModelAndView start(Frame frame, Actor actor, @PathVariable UUID id) {
        return Pages.goTo(frame, address(imports.takeIn(job(id), actor).id()));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/imports/{id}/undo")
    ModelAndView undo(Frame frame, Actor actor, @PathVariable UUID id) {
        return Pages.goTo(frame, address(imports.undo(job(id), actor).id()));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @PostMapping("/stocktaking/imports/{id}/stop")
    ModelAndView stop(Frame frame, @PathVariable UUID id, HttpServletRequest request) {
        imports.stop(job(id));
        FrameResolver.notice(request, frame.t("imports.job.stopping"));
        return Pages.goTo(frame, address(id));
    }

    @Requires(Permission.MODERATE_REGISTER)
    @GetMapping("/stocktaking/imports/{id}/refused.csv")
    ResponseEntity<byte[]> refused(Frame frame, @PathVariable UUID id) throws IOException {
        ProjectImport job = job(id);
        if (!imports.hasRefusedRows(job)) throw Refusal.notFound();
        var csv = new StringBuilder();
        imports.writeRefusedRows(job, texts(frame), csv);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Messages.Texts texts(Frame frame) {
        return messages.in(frame.language());
    }

    private static String address(UUID job) {
        return LIST + "/" + job;
    }

    private ProjectImport job(UUID id) {
        return imports.find(id).orElseThrow(Refusal::notFound);
    }
}
