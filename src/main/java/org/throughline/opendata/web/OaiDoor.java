package org.throughline.opendata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.throughline.opendata.OaiPmh;
import org.throughline.platform.access.HarmlessPost;
import org.throughline.platform.access.OpenToAll;

/// Where harvesters come in. They are many and patient: when enough of them are served, the next ones are asked to
/// come again in a moment, so that people find the door open.
@Controller
class OaiDoor {

    private static final int AT_ONCE = 4;
    private static final String WAIT_SECONDS = "5";

    private final OaiPmh oai;
    private final Semaphore places = new Semaphore(AT_ONCE);

    OaiDoor(OaiPmh oai) {
        this.oai = oai;
    }

    @OpenToAll
    @GetMapping("/oai")
    ResponseEntity<byte[]> get(HttpServletRequest request) {
        return answer(request);
    }

    /// The protocol lets harvesters send their questions as a form as well.
    @OpenToAll
    @PostMapping("/oai")
    ResponseEntity<byte[]> post(HttpServletRequest request) {
        return answer(request);
    }

    @Configuration(proxyBeanMethods = false)
    static class OaiPost {
        @Bean
        HarmlessPost oaiPost() {
            return new HarmlessPost("/oai");
        }
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request) {
        if (!places.tryAcquire())
            return ResponseEntity.status(503)
                    .header("Retry-After", WAIT_SECONDS)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body("Other harvesters are being served. Come again in a few seconds.\n"
                            .getBytes(StandardCharsets.UTF_8));
        try {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8))
                    .body(oai.answer(parameters).getBytes(StandardCharsets.UTF_8));
        } finally {
            places.release();
        }
    }
}
