package org.throughline.site.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.PageStore;
import org.throughline.platform.web.Pages;

/// What somebody who writes a program needs: the description of the API, and what a refusal means, at the address that
/// each refusal carries as its type (RFC 9457).
@Controller
class ApiPages {

    static final String DESCRIPTION = "/api/v1/openapi.yaml";

    private final PageStore pages;
    private final byte[] description;

    ApiPages(PageStore pages) {
        this.pages = pages;
        try {
            this.description = new ClassPathResource("api/openapi.yaml").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The description of the API is missing", e);
        }
    }

    @OpenToAll
    @GetMapping(DESCRIPTION)
    ResponseEntity<byte[]> description() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=utf-8"))
                .body(description);
    }

    @OpenToAll
    @GetMapping("/problems")
    ModelAndView problems(Frame frame) {
        return show(frame, "");
    }

    @OpenToAll
    @GetMapping("/problems/{slug}")
    ModelAndView problem(Frame frame, @PathVariable String slug) {
        if (!slug.matches("[a-z0-9-]{1,60}")) throw Refusal.notFound();
        return show(frame, slug);
    }

    private ModelAndView show(Frame frame, String slug) {
        pages.sameForAll("problems");
        return Pages.show(frame, "site/web/problems", slug);
    }
}
