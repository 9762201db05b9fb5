package org.throughline.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.throughline.audit.Actor;
import org.throughline.groups.Group;
import org.throughline.groups.Groups;
import org.throughline.groups.SeatDesk;
import org.throughline.groups.SeatDesk.Kept;
import org.throughline.groups.SeatFacts;
import org.throughline.platform.Refusal;
import org.throughline.platform.Storable;
import org.throughline.platform.access.Permission;
import org.throughline.platform.access.Requires;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Frame;
import org.throughline.platform.web.FrameResolver;
import org.throughline.platform.web.Pages;
import org.throughline.platform.web.Typed;
import org.throughline.vocabulary.Vocabulary;

/// Where the secretariat adds the seats of a group, corrects them, ends them and takes back what was a mistake.
@Controller
class SeatDeskPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Groups groups;
    private final SeatDesk desk;
    private final SeatEditView view;
    private final Vocabulary vocabulary;

    SeatDeskPages(Groups groups, SeatDesk desk, SeatEditView view, Vocabulary vocabulary) {
        this.groups = groups;
        this.desk = desk;
        this.view = view;
        this.vocabulary = vocabulary;
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}/seats/new")
    ModelAndView blank(Frame frame, @PathVariable String code) {
        Typed typed = new Typed.Filler().put("standing", SeatFacts.HELD).done();
        return show(frame, group(code), null, typed, FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/groups/{code:[a-z][a-z0-9-]*}/seats/new")
    ModelAndView add(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Group group = group(code);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        SeatFacts facts = SeatForm.read(frame, vocabulary, typed, desk.of(code), errors);
        if (facts == null) return show(frame, group, null, typed, errors.done(), UNPROCESSABLE);
        desk.add(group, facts, actor);
        FrameResolver.notice(request, frame.t("groups.desk.seat.added"));
        return Pages.goTo(frame, "/groups/" + code + "/edit");
    }

    @Requires(Permission.MANAGE_CALLS)
    @GetMapping("/groups/{code:[a-z][a-z0-9-]*}/seats/{id}")
    ModelAndView edit(Frame frame, @PathVariable String code, @PathVariable UUID id) {
        Kept one = seat(code, id);
        return show(frame, group(code), one, SeatFacts.of(one.seat()).form(), FormErrors.NONE, 200);
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/groups/{code:[a-z][a-z0-9-]*}/seats/{id}")
    ModelAndView save(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Kept one = seat(code, id);
        Typed typed = Typed.of(sent);
        var errors = FormErrors.collector();
        List<Kept> others = new ArrayList<>(desk.of(code));
        others.removeIf(other -> other.seat().id().equals(id));
        SeatFacts facts = SeatForm.read(frame, vocabulary, typed, others, errors);
        if (facts == null) return show(frame, group(code), one, typed, errors.done(), UNPROCESSABLE);
        return write(frame, actor, one, facts, version, typed, request);
    }

    /// Only says when a seat was over; all else stays as it is.
    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/groups/{code:[a-z][a-z0-9-]*}/seats/{id}/end")
    ModelAndView end(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String ended,
            HttpServletRequest request) {
        Kept one = seat(code, id);
        SeatFacts before = SeatFacts.of(one.seat());
        Typed typed = new Typed.Filler().put("ends", ended).done();
        var errors = FormErrors.collector();
        String last = SeatForm.end(frame, typed, before.starts(), errors);
        if (last.isEmpty()) errors.add("ends", frame.t("groups.desk.date.wrong"));
        if (!errors.isEmpty())
            return show(frame, group(code), one, before.until(ended).form(), errors.done(), UNPROCESSABLE);
        SeatFacts after = before.until(last);
        return write(frame, actor, one, after, version, after.form(), request);
    }

    private ModelAndView write(
            Frame frame, Actor actor, Kept one, SeatFacts facts, int version, Typed typed, HttpServletRequest request) {
        if (one.version() != version) return show(frame, group(one.group()), one, typed, FormErrors.NONE, CONFLICT);
        desk.change(one.group(), one.seat().id(), facts, version, actor);
        FrameResolver.notice(request, frame.t("groups.desk.saved"));
        return Pages.goTo(frame, "/groups/" + one.group() + "/edit");
    }

    @Requires(Permission.MANAGE_CALLS)
    @PostMapping("/groups/{code:[a-z][a-z0-9-]*}/seats/{id}/retirement")
    ModelAndView retire(
            Frame frame,
            Actor actor,
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        if (!Storable.is(reason) || reason.length() > SeatDesk.LONGEST_REASON) throw Refusal.badRequest();
        desk.retire(code, id, reason, version, actor);
        FrameResolver.notice(request, frame.t("groups.desk.seat.retired"));
        return Pages.goTo(frame, "/groups/" + code + "/edit");
    }

    private Group group(String code) {
        return groups.find(code).orElseThrow(Refusal::notFound);
    }

    private Kept seat(String code, UUID id) {
        return desk.find(code, id).orElseThrow(Refusal::notFound);
    }

    private ModelAndView show(
            Frame frame, Group group, @Nullable Kept one, Typed typed, FormErrors errors, int status) {
        return Pages.show(
                frame, "groups/web/seat-edit", view.of(frame, group, one, typed, errors, status == CONFLICT), status);
    }
}
