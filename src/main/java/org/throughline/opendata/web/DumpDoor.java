package org.throughline.opendata.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.throughline.opendata.DumpEdition;
import org.throughline.opendata.Dumps;
import org.throughline.opendata.Dumps.Ready;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;

/// The files of dumps, plain or compressed. Every request asks first what holds now: a file that held something which
/// was withdrawn since is never sent again.
@Controller
class DumpDoor {

    private static final String NAME = "{name:latest|\\d{4}-\\d{2}-\\d{2}(?:\\.\\d{1,4})?}";
    private static final String FILE = "{file:register\\.(?:csv|jsonl|iati\\.xml)}";
    private static final MediaType GZIP = MediaType.parseMediaType("application/gzip");

    private final Dumps dumps;
    private final Settings settings;

    DumpDoor(Dumps dumps, Settings settings) {
        this.dumps = dumps;
        this.settings = settings;
    }

    @OpenToAll
    @GetMapping("/data/register/" + NAME + "/" + FILE)
    void plain(
            @PathVariable String name,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        DumpEdition edition = dumps.find(name).orElseThrow(Refusal::notFound);
        Optional<Ready> ready = dumps.ready(edition, file);
        head(response, ready.map(Ready::edition).orElse(edition), file);
        response.setContentType(dumps.mediaType(file));
        if (ready.isEmpty()) {
            try (Writer out = new BufferedWriter(
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16)) {
                dumps.stream(edition, file, out);
            }
            return;
        }
        send(ready.get(), request, response);
    }

    private static void send(Ready ready, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (new ServletWebRequest(request, response)
                .checkNotModified("W/\"" + ready.file().sha256() + "\"")) return;
        try (InputStream in = Files.newInputStream(ready.compressed())) {
            if (takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
                response.setContentLengthLong(ready.file().packed());
                in.transferTo(response.getOutputStream());
            } else {
                response.setContentLengthLong(ready.file().bytes());
                new GZIPInputStream(in, 1 << 16).transferTo(response.getOutputStream());
            }
        }
    }

    /// The compressed file as a file of its own, of which parts can be asked for when the line broke.
    @OpenToAll
    @GetMapping("/data/register/" + NAME + "/" + FILE + ".gz")
    ResponseEntity<Resource> packed(
            @PathVariable String name, @PathVariable String file, HttpServletResponse response) {
        DumpEdition edition = dumps.find(name).orElseThrow(Refusal::notFound);
        Ready ready = dumps.ready(edition, file).orElseThrow(Refusal::busy);
        head(response, ready.edition(), file + ".gz");
        return ResponseEntity.ok()
                .eTag("\"" + ready.file().sha256() + "\"")
                .contentType(GZIP)
                .body(new FileSystemResource(ready.compressed()));
    }

    private void head(HttpServletResponse response, DumpEdition edition, String file) {
        String ending = file.substring(file.indexOf('.'));
        String canonical = settings.publicUrl() + "/data/register/" + edition.name();
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"register-" + edition.name() + ending + "\"");
        StringBuilder links = new StringBuilder()
                .append('<')
                .append(canonical)
                .append('/')
                .append(file)
                .append(">; rel=\"canonical\", <")
                .append(canonical)
                .append(">; rel=\"collection\"");
        if (file.startsWith("register.csv"))
            links.append(", <")
                    .append(canonical)
                    .append("/register.csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"");
        if (file.startsWith("register.jsonl"))
            links.append(", <")
                    .append(canonical)
                    .append("/register.schema.json>; rel=\"describedby\"; type=\"application/schema+json\"");
        response.setHeader(HttpHeaders.LINK, links.toString());
    }

    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }
}
