package org.throughline.stocktaking.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.ledger.Receipt;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.OwnProjects;
import org.throughline.stocktaking.ProjectRecord;

/// The proof that an entry, or a change of one, arrived; as a page and as a file that anybody can check.
@Controller
class ProjectReceiptPages {

    private final OwnProjects own;

    ProjectReceiptPages(OwnProjects own) {
        this.own = own;
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/{number:\\d{1,9}}/receipt")
    ModelAndView show(Frame frame, @PathVariable long number, Actor actor) {
        ProjectRecord entry = own.get(number, actor);
        Receipt receipt = own.receipt(entry);
        return Pages.show(
                frame,
                "stocktaking/web/project-receipt",
                new ProjectReceiptPage(
                        entry,
                        receipt,
                        Instant.parse(receipt.receivedAt()),
                        receipt.recordedLater().orElse(null)));
    }

    @Requires(Permission.CONTRIBUTE)
    @GetMapping("/my/projects/{number:\\d{1,9}}/receipt.json")
    ResponseEntity<byte[]> download(@PathVariable long number, Actor actor) {
        Receipt receipt = own.receipt(own.get(number, actor));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt-project-" + number + ".json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(receipt.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
