package org.throughline.inputs.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.calls.Calls;
import org.throughline.inputs.InputId;
import org.throughline.inputs.InputRecord;
import org.throughline.inputs.Inputs;
import org.throughline.inputs.MyInputs;
import org.throughline.inputs.OwnInput;
import org.throughline.inputs.OwnInput.OwnEndorser;
import org.throughline.ledger.Receipt;
import org.throughline.platform.access.SignedIn;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Pages;

/// The proof that an input arrived, as a page and as a file that anybody can check.
@Controller
class ReceiptPages {

    private final Inputs inputs;
    private final MyInputs mine;
    private final Calls calls;

    ReceiptPages(Inputs inputs, MyInputs mine, Calls calls) {
        this.inputs = inputs;
        this.mine = mine;
        this.calls = calls;
    }

    @SignedIn
    @GetMapping("/inputs/{id}/receipt")
    ModelAndView show(Frame frame, @PathVariable String id, Actor actor) {
        OwnInput own = mine.get(new InputId(FormDesk.uuid(id)), actor);
        InputRecord input = own.input();
        Receipt receipt = inputs.receipt(input.id(), actor);
        List<OwnEndorser> asked = own.endorsers().stream()
                .filter(endorser -> endorser.standing() == OwnEndorser.Standing.ASKED)
                .toList();
        return Pages.show(
                frame,
                "inputs/web/receipt",
                new ReceiptPage(
                        calls.get(input.call()),
                        input,
                        receipt,
                        Instant.parse(receipt.receivedAt()),
                        receipt.recordedLater().orElse(null),
                        asked,
                        actor.person() != null && actor.person().equals(input.owner())));
    }

    @SignedIn
    @GetMapping("/inputs/{id}/receipt.json")
    ResponseEntity<byte[]> download(@PathVariable String id, Actor actor) {
        InputRecord input = inputs.ownedBy(actor, new InputId(FormDesk.uuid(id)));
        Receipt receipt = inputs.receipt(input.id(), actor);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"receipt-" + input.slug() + "-" + input.number() + ".json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(receipt.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
