package org.throughline.inputs.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.audit.Actor;
import org.throughline.calls.Calls;
import org.throughline.calls.Calls.Window;
import org.throughline.inputs.InputRefusals;
import org.throughline.inputs.InputRefused;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.NewInput;
import org.throughline.inputs.Received;
import org.throughline.inputs.Reception;
import org.throughline.inputs.Violation;
import org.throughline.ledger.Receipt;
import org.throughline.platform.Json;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.access.SignedIn;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Sending an input by a program. What is answered with 201 is on the disk and in the ledger; the answer is a
/// receipt that `throughline verify` takes as it is.
@RestController
class SubmissionsApi {

    private static final int MEGABYTES = 2;
    private static final int LARGEST_BODY = MEGABYTES << 20;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Calls calls;
    private final Inputs inputs;
    private final Settings settings;

    SubmissionsApi(Calls calls, Inputs inputs, Settings settings) {
        this.calls = calls;
        this.inputs = inputs;
        this.settings = settings;
    }

    @Requires(Permission.CONTRIBUTE)
    @PostMapping("/api/v1/calls/{slug}/inputs")
    ResponseEntity<byte[]> submit(
            @PathVariable String slug,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            Actor actor)
            throws IOException {
        if (key != null && !KEY.matcher(key).matches()) throw InputRefusals.keyMalformed();
        byte[] body = bodyOf(request);
        Window window = calls.window(slug).filter(Window::isPublic).orElseThrow(Refusal::notFound);
        NewInput input = read(body);
        // A stored file is named by its owner's form only; by a bare id anybody's could be shown.
        if (!input.files().isEmpty()) throw new InputRefused(List.of(Violation.of("files", "inputs.api.no-files")));
        Received received =
                inputs.submit(window, input, Reception.api(Objects.requireNonNull(actor.person()), key), actor);
        return answer(received);
    }

    @SignedIn
    @GetMapping("/api/v1/calls/{slug}/inputs/{number:\\d{1,9}}/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable String slug, @PathVariable int number, Actor actor) {
        Receipt receipt = inputs.receipt(inputs.ownedBy(actor, slug, number).id(), actor);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Json.bytes(receipt));
    }

    private ResponseEntity<byte[]> answer(Received received) {
        ObjectNode receipt = Json.mapper().valueToTree(inputs.proof(received));
        String url = settings.publicUrl() + "/api/v1/" + received.subject();
        receipt.put("call", received.call());
        receipt.put("revision", received.revision());
        receipt.put("url", settings.publicUrl() + "/" + received.subject());
        receipt.put("receipt", url + "/receipt");
        ResponseEntity.BodyBuilder answer =
                received.again() ? ResponseEntity.ok() : ResponseEntity.created(URI.create(url));
        return answer.contentType(MediaType.APPLICATION_JSON).body(Json.bytes(receipt));
    }

    private static byte[] bodyOf(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) throw InputRefusals.tooLarge(MEGABYTES);
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) throw InputRefusals.tooLarge(MEGABYTES);
        return body;
    }

    private static NewInput read(byte[] body) {
        try {
            NewInput input = Json.mapper().readValue(body, NewInput.class);
            if (input == null) throw InputRefusals.malformed("1:1");
            return input;
        } catch (JacksonException e) {
            throw InputRefusals.malformed(
                    e.getLocation() == null
                            ? "1:1"
                            : e.getLocation().getLineNr() + ":"
                                    + e.getLocation().getColumnNr());
        }
    }
}
