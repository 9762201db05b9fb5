package org.throughline.stocktaking.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.audit.Actor;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.stocktaking.Consent;
import org.throughline.stocktaking.NewProject;
import org.throughline.stocktaking.OwnProjects;
import org.throughline.stocktaking.ProjectCollection;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.ProjectSubmissions;
import org.throughline.stocktaking.ProjectSubmissions.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Registering a project by a program, and changing and confirming one. What is answered with 201 is on the disk and
/// in the ledger; the answer is a receipt that `throughline verify` takes as it is.
@RestController
class ProjectSubmissionsApi {

    private static final int MEGABYTES = 1;
    private static final int LARGEST_BODY = MEGABYTES << 20;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final ProjectSubmissions submissions;
    private final OwnProjects own;
    private final Settings settings;

    ProjectSubmissionsApi(ProjectSubmissions submissions, OwnProjects own, Settings settings) {
        this.submissions = submissions;
        this.own = own;
        this.settings = settings;
    }

    /// @param collection the register it is for; that of the WSIS process if absent
    /// @param revision for a change: the state that was read
    record Sent(
            @Nullable String collection,
            @Nullable String language,
            @Nullable Map<String, JsonNode> answers,
            @Nullable Allowed consent,
            @Nullable Integer revision) {

        NewProject project() {
            return NewProject.of(
                    language == null ? "" : language,
                    answers == null ? Map.of() : answers,
                    consent == null ? Consent.NONE : consent.consent());
        }
    }

    record Allowed(
            @Nullable Boolean name,
            @Nullable Boolean text,
            @Nullable Boolean files,
            @Nullable Boolean quotation,
            @Nullable Boolean translation) {

        Consent consent() {
            return new Consent(
                    Boolean.TRUE.equals(name),
                    Boolean.TRUE.equals(text),
                    Boolean.TRUE.equals(files),
                    Boolean.TRUE.equals(quotation),
                    Boolean.TRUE.equals(translation));
        }
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/api/v1/projects")
    ResponseEntity<byte[]> submit(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            Actor actor)
            throws IOException {
        if (key != null && !KEY.matcher(key).matches())
            throw new Refusal("idempotency-key", 400, "stocktaking.api.key");
        Sent sent = read(request);
        String collection = sent.collection() == null ? ProjectCollection.WSIS : sent.collection();
        Answer answer = submissions.submit(collection, sent.project(), key == null ? "" : key, actor);
        return answer(answer, !answer.again());
    }

    @Requires(Permission.CONTRIBUTE)
    @PutMapping("/api/v1/projects/{number:\\d{1,9}}")
    ResponseEntity<byte[]> change(@PathVariable long number, HttpServletRequest request, Actor actor)
            throws IOException {
        Sent sent = read(request);
        return answer(
                submissions.change(number, sent.revision() == null ? 0 : sent.revision(), sent.project(), actor),
                false);
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/api/v1/projects/{number:\\d{1,9}}/confirmation")
    ResponseEntity<Void> confirm(@PathVariable long number, Actor actor) {
        own.confirm(own.get(number, actor).id(), actor);
        return ResponseEntity.noContent().build();
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/api/v1/projects/{number:\\d{1,9}}/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable long number, Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Json.bytes(own.receipt(own.get(number, actor))));
    }

    private ResponseEntity<byte[]> answer(Answer answer, boolean created) {
        ProjectRecord entry = answer.entry();
        ObjectNode receipt = Json.mapper().valueToTree(answer.receipt());
        String url = settings.publicUrl() + "/api/v1/projects/" + entry.number();
        receipt.put("collection", entry.collection());
        receipt.put("revision", entry.revision());
        receipt.put("state", entry.state().word());
        receipt.put("url", settings.publicUrl() + "/stocktaking/" + entry.number());
        receipt.put("receipt", url + "/receipt");
        ResponseEntity.BodyBuilder status = created ? ResponseEntity.created(URI.create(url)) : ResponseEntity.ok();
        return status.contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Json.bytes(receipt));
    }

    private static Sent read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) throw tooLarge();
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) throw tooLarge();
        try {
            Sent sent = Json.mapper().readValue(body, Sent.class);
            if (sent == null) throw malformed("1:1");
            return sent;
        } catch (JacksonException e) {
            throw malformed(
                    e.getLocation() == null
                            ? "1:1"
                            : e.getLocation().getLineNr() + ":"
                                    + e.getLocation().getColumnNr());
        }
    }

    private static Refusal malformed(String where) {
        return new Refusal("malformed", 400, "stocktaking.api.malformed", where);
    }

    private static Refusal tooLarge() {
        return new Refusal("body-too-large", 413, "stocktaking.api.too-large", MEGABYTES);
    }
}
