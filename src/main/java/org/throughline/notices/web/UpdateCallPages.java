package org.throughline.notices.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.notices.Mailings;
import org.throughline.notices.UpdateCall;
import org.throughline.notices.UpdateCalls;
import org.throughline.platform.GenevaTime;
import org.throughline.platform.Refusal;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.Option;
import org.throughline.platform.web.Pages;
import org.throughline.stocktaking.ProjectCollections;

/// Where the secretariat asks whether entries are still true, and sees what came back.
@Controller
class UpdateCallPages {

    private final UpdateCalls calls;
    private final Mailings mailings;
    private final ProjectCollections collections;
    private final Clock clock;

    UpdateCallPages(UpdateCalls calls, Mailings mailings, ProjectCollections collections, Clock clock) {
        this.calls = calls;
        this.mailings = mailings;
        this.collections = collections;
        this.clock = clock;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/update-calls")
    ModelAndView list(Frame frame, Actor actor) {
        return list(frame, actor, "", "", FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/update-calls")
    ModelAndView prepare(
            Frame frame,
            Actor actor,
            @RequestParam(defaultValue = "") String collection,
            @RequestParam(defaultValue = "") String closes) {
        var errors = FormErrors.collector();
        Instant end = GenevaTime.read(closes, "23:59", null).instant();
        if (end == null || !end.isAfter(clock.instant())) errors.add("closes", frame.t("notices.problem.end-past"));
        if (collections.find(collection).isEmpty()) errors.add("collection", frame.t("notices.problem.collection"));
        if (!errors.isEmpty() || end == null) return list(frame, actor, collection, closes, errors.done(), 422);
        return Pages.goTo(
                frame, "/update-calls/" + calls.prepare(collection, end, actor).id());
    }

    private ModelAndView list(Frame frame, Actor actor, String chosen, String closes, FormErrors errors, int status) {
        List<UpdateCallsPage.Line> lines = calls.all(actor).stream()
                .map(call -> new UpdateCallsPage.Line(call, name(frame, call)))
                .toList();
        List<Option> options = collections.all().stream()
                .map(one -> new Option(
                        one.slug(), frame.text(one.name()), one.slug().equals(chosen)))
                .toList();
        return Pages.show(
                frame, "notices/web/update-calls", new UpdateCallsPage(lines, options, closes, errors), status);
    }

    private String name(Frame frame, UpdateCall call) {
        return collections
                .find(call.collection())
                .map(one -> frame.text(one.name()))
                .orElse(call.collection());
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/update-calls/{id}")
    ModelAndView show(Frame frame, Actor actor, @PathVariable UUID id) {
        UpdateCall call = calls.get(id, actor);
        var page = new UpdateCallPage(
                call,
                name(frame, call),
                calls.answers(call),
                mailings.get(call.mailing(), actor),
                call.reminder() == null ? null : mailings.get(call.reminder(), actor),
                !call.closesAt().isAfter(clock.instant()));
        return Pages.show(frame, "notices/web/update-call", page);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/update-calls/{id}/reminder")
    ModelAndView remind(Frame frame, Actor actor, @PathVariable UUID id) {
        UpdateCall call = calls.remind(id, actor);
        if (call.reminder() == null) throw Refusal.stale();
        return Pages.goTo(frame, "/mailings/" + call.reminder());
    }
}
